import Statistics
import Testing

@Suite("Real answers: psych's bfi", .enabled(if: BFI.isInstalled, BFI.reason))
struct BFITests {
    @Test("Agreeableness has the alpha that psych prints")
    func alpha() throws {
        let covariances = try BFI.covariances("A", reversed: [0])
        let alpha = try #require(CronbachAlpha(covariances))
        let interval = try #require(alpha.feldt())
        #expect(covariances.n == 2709)
        #expect(abs(alpha.estimate - 0.70376) < 5e-6)
        #expect(abs(interval.lower - 0.686) < 5e-4)
        #expect(abs(interval.upper - 0.721) < 5e-4)
    }

    @Test("Women and men differ in A4 as R and statsmodels say")
    func gender() throws {
        let (women, men) = (try BFI.agreement("A4", gender: 2), try BFI.agreement("A4", gender: 1))
        #expect((women.count, women.n, men.count, men.n) == (1285, 1865, 516, 916))
        let difference = ProportionDifference(women, men)
        let interval = difference.newcombe()
        #expect(abs(interval.lower - 0.08738) < 5e-6)
        #expect(abs(interval.upper - 0.16401) < 5e-6)
        #expect(abs(difference.cohensH - 0.26067) < 5e-6)
        #expect(MannWhitney(BFI.tally("A4", gender: 2), BFI.tally("A4", gender: 1))?.u == 1_007_691)
    }

    @Test("All five scales", arguments: ReferenceSoftware.allCases)
    func scales(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software, suffix: "-bfi")
        let reversed: [String: Set<Int>] = ["A": [0], "C": [3, 4], "E": [0, 1], "N": [], "O": [1, 4]]
        for (scale, reversed) in reversed {
            let id = "bfi-\(scale)"
            try expectAgreement(
                Calculated.scale(try BFI.covariances(scale, reversed: reversed)), with: references[id], of: id)
        }
    }

    @Test("Women and men, by five items", arguments: ReferenceSoftware.allCases)
    func items(software: ReferenceSoftware) throws {
        let references = try ReferenceTable.values(software, suffix: "-bfi")
        for item in ["A4", "C1", "E5", "N3", "O2"] {
            let (women, men) = (BFI.tally(item, gender: 2), BFI.tally(item, gender: 1))
            let ours = Calculated.tally(women)
                .merging(Calculated.samples(women, men)) { $1 }
                .merging(
                    Calculated.proportions(
                        try BFI.agreement(item, gender: 2), try BFI.agreement(item, gender: 1))
                ) { $1 }
            try expectAgreement(ours, with: references["bfi-\(item)"], of: "bfi-\(item)")
        }
    }
}
