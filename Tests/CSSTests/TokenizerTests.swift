import CSS
import TestSupport
import Testing

@Suite("Tokens")
struct TokenizerTests {
    /// The kinds and texts of all tokens.
    private func tokens(_ text: String) -> [(kind: CSSToken.Kind, text: String)] {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var tokenizer = CSSTokenizer(bytes, 0..<bytes.count)
            var found: [(CSSToken.Kind, String)] = []
            while true {
                let token = tokenizer.next()
                if token.kind == .end { return found }
                found.append((token.kind, String(decoding: bytes[token.start..<token.end], as: UTF8.self)))
            }
        }
    }

    private func kinds(_ text: String) -> [CSSToken.Kind] { tokens(text).map(\.kind) }

    @Test(
        "Each kind of token is told by how it begins",
        arguments: [
            ("color", CSSToken.Kind.ident), ("-webkit-box", .ident), ("--accent", .ident), ("_x", .ident),
            ("größe", .ident), ("\\31 0", .ident), ("calc(", .function), ("url('", .function), ("@media", .atKeyword),
            ("@-moz-document", .atKeyword), ("#main", .hash), ("#0a0", .hash), ("\"a\"", .string), ("'a'", .string),
            ("url(a.png)", .url), ("url( a.png )", .url), ("url(a\"b)", .badURL), ("url(a b)", .badURL),
            ("!", .delim), ("-", .delim), ("@", .delim), ("#", .delim), ("\\", .ident), ("<", .delim), ("12", .number),
            ("+1.5e3", .number), (".5", .number), ("-0", .number), ("1.5%", .percentage), ("12px", .dimension),
            ("1e3x", .dimension), ("1-x", .dimension), (" \t\n", .whitespace), ("<!--", .cdo), ("-->", .cdc),
            (":", .colon), (";", .semicolon), (",", .comma), ("[", .openSquare), ("]", .closeSquare), ("(", .openParen),
            (")", .closeParen), ("{", .openCurly), ("}", .closeCurly),
        ])
    func everyKind(text: String, kind: CSSToken.Kind) {
        #expect(tokens(text).first?.kind == kind)
        if kind != .function || text.hasSuffix("(") { #expect(tokens(text).first?.text == text) }
    }

    @Test("A number takes one point and one exponent, and what follows is another token")
    func numbers() {
        #expect(tokens("1.2.3").map(\.text) == ["1.2", ".3"])
        #expect(tokens("1e2e3").map(\.text) == ["1e2e3"] && kinds("1e2e3") == [.dimension])
        #expect(tokens("1e+").map(\.text) == ["1e", "+"])
        #expect(tokens("+-1").map(\.text) == ["+", "-1"])
        #expect(tokens("1.").map(\.text) == ["1", "."])
        #expect(tokens("10%%").map(\.text) == ["10%", "%"])
    }

    @Test("A dimension knows where its unit begins")
    func units() {
        let text = Array("1.5e2px".utf8)
        text.withUnsafeBufferPointer { bytes in
            var tokenizer = CSSTokenizer(bytes, 0..<bytes.count)
            #expect(tokenizer.next().unit == 5)
        }
    }

    @Test("A hash is an id only where a name could begin so")
    func ids() {
        func detail(_ text: String) -> UInt8 {
            Array(text.utf8).withUnsafeBufferPointer { bytes in
                var tokenizer = CSSTokenizer(bytes, 0..<bytes.count)
                return tokenizer.next().detail
            }
        }
        #expect(detail("#a") == 1 && detail("#-a") == 1 && detail("#\\31") == 1)
        #expect(detail("#1") == 0 && detail("#-1") == 0)
    }

    @Test("A string ends at its own quotation mark, and one with a line end is bad")
    func strings() {
        #expect(tokens("\"a'b\"c").map(\.text) == ["\"a'b\"", "c"])
        #expect(tokens("'a\\'b'").map(\.text) == ["'a\\'b'"])
        #expect(kinds("'a\nb") == [.badString, .whitespace, .ident])
        #expect(kinds("'a\\\nb'") == [.string], "a line end after a backslash continues the string")
        #expect(tokens("'never closed").map(\.kind) == [.string])
        #expect(tokens("'a\\").map(\.kind) == [.string])
    }

    @Test("An address without quotation marks takes escapes and no spaces within")
    func addresses() {
        #expect(tokens("url(a\\)b) c").map(\.text) == ["url(a\\)b)", " ", "c"])
        #expect(tokens("URL(data:image/png;base64,AA==)").map(\.kind) == [.url])
        #expect(tokens("url(a b\\) c)d").map(\.text) == ["url(a b\\) c)", "d"], "a bad address ends at its bracket")
        #expect(kinds("url(never") == [.url])
        #expect(kinds("url('a')") == [.function, .string, .closeParen])
        #expect(kinds("url(  \"a\" )").first == .function)
        #expect(kinds("url(a\u{1}b)") == [.badURL])
        #expect(kinds("url(a\\\nb)") == [.badURL])
    }

    @Test("Comments are nothing, and part what stands around them")
    func comments() {
        #expect(kinds("a/**/b") == [.ident, .ident])
        #expect(kinds("/* a */ /* b */") == [.whitespace])
        #expect(kinds("1/**/px") == [.number, .ident])
        #expect(kinds("/*/ a */b") == [.ident])
        #expect(kinds("'/* a */'") == [.string])
        #expect(kinds("url(/*a*/)") == [.url])
        #expect(kinds("/ *") == [.delim, .whitespace, .delim])
    }

    @Test("A comment that never ends is told")
    func unclosedComment() {
        Array("a /* b".utf8).withUnsafeBufferPointer { bytes in
            var tokenizer = CSSTokenizer(bytes, 0..<bytes.count)
            while tokenizer.next().kind != .end {}
            #expect(tokenizer.unclosedComment == 2)
        }
    }

    @Test("A name takes escapes of one character and of up to six digits with one space after them")
    func escapes() {
        #expect(tokens("a\\:b c").map(\.text) == ["a\\:b", " ", "c"])
        #expect(tokens("\\000041 b").map(\.text) == ["\\000041 b"])
        #expect(tokens("\\0000411 b").map(\.text) == ["\\0000411", " ", "b"])
        #expect(kinds("\\\na") == [.delim, .whitespace, .ident], "a backslash before a line end escapes nothing")
    }

    @Test("Any bytes are read to their end, one token after another")
    func anyBytes() {
        var generator = SeededGenerator(seed: 7)
        let signs = Array("\"'\\/*(){}[]:;,#.@!<>-+urle01 \n\0\u{80}".utf8)
        for _ in 0..<500 {
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                signs.randomElement(using: &generator) ?? 0
            }
            bytes.withUnsafeBufferPointer { text in
                var tokenizer = CSSTokenizer(text, 0..<text.count)
                var end = 0
                while true {
                    let token = tokenizer.next()
                    #expect(token.start >= end && token.end <= text.count)
                    if token.kind == .end { break }
                    #expect(token.end > token.start)
                    end = token.end
                }
            }
        }
    }
}
