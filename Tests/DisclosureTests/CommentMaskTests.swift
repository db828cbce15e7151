import Disclosure
import TestSupport
import Testing

@Suite("Masked comments")
struct CommentMaskTests {
    private let mask = CommentMask(knownNames: [
        "Dr. Ana O'Brien", "Will Young", "Zbigniew Smith-Oyelaran", "Lu de la Torre",
    ])

    @Test(
        "What tells of a person gets a bracketed word",
        arguments: [
            ("Write to j.doe+x@mail.school.org.", "Write to [e-mail]."),
            ("Ask ann at school dot org, or bob @ gmail.com", "Ask [e-mail], or [e-mail]"),
            ("See https://example.org/a?b=1, www.x.com/y or (fights.example.io)", "See [link], [link] or ([link])"),
            ("It was @marcus_07 and marcus_j on snap", "It was [link] and [link] on snap"),
            ("Call (555) 123-4567 or 555.123.4567 or +1 555 123 4567 now", "Call [phone] or [phone] or [phone] now"),
            ("call 555-1234 or 5551234", "call [phone] or [phone]"),
            (
                "My id is 48213 or S-4821 or 12-3456, ssn 123-45-6789",
                "My id is [number] or [number] or [number], ssn [number]"
            ),
            ("in room 204, bus #12, badge no. 7", "in room [number], bus [number], badge no. [number]"),
            ("I like Mr. Smith and Mrs. O’Brien", "I like [name] and [name]"),
            ("ask mr. jones or dr garcía-lópez", "ask [name] or [name]"),
            ("We saw Officer de la Cruz with Deputy J. R. Ewing", "We saw [name] with [name]"),
            ("Coach Lasso's team, officer vanhouten", "[name] team, [name]"),
            ("I told José Núñez about it", "I told [name] about it"),
            ("I told Jose\u{301} about it", "I told [name] about it"),
            ("they hit Tamsin in the hallway", "they hit [name] in the hallway"),
            ("Tamsin Qureshi started it. Then Tamsin O'Neil-Okafor Jr. did", "[name] started it. Then [name] did"),
            ("marcus did it and so did SOFIA", "[name] did it and so did [name]"),
            ("Marcus did it", "[name] did it"),
            ("zbigniew and oyelaran and O'BRIEN and torre", "[name] and [name] and [name] and [name]"),
            ("handcuffed by Deputy R. Hall, Mr. Hall or ms young", "handcuffed by [name], [name] or [name]"),
            ("officer daniels, principal reed and an officer presence", "[name], [name] and an officer presence"),
            (
                "Xiomara said so. Quentin and Tamsin fight. Lunch is short.",
                "[name] said so. [name] and [name] fight. Lunch is short."
            ),
            ("assistant principal and my brother know", "[role] and my brother know"),
            ("will they ask Will? young kids like Young", "will they ask [name]? young kids like [name]"),
            ("our SRO is nice, the principal is not", "[role] is nice, [role] is not"),
            ("The new assistant principal and my 7th grade math teacher", "[role] and [role]"),
            (
                "Nurse was kind, the vice-principal's office, that school resource officer",
                "[role] was kind, [role] office, [role]"
            ),
            ("It was Tuesday, March 14th, 2024 at 3:15 p.m. in the gym", "It was [date], [date] at [date] in the gym"),
            ("on 3/14, 3-14-2024, 2024-03-14 and the 14th of march", "on [date], [date], [date] and the [date]"),
            (
                "since Jan. 5 or 5 Jan, 5pm, 5 pm, 12:30, at noon on Mondays",
                "since [date] or [date], [date], [date], [date], at [date] on [date]"
            ),
            ("It's in 2023", "It's in [number]"),
            ("Jo\u{AD}hn and Jo\u{200B}hn", "[name] and [name]"),
        ])
    func masks(text: String, expected: String) {
        #expect(mask.masked(text).text == expected)
    }

    @Test(
        "What tells of nobody stays",
        arguments: [
            "I feel safe, but I'd like more adults in the hallways. We don't have enough. Don't stop!",
            "Officers should be kinder to Spanish and Hispanic students, 24/7.",
            "It takes 10-15 minutes, 3 or 4 times in 100; 1,000 students, 7th grade, K-12.",
            "An officer or a school nurse for every school would help. Any counselor helps.",
            "I think SROs may march with us? May I say: the School Resource Officers are OK.",
            "[name] and [e-mail] were here",
            "", " \n\t", "…", "I",
        ])
    func keeps(text: String) {
        #expect(mask.masked(text) == CommentMask().masked(text))
        #expect(mask.masked(text).text == text)
    }

