import Consent
import Dates
import TestSupport
import Testing

@testable import Content

@Suite("Versions of policies")
struct PolicyTests {
    private func version(_ name: String, _ month: Int, material: Bool = false) throws -> LegalText.Version {
        LegalText.Version(
            name: name, effective: try #require(CalendarDate(year: 2026, month: month, day: 1)), isMaterial: material)
    }

    @Test("A version is in force, older, or older than a change that people have to agree to anew")
    func standing() throws {
        let text = LegalText(
            current: try version("4", 4),
            earlier: [try version("3", 3, material: true), try version("1", 1), try version("2", 2)])
        #expect(text.earlier.map(\.name) == ["1", "2", "3"])
        #expect(text.standing(of: "4") == .current)
        #expect(text.standing(of: "3") == .older)
        #expect(text.standing(of: "2") == .outdated && text.standing(of: "1") == .outdated)
    }

    @Test("A version that nothing lists counts as the oldest")
    func unknown() throws {
        let gentle = LegalText(current: try version("2", 2), earlier: [try version("1", 1)])
        #expect(gentle.standing(of: "0.9") == .older && gentle.standing(of: nil) == .older)
        let first = LegalText(current: try version("2", 2), earlier: [try version("1", 1, material: true)])
        #expect(first.standing(of: "0.9") == .outdated && first.standing(of: "1") == .older)
        let only = LegalText(current: try version("2", 2, material: true))
        #expect(only.standing(of: "2") == .current && only.standing(of: "1") == .outdated)
    }

    @Test("Of the two policies the worse counts, and one that the site has not says nothing")
    func both() throws {
        let words = ConsentWords(privacy: "P", terms: "T", newsletter: "N")
        let notice = Notice(language: "en", privacyVersion: "1", termsVersion: "1", words: words)
        let old = LegalText(current: try version("2", 2), earlier: [try version("1", 1)])
        let material = LegalText(current: try version("2", 2, material: true), earlier: [try version("1", 1)])
        #expect(Policies().standing(of: notice) == .current && Policies().standing(of: nil) == .current)
        #expect(Policies(privacy: old).standing(of: notice) == .older)
        #expect(Policies(privacy: old, terms: material).standing(of: notice) == .outdated)
        #expect(Policies(privacy: material).standing(of: nil) == .outdated)
    }

    @Test("A newer version never makes an agreement stand better", arguments: 0..<100 as Range<UInt64>)
    func monotone(seed: UInt64) throws {
        var random = SeededGenerator(seed: seed)
        let versions = try (1...6).map {
            try version("\($0)", $0, material: Int.random(in: 0...3, using: &random) == 0)
        }
        for agreed in versions.map(\.name) + ["unknown"] {
            let standings = (1...6).map { count in
                LegalText(current: versions[count - 1], earlier: Array(versions[..<(count - 1)]))
                    .standing(of: agreed)
            }
            let since = versions.firstIndex { $0.name == agreed } ?? 0
            #expect(standings[since...].map(\.rawValue) == standings[since...].map(\.rawValue).sorted())
        }
    }

    @Test("Front matter lists what was before, and says which changes matter")
    func reading() throws {
        let matter = """
            version: "2.0"
            effective: 2026-01-01
            material: true
            earlier-versions:
              - {version: "1.1", effective: 2025-06-01, material: true}
              - {version: "1.0", effective: 2025-01-01}
            """
        let library = try ContentSample(["legal/privacy-policy.md": ContentSample.page(matter)]).library()
        let text = try #require(library.policies.privacy)
        #expect(text.version == "2.0" && text.current.isMaterial)
        #expect(text.earlier.map(\.name) == ["1.0", "1.1"] && text.earlier.map(\.isMaterial) == [false, true])
        #expect(library.policies.terms == nil)
    }

    @Test(
        "A mistake among the versions is told at its line",
        arguments: [
            (
                "- {version: \"2.0\", effective: 2025-01-01}",
                "privacy-policy.md:6:15: error: this is the version in force"
            ),
            ("- {version: \"1\", effective: 2026-01-01}", "6:31: error: an earlier version is older than 2026-01-01"),
            ("- {version: \"1\", efective: 2025-01-01}", "6:20: error: there is no key \"efective\" here"),
            (
                "- {version: \"1\", effective: 2025-01-01, material: perhaps}",
                "6:53: error: \"material\" should be true"
            ),
            (
                "- {version: 1, effective: 2025-01-01}\n  - {version: 1, effective: 2025-02-01}",
                "7:15: error: the version \"1\" is given twice"
            ),
        ])
    func mistakes(entry: String, message: String) throws {
        let matter = "version: \"2.0\"\neffective: 2026-01-01\nearlier-versions:\n  \(entry)"
        let page = ContentSample.page(matter)
        try expectText(["legal/privacy-policy.md": page], contains: message)
    }
}
