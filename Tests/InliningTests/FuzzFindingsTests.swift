import Testing

/// What random inputs found, made as small as it shows.
@Suite("What random inputs found")
struct FuzzFindingsTests {
    @Test(
        "To inline a second time changes nothing",
        arguments: [
            "<style>@font-face/*:,p{</style><p>x", "<style>@cha</style>", "<style>@supports (dis}}<![if !mso]></style>",
            "<style>red\\ {top:0}</style><p>x", "<style>}@media print}::beforetd\\</style><p>x",
            "<style>@import 'a</style><p>x", "<html><style>body{top:0}</style><<style>p{top:0}</style>body>",
            "<p>x<style>@media print</style",
            "<style>[x]{color:red!important}p{top:0}a:hover,p{top:1px}</style><p>x",
        ])
    func twice(html: String) {
        let once = Inlined.html(html)
        #expect(Inlined.html(once) == once)
    }

    @Test("A mail tool's tag that begins in a value and ends after it, with one quotation mark, is no part of it")
    func oddQuotes() {
        let html = "<p title=\"{{ a\" class=b }}>x</p><p title='{{ b' c}}"
        #expect(Inlined.html("<style>p{top:0}</style>" + html).contains("title=\"{{ a\""))
    }
}
