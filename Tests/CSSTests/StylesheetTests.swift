import CSS
import Testing

@Suite("Stylesheets")
struct StylesheetTests {
    @Test("A semicolon within a string or an address ends no declaration")
    func semicolons() {
        let css = Array("p{background:url(data:image/png;base64,AA);content:\";}\"}".utf8)
        var names = AtomTable()
        let values = css.withUnsafeBufferPointer { text in
            StylesheetParser.read(text, 0..<text.count, names: &names).declarations.map {
                String(decoding: text[$0.value], as: UTF8.self)
            }
        }
        #expect(values == ["url(data:image/png;base64,AA)", "\";}\""])
    }
}
