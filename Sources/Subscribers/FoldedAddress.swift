extension String {
    /// An address with all its letters small, as most mail servers take it. Where it is so already nothing is copied.
    var foldedAddress: String {
        utf8.allSatisfy { $0 < 0x80 && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) } ? self : lowercased()
    }
}

/// A folded address that is to be put in order, by its bytes: addresses are ASCII.
struct FoldedAddress: Comparable {
    /// The address.
    let text: String
    /// Whose it is, as a place in a list.
    let index: Int
    /// Its first 16 bytes as two numbers, which tell most addresses apart without a look at the text.
    private let beginning: (UInt64, UInt64)

    /// Folds an address.
    init(_ address: String, index: Int) {
        var text = address.foldedAddress
        beginning = text.withUTF8 { text in
            var (first, second): (UInt64, UInt64) = (0, 0)
            for place in 0..<8 {
                first = first << 8 | (place < text.count ? UInt64(text[place]) : 0)
                second = second << 8 | (place + 8 < text.count ? UInt64(text[place + 8]) : 0)
            }
            return (first, second)
        }
        self.text = text
        self.index = index
    }

    static func == (left: FoldedAddress, right: FoldedAddress) -> Bool {
        left.beginning == right.beginning && left.text == right.text
    }

    static func < (left: FoldedAddress, right: FoldedAddress) -> Bool {
        if left.beginning != right.beginning { return left.beginning < right.beginning }
        return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
