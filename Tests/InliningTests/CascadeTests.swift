import Diagnostics
import Inlining
import Testing

@Suite("The cascade on elements")
struct CascadeTests {
    /// A document after inlining.
    private func inlined(_ html: String) -> String {
        var log = DiagnosticLog()
        return String(decoding: Inliner().inline(SourceFile(path: "mail.html", text: html), log: &log), as: UTF8.self)
    }

    @Test("A fallback before a value that not every client understands is kept")
    func keepsFallbacks() {
        let html = inlined("<style>p{background:#fff;background:linear-gradient(#fff,#000)}</style><p>x</p>")
        #expect(html == "<p style=\"background:#fff;background:linear-gradient(#fff,#000)\">x</p>")
    }

    @Test("A rule of a state wins against what was put on the element, as it did before")
    func promotes() {
        let html = inlined("<style>a{color:green}a:hover{color:red}</style><a>x</a>")
        #expect(html == "<style>\na:hover{color:red !important}\n</style><a style=\"color:green\">x</a>")
    }
}
