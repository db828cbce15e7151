import TestSupport
import Testing

@testable import Statistics

@Suite("Whole numbers of 128 bits as doubles")
struct ExactIntegerTests {
    @Test("Whatever their size they are rounded as the standard library rounds them")
    func asTheStandardLibrary() {
        var generator = SeededGenerator(seed: 128)
        for _ in 0..<2_000 {
            let whole =
                Int128.random(in: .min ... .max, using: &generator) >> Int128.random(in: 0...127, using: &generator)
            #expect(Double(nearestTo: whole) == Double(whole))
        }
    }

    @Test(
        "Numbers halfway between two doubles and at the ends of 64 bits are rounded to even",
        arguments: [
            (Int128(1) << 53 + 1, 0x1p53), (Int128(1) << 53 + 3, 0x1p53 + 4), (-(Int128(1) << 53) - 1, -0x1p53),
            (Int128(Int64.max), 0x1p63), (Int128(Int64.max) + 1, 0x1p63), (Int128(Int64.min), -0x1p63),
            (Int128(Int64.min) - 1, -0x1p63), (0, 0), (.max, 0x1p127),
        ] as [(Int128, Double)])
    func halfway(whole: Int128, double: Double) {
        #expect(Double(nearestTo: whole) == double)
    }
}
