import CSS

/// Changes to a document: everything else stays byte for byte.
struct Patches {
    private struct Patch {
        let range: Range<Int>
        let text: Range<Int>
    }

    private var patches: [Patch] = []
    /// The new texts, one after another.
    private var texts: [UInt8] = []

    /// Whether nothing changes.
    var isEmpty: Bool { patches.isEmpty }

    /// Puts what a function writes in place of some bytes.
    mutating func replace(_ range: Range<Int>, write: (inout [UInt8]) -> Void) {
        let start = texts.count
        write(&texts)
        patches.append(Patch(range: range, text: start..<texts.count))
    }

    /// The document with the changes made.
    func applied(to document: Bytes) -> [UInt8] {
        let ordered = patches.indices.sorted { left, right in
            (patches[left].range.lowerBound, patches[left].range.upperBound, left)
                < (patches[right].range.lowerBound, patches[right].range.upperBound, right)
        }
        var result: [UInt8] = []
        result.reserveCapacity(document.count + texts.count)
        var position = 0
        for index in ordered {
            let patch = patches[index]
            // What is within something that is replaced as a whole is gone with it.
            guard patch.range.lowerBound >= position else { continue }
            result += document[position..<patch.range.lowerBound]
            result += texts[patch.text]
            position = patch.range.upperBound
        }
        result += document[position..<document.count]
        return result
    }
}
