import CSS
import Testing

@Suite("Style attributes as text")
struct StyleAttributeTextTests {
    private func declarations(_ text: String) -> [String] { CSSText(text, isAttribute: true).declarations }

    @Test("Declarations are read as in a rule")
    func declarations() {
        #expect(declarations("color:red;;margin : 0 ! important;") == ["color: red", "margin: 0 !"])
        #expect(declarations("") == [])
        #expect(declarations(" ; ") == [])
    }

    @Test("A closing brace is part of a value")
    func closingBrace() {
        #expect(declarations("color:red}margin:0;top:0").count == 2)
    }

    @Test("What is no declaration is kept as it is")
    func opaque() {
        #expect(declarations("{% if a %}color:red;{% endif %}").contains { $0.contains("{% if a %}") })
        #expect(
            declarations("mso-line-height-rule:exactly;*zoom:1;top:0") == [
                "mso-line-height-rule: exactly", "*zoom:1", "top: 0",
            ])
        #expect(declarations("{{ style }};top:0") == ["{{ style }}", "top: 0"])
    }
}
