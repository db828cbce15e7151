/// The comments of one group, masked and in an order that tells nothing, if enough people commented.
public struct CommentRelease: Hashable, Sendable {
    /// A comment as it was given.
    public struct Comment: Hashable, Sendable {
        /// Who gave it: any number that is the same for all comments of one person.
        public let respondent: Int
        /// What it says.
        public let text: String

        /// Creates a comment.
        public init(respondent: Int, text: String) {
            self.respondent = respondent
            self.text = text
        }
    }

    /// The masked comments.
    public let comments: [MaskedComment]

    /// Masks and shuffles comments, or withholds all of them.
    ///
    /// They are sorted before they are shuffled: a shuffle alone could be undone by whoever knows the seed, and the order of a
    /// survey tool's export is that of the answers. Comments of white space are left out.
    ///
    /// - Parameters:
    ///   - comments: the comments of one group.
    ///   - threshold: how many people have to have commented; fewer, and nothing is released.
    ///   - seed: decides the order, on every machine the same.
    ///   - mask: masks each comment.
    public init?(_ comments: [Comment], threshold: Int, seed: UInt64, mask: CommentMask) {
        let said = comments.filter { $0.text.contains { !$0.isWhitespace } }
        guard !said.isEmpty, Set(said.map(\.respondent)).count >= threshold else { return nil }
        var masked = said.map { mask.masked($0.text) }
        // By bytes, since the order of strings is that of one Unicode version.
        masked.sort { $0.text.utf8.lexicographicallyPrecedes($1.text.utf8) }
        var generator = SplitMix(state: seed)
        for last in masked.indices.dropFirst().reversed() {
            masked.swapAt(last, Int(generator.next() % UInt64(last + 1)))
        }
        self.comments = masked
    }

    /// SplitMix64 (G. Steele, D. Lea and C. Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014). The standard
    /// library's shuffle may change with its version; this, and the Fisher–Yates shuffle above, do not.
    private struct SplitMix {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }
}
