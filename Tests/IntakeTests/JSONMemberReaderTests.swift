import Foundation
import TestSupport
import Testing

@testable import Intake

@Suite("JSON records")
struct JSONMemberReaderTests {
    private func members(_ text: String) -> [String]? {
        Array(text.utf8).withUnsafeBufferPointer { bytes in
            var reader = JSONMemberReader(bytes)
            return reader.members()?.map { "\($0.key)=\($0.text)" }
        }
    }

    @Test("Members are texts by key, those of objects inside with a dot")
    func flat() {
        #expect(members("{}") == [])
        #expect(
            members(
                " {\"a\" : \"x\\n\\\"\\u00e9\\ud83d\\ude00\\/\", \"b\":-1.5e3,\"c\":{\"d\":true,\"e\":null},\"f\":[\"one\"],\"g\":[1,2],\"h\":[]} "
            )
                == ["a=x\n\"é😀/", "b=-1.5e3", "c.d=true", "f=one"])
    }

    @Test(
        "What is no object is none",
        arguments: [
            "", "1", "[]", "{", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1}x", "{a:1}", "{\"a\":tru}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12\"}", "{\"a\":\"\\ud83d\"}", "{\"a\":\"\\udc00\"}", "{\"a\":\"\n\"}", "{\"a\":\"b",
            "{\"a\":nan}",
            "{\"a\":[1,]}", "{\"a\":0x10}", String(repeating: "{\"a\":", count: 100_000),
            "{\"a\":" + String(repeating: "[", count: 100_000),
        ])
    func malformed(text: String) {
        #expect(members(text) == nil)
    }

    @Test("What Foundation writes is read to the same texts")
    func foundation() throws {
        var generator = SeededGenerator(seed: 11)
        let letters = Array("ab\"\\/\n\t\u{1}é😀{}[]:, ")
        for _ in 0..<500 {
            let text = String((0..<8).compactMap { _ in letters.randomElement(using: &generator) })
            let data = try JSONSerialization.data(withJSONObject: ["k": text])
            #expect(members(String(decoding: data, as: UTF8.self)) == ["k=\(text)"])
        }
    }
}
