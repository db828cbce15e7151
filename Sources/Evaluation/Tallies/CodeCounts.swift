/// How often each code occurs in a column of answers.
struct CodeCounts: Equatable, Sendable {
    private var counts = [Int](repeating: 0, count: 256)

    /// Counts a column, in time linear in its length.
    init(_ codes: [UInt8]) {
        // Four tables side by side: most answers repeat, and a counter that waits for itself would set the pace.
        var tables = [UInt32](repeating: 0, count: 4 * 256)
        codes.withUnsafeBufferPointer { codes in
            tables.withUnsafeMutableBufferPointer { tables in
                var index = 0
                while index + 4 <= codes.count {
                    tables[Int(codes[index])] &+= 1
                    tables[256 + Int(codes[index + 1])] &+= 1
                    tables[512 + Int(codes[index + 2])] &+= 1
                    tables[768 + Int(codes[index + 3])] &+= 1
                    index += 4
                }
                while index < codes.count {
                    tables[Int(codes[index])] &+= 1
                    index += 1
                }
            }
        }
        for code in 0..<256 { counts[code] = (0..<4).reduce(0) { $0 + Int(tables[$1 * 256 + code]) } }
    }

    /// How often a code occurs.
    subscript(code: UInt8) -> Int { counts[Int(code)] }
}
