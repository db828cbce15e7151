/// The words of a document's text, which a second and simpler reading finds.
enum Words {
    /// A word of a document's text that is not in another one, in its order; nil where all are.
    ///
    /// Only text is looked at from a `>` to the next `<` that has nothing in it that a quotation mark, a style or a mail tool's
    /// tag could be made of, so that what looks like text is some.
    static func lost(from document: [UInt8], in other: [UInt8]) -> String? {
        var position = 0
        for run in runs(in: document) where run.count > 2 {
            guard let found = find(run, in: other, from: position) else { return String(decoding: run, as: UTF8.self) }
            position = found + run.count
        }
        return nil
    }

    private static func runs(in document: [UInt8]) -> [ArraySlice<UInt8>] {
        var runs: [ArraySlice<UInt8>] = []
        var isOutside = true
        let signs: Set<UInt8> = Set("\"'{}:;%|=-*/\\#.,&@()[]!".utf8)
        for part in document.split(separator: UInt8(ascii: "<"), omittingEmptySubsequences: true) {
            // From the first style element, script or comment on, a simple reading can't tell.
            if let first = part.first, first | 0x20 == UInt8(ascii: "s") || first == UInt8(ascii: "!") {
                isOutside = false
            }
            if part.starts(with: "/style>".utf8) { isOutside = true }
            guard isOutside, let end = part.firstIndex(of: UInt8(ascii: ">")) else { continue }
            let text = part[(end + 1)...]
            let isPlain = !text.contains(where: signs.contains) && text.contains { $0 | 0x20 > 0x60 }
            if isPlain { runs.append(text) }
        }
        return runs
    }

    private static func find(_ run: ArraySlice<UInt8>, in other: [UInt8], from start: Int) -> Int? {
        guard let first = run.first else { return start }
        var index = start
        while index + run.count <= other.count {
            if other[index] == first, other[index..<(index + run.count)].elementsEqual(run) { return index }
            index += 1
        }
        return nil
    }
}
