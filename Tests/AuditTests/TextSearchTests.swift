import Audit
import Testing

@Suite("The search for hidden numbers in rendered files")
struct TextSearchTests {
    private func found(_ secret: TextSearch.Secret, _ text: String, in name: String = "page.html") -> [Int] {
        TextSearch.findings(of: [secret], in: [TextSearch.File(name: name, text: text)]).map(\.line)
    }

    @Test(
        "A value is found in any attribute, text or script, as a share or a percentage, rounded or cut",
        arguments: [
            "<p>14.29</p>", "<rect data-share='0.142857142857'/>", "<title>14.285 percent</title>", "a,0.1428,b",
            "{\"share\": 1.42857e-1}", "<path d='M.1428571,3'/>", "<svg><desc>it was 0.14286</desc></svg>",
        ])
    func values(text: String) {
        #expect(found(TextSearch.Secret(name: "girls", value: 1.0 / 7), text) == [1])
    }

    @Test(
        "Another value, or one with few digits, is not",
        arguments: ["14.31", "0.143", "14", "0.1429999", "114.2857", "0.01428571", "14.29x9.3 0.2857"])
    func otherValues(text: String) {
        let isFound = !found(TextSearch.Secret(name: "girls", value: 1.0 / 7), text).isEmpty
        #expect(isFound == text.hasPrefix("14.29x"))
    }

    @Test("Thousands may be set off")
    func thousands() {
        #expect(found(TextSearch.Secret(name: "referrals", value: 12_345), "a\nb 12,345 c") == [2])
    }

    private let girls = TextSearch.Secret(name: "girls' arrests", value: 3, row: "Girls", column: "Arrests")

    @Test(
        "A count is found by its row and column",
        arguments: [
            ("page.html", "<title>Girls, arrests: 3</title>"),
            ("page.html", "<img alt=\"Arrests of girls: 3 of 40\">"),
            (
                "page.html",
                """
                <table><tr><th>Group<th>Referrals<th>Arrests</tr>
                <tr><th scope="row">Girls</th><td>30</td><td class="n7"><b>3</b></td></tr></table>
                """
            ),
            (
                "page.html",
                "<tr><th></th><th>Boys</th><th>Girls</th></tr><tr><td>Arrests</td><td>12</td><td>3</td></tr>"
            ),
            ("data.csv", "group,referrals,arrests\nboys,40,12\ngirls,30,3\n"),
            ("data.json", #"{"girls": {"referrals": 30, "arrests": 3}}"#),
            ("data.json", #"[{"group": "Girls", "measure": "Arrests", "count": 3}]"#),
        ])
    func counts(name: String, text: String) {
        #expect(!found(girls, text, in: name).isEmpty)
    }

    @Test(
        "A mark in its place, or the number in another place, is not",
        arguments: [
            ("page.html", "<title>Girls, arrests: fewer than 10</title><title>Boys, arrests: 3</title>"),
            (
                "page.html",
                """
                <tr><th>Group<th>Referrals<th>Arrests</tr><tr><th>Girls</th><td>3</td><td>*</td></tr>
                """
            ),
            ("data.csv", "group,referrals,arrests\nboys,40,3\ngirls,3,\n"),
            ("data.json", #"{"girls": {"referrals": 3, "arrests": null}}"#),
            ("data.json", "not JSON 3"),
        ])
    func marks(name: String, text: String) {
        #expect(found(girls, text, in: name).isEmpty)
    }

    @Test("Digits of a label are no count")
    func labels() {
        let secret = TextSearch.Secret(name: "grade 9", value: 9, row: "Grade 9", column: "Arrests")
        #expect(found(secret, "<title>Grade 9, arrests: hidden</title>").isEmpty)
        #expect(found(secret, "<title>Grade 9, arrests: 9</title>") == [1])
    }
}
