import CSS
import Testing

@Suite("Colors")
struct ColorTests {
    private func color(_ text: String) -> String? {
        Array(text.utf8).withUnsafeBufferPointer { CSSColor($0, 0..<$0.count)?.hexadecimal }
    }

    @Test(
        "Colors that every client knows are six digits",
        arguments: [
            ("#fff", "#ffffff"), ("#A1b2C3", "#a1b2c3"), ("#08f", "#0088ff"), ("red", "#ff0000"), ("NAVY", "#000080"),
            ("orange", "#ffa500"), ("rgb(0, 128, 255)", "#0080ff"), ("RGB(1,2,3)", "#010203"),
            ("rgb( 9 , 8 , 7 )", "#090807"), ("transparent", "#000000"),
        ])
    func known(text: String, expected: String) {
        #expect(color(text) == expected)
    }

    @Test(
        "Others are none of them",
        arguments: [
            "", "#ff", "#ffff", "#ggg", "#12345", "#12345678", "rebeccapurple", "rgb(1 2 3)", "rgb(1,2)",
            "rgb(1,2,3,4)",
            "rgb(256,0,0)", "rgb(1%,2%,3%)", "rgb(1,2,3", "rgba(0,0,0,.5)", "hsl(0,0%,0%)", "red blue", "inherit",
            "var(--a)", "currentColor", "{{ color }}", "#fff ",
        ])
    func others(text: String) {
        #expect(color(text) == nil)
    }

    @Test("Only transparent is transparent")
    func transparent() {
        Array("Transparent".utf8).withUnsafeBufferPointer { text in
            #expect(CSSColor(text, 0..<text.count)?.isTransparent == true)
        }
        Array("black".utf8).withUnsafeBufferPointer { text in
            #expect(CSSColor(text, 0..<text.count)?.isTransparent == false)
        }
    }
}
