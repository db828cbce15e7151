import Booklets
import Content
import Dates
import Diagnostics
import Layouts
import Markup
import TestSupport
import Testing

@Suite("The languages of a booklet")
struct LanguageTests {
    private static func library() throws -> LayoutLibrary { try LayoutLibrary(folder: Repository.layouts("Booklet")) }

    /// Phrases that are the same words in both languages.
    private static let same: Set<String> = [
        "figures.n", "items.n", "glossary.n.term", "glossary.sro.term", "glossary.favorable.term",
    ]

    @Test("English and Spanish are there, and each language has all phrases of English, each naming the same things")
    func complete() throws {
        let library = try Self.library()
        #expect(Set(library.phraseLanguages).isSuperset(of: ["en", "es"]))
        let english = try library.phrases(in: "en")
        for language in library.phraseLanguages {
            let book = try library.phrases(in: language)
            let difference = Set(book.names).symmetricDifference(english.names)
            #expect(difference.isEmpty, "\(language): \(difference.sorted())")
            for name in english.names {
                #expect(book.placeholders(of: name) == english.placeholders(of: name), "\(language): \(name)")
                #expect(book.text(of: name)?.isEmpty == false, "\(language): \(name)")
            }
        }
    }

    @Test("No phrase is left in English")
    func translated() throws {
        let library = try Self.library()
        let english = try library.phrases(in: "en")
        for language in library.phraseLanguages where language != "en" {
            let book = try library.phrases(in: language)
            for name in english.names where !Self.same.contains(name) {
                let text = try #require(book.text(of: name))
                let words = text.replacing(#/\{\{.*?\}\}/#, with: "").filter(\.isLetter)
                #expect(text != english.text(of: name) || words.isEmpty, "\(language): \(name)")
            }
        }
    }

    /// English words that no Spanish text has.
    private static let english: Set<String> = [
        "the", "of", "and", "with", "from", "to", "by", "at", "an", "or", "was", "were", "is", "are", "been", "than",
        "not",
        "none", "what", "who", "how", "which", "where", "this", "these", "each", "every", "about", "question",
        "questions",
        "answer", "answers", "answered", "asked", "survey", "surveys", "school", "students", "student", "parents",
        "teachers",
        "group", "groups", "page", "contents", "chapter", "table", "favorable:", "unfavorable", "interval", "least",
        "most",
        "fewer", "more", "higher", "lower", "same", "change", "year", "years", "rate", "count", "counts", "done", "due",
        "goal",
        "step", "steps", "overdue", "baseline", "follow-up", "back", "reference", "female", "male", "black", "white",
        "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private func spanish(language: String = "es") throws -> [String: String] {
        try bookletFiles(Self.files(language: language), shared: Self.instrument)
    }

    @Test("A Spanish school's booklet is Spanish from its first word to its last, but for what the content says itself")
    func noEnglish() throws {
        let files = try spanish()
        let tree = try MarkupTree.parseHTML(#require(files["oak/booklet.html"]))
        #expect(try tree.attributes("lang", of: "/html") == ["es"])
        #expect(try tree.attributes("lang", of: "/html//*[@lang]").isEmpty)
        let labels = try ["aria-label", "alt", "title", "content"].flatMap { name in
            try tree.attributes(
                name, of: "//*[@\(name)][not(self::meta[@name='viewport' or @name='robots' or @name='color-scheme'])]")
        }
        let texts = try tree.texts("//body//text()") + tree.texts("//title") + labels
        let words = Set(texts.flatMap { $0.lowercased().split { !$0.isLetter && $0 != "-" }.map(String.init) })
        let found = words.intersection(Self.english)
        #expect(found.isEmpty, "\(found.sorted())")
        #expect(try tree.texts("//h2").contains("Resultados por ámbito"))
        #expect(try tree.text("//nav/h2") == "Contenido")
        #expect(try tree.text("//header").contains("3 de marzo de 2026"))
        let style = try tree.texts("//style").joined()
        #expect(style.contains("Página") && !style.contains("\"Page "))
    }

    @Test(
        "A Spanish booklet shows the questionnaire's Spanish words, percent signs after a space, and years of 1,450 students"
    )
    func spanishNumbers() throws {
        let text = try #require(try spanish()["oak/booklet.html"])
        #expect(text.contains("¿Es justo?") && !text.contains("Is it fair?"))
        #expect(text.contains("75\u{A0}%") && text.contains("1,450"))
        #expect(text.contains("Entre los estudiantes"))
    }

    @Test("A school whose language has no words is told so at its file, with what to write")
    func unknown() throws {
        let log = try #require(#expect(throws: DiagnosticLog.self) { try spanish(language: "fr") })
        #expect(log.sorted.count == 1)
        let problem = try #require(log.sorted.first)
        #expect(problem.path.hasSuffix("schools/oak/school.yaml"))
        #expect(problem.message.contains("\"fr\""))
        let hint = try #require(problem.hint)
        #expect(hint.contains("\"language: en\" or \"language: es\"") && hint.contains("words/en.yaml"))
    }

    @Test("A language's region changes nothing", arguments: [("es-MX", "es"), ("es-US", "es"), ("en-US", "en")])
    func regions(tag: String, language: String) throws {
        #expect(try spanish(language: tag)["oak/booklet.html"] == spanish(language: language)["oak/booklet.html"])
    }

    /// A questionnaire in two languages.
    static let instrument = [
        "instruments/corta.yaml": """
        title: {en: Short, es: Corta}
        version: "1"
        scale:
          - {code: 1, label: {en: Disagree, es: En desacuerdo}}
          - {code: 2, label: {en: Unsure, es: Sin opinar}}
          - {code: 3, label: {en: Agree, es: De acuerdo}, favorable: true}
        domains:
          - {id: d, title: {en: Trust, es: Confianza}, description: {en: Whether people trust., es: Si la gente confía.}}
        groups: [student, teacher, administrator, sro]
        items:
          - {id: q1, domain: d, text: {en: "Is it fair?", es: "¿Es justo?"}}
          - {id: q2, domain: d, text: {en: "Is it unsafe?", es: "¿Es inseguro?"}, reverse: true}
          - {id: c1, kind: single-choice, text: {en: "How often?", es: "¿Con qué frecuencia?"}, choices: [{en: Never, es: Nunca}, {en: Often, es: "A menudo"}]}

        """
    ]

    /// A school with something for each chapter, all of it in Spanish.
    static func files(language: String) -> [String: String] {
        func survey(_ count: Int, favorable: Int) -> String {
            "q1,q2,c1\n"
                + (0..<count).map { "\($0 < favorable ? 3 : 1),\($0 < favorable ? 1 : 3),\($0 % 2)\n" }.joined()
        }
        return [
            "school.yaml": """
            name: Escuela Roble
            district: Distrito Olmo
            city: Robledal
            state: Ohio
            level: middle
            grades: 6–8
            language: \(language)
            sros: 1
            sro-program: Un agente de la ciudad.
            instrument: corta
            enrollment:
              - {year: 2024-2025, students: 1450, days: 178, groups: {female: 700}}
              - {year: 2025-2026, students: 1400, days: 177, groups: {female: 690}}
            waves:
              - {id: w1, title: Inicial, from: 2024-10-01, to: 2024-10-10, format: plain, invited: {student: 120, teacher: 50, administrator: 8, sro: 1}}
              - {id: w2, title: Seguimiento, from: 2025-10-01, to: 2025-10-10, format: plain, invited: {student: 120, teacher: 50, administrator: 8, sro: 1}}

            """,
            "surveys/w1-student.csv": survey(100, favorable: 40), "surveys/w2-student.csv": survey(100, favorable: 75),
            "surveys/w1-teacher.csv": survey(40, favorable: 20), "surveys/w2-teacher.csv": survey(40, favorable: 12),
            "surveys/w2-administrator.csv": survey(8, favorable: 4), "surveys/w2-sro.csv": survey(1, favorable: 1),
            "overview.md": "Una escuela.[^1]\n\n[^1]: Una nota.\n",
            "findings.md": "Hay progreso.[^1]\n\n[^1]: Otra nota.\n",
            "measures.csv": """
            period,measure,count,students
            2024-2025,student-arrests,40,all
            2025-2026,student-arrests,14,all
            2024-2025,out-of-school-suspensions,90,all
            2025-2026,out-of-school-suspensions,80,all
            2024-2025,out-of-school-suspensions,40,female
            2025-2026,out-of-school-suspensions,35,female
            2025-2026,trainings,3,all

            """,
            "interviews.yaml": """
            sessions:
              - {id: f1, kind: focus-group, group: student, date: 2025-10-01, participants: 24}
            themes:
              - {title: Lejos, summary: Se le ve poco., raised-by: [student], sessions: [f1]}

            """,
            "policies.yaml":
                "reviewed:\n  - {title: Acuerdo, kind: agreement, dated: 2024-03-03, finding: Claro., gap: Breve.}\n",
            "protocols.yaml":
                "lines:\n  - {shared: Amenaza, by: Docente, to: Agente, how: Radio, within: Ya, status: partial}\n",
            "plan.yaml": """
            challenges:
              - {id: c, title: Lejanía, evidence: Se le ve poco.}
            opportunities:
              - {id: o, title: Ganas, evidence: Hay ganas.}
            goals:
              - id: g1
                title: Cercanía
                challenge: c
                objectives:
                  - id: g1a
                    title: Estar
                    success: Se le conoce
                    steps:
                      - {id: s1, title: Almuerzos, owner: Agente, due: 2025-11-01, status: done}
                      - {id: s2, title: Visitas, owner: Agente, due: 2025-12-01, status: in-progress}
                      - {id: s3, title: Talleres, owner: Agente, due: 2026-05-01, status: not-started}
            revisions:
              - {date: 2026-02-01, summary: Se agregaron talleres.}

            """,
            "support.yaml":
                "activities:\n  - {date: 2026-03-03, kind: training, title: Escuchar, audience: Agente, hours: 2}\n",
        ]
    }
}
