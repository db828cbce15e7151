extension Double {
    /// The double nearest to a whole number, as `Double(_:)`.
    ///
    /// That one has a conversion of its own for 64 bits, and for 128 only a generic one that takes a hundred times as long.
    init(nearestTo whole: Int128) {
        let narrow = Int64(truncatingIfNeeded: whole)
        self = Int128(narrow) == whole ? Double(narrow) : Double(whole)
    }
}