    @Test("It tells what it masked")
    func kinds() {
        #expect(mask.masked("Mr. Poe, the nurse, a@b.org").kinds == [.name, .role, .email])
        #expect(mask.masked("nothing here").kinds.isEmpty)
    }

    @Test("Whatever is written, a second masking changes nothing and no long number is left", arguments: 0..<40)
    func idempotent(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let pieces = [
            "Mr", ".", " ", " ", " ", "Smith", "the", "officer", "Ana", "O’Brien", "de", "la", "@", "a@b.com", "/", "-",
            "3", "14",
            "2024", "555", "(", ")", "[", "]", "[name]", "[e-mail", "March", "Monday", "at", "dot", "com", ":", "pm",
            "\n", "é",
            "e\u{301}", "\u{200B}", "👩‍👩‍👧", "ß", "I", "#", "room", "_", "x", "'", "’s", "SRO", "an", "½", "١٢٣٤", "\"",
            "!", ",", "\r\n",
        ]
        for _ in 0..<60 {
            let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }.joined()
            let once = mask.masked(text)
            #expect(mask.masked(once.text).text == once.text, "\(text.debugDescription)")
            let digits = once.text.split { !$0.isNumber }.map(\.count).max() ?? 0
            #expect(digits < 4, "\(text.debugDescription)")
            let words = Set(once.text.split { !$0.isLetter }.map(String.init))
            #expect(words.isDisjoint(with: ["Smith", "Ana", "Brien"]), "\(text.debugDescription) → \(once.text)")
            #expect(!once.text.contains("@b.com"))
        }
    }

    @Test("Random characters never stop it", arguments: 0..<20)
    func anything(seed: Int) {
        var random = SeededGenerator(seed: UInt64(seed))
        let scalars = (0..<2_000).compactMap { _ in
            Unicode.Scalar(UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x1_FFFF), using: &random))
        }
        let once = mask.masked(String(String.UnicodeScalarView(scalars)))
        #expect(mask.masked(once.text).text == once.text)
    }

    @Test(
        "A long row of the same is masked",
        arguments: [
            "the officer ", "Mr. ", "3-", "1 ", "a.", "[", "((((", "De la ", "@", "room #", "new old ", "x", "\"",
            ".....", "at dot ",
            "I told Ana Maria of 3/14. ",
        ])
    func long(piece: String) {
        let text = String(repeating: piece, count: 50_000 / piece.utf8.count)
        #expect(mask.masked(text).text.utf8.count <= text.utf8.count * 2)
    }

    @Test("Comments are released only of enough people, in an order that does not depend on theirs")
    func release() throws {
        let comments = (0..<12).map { CommentRelease.Comment(respondent: $0 % 10, text: "Comment of Ana, \($0)") }
        let release = try #require(CommentRelease(comments, threshold: 10, seed: 7, mask: mask))
        #expect(release.comments.count == 12)
        #expect(release.comments.allSatisfy { $0.text.hasPrefix("Comment of [name], ") })
        #expect(CommentRelease(comments.reversed(), threshold: 10, seed: 7, mask: mask) == release)
        #expect(CommentRelease(comments, threshold: 10, seed: 8, mask: mask) != release)
        #expect(CommentRelease(comments, threshold: 11, seed: 7, mask: mask) == nil)
        let blank = comments.dropLast(3) + [CommentRelease.Comment(respondent: 9, text: " \n")]
        #expect(CommentRelease(Array(blank), threshold: 10, seed: 7, mask: mask) == nil)
        #expect(CommentRelease([], threshold: 0, seed: 7, mask: mask) == nil)
    }

    @Test("The order is the same on every machine")
    func order() {
        let comments = ["a", "b", "c", "d", "e", "f"].enumerated().map {
            CommentRelease.Comment(respondent: $0.offset, text: $0.element)
        }
        let release = CommentRelease(comments, threshold: 5, seed: 0, mask: mask)
        #expect(release?.comments.map(\.text).joined() == "ecfdab")
    }
}
