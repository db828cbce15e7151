import Markup
import TestSupport
import Testing

@Suite("A summary for families")
struct FamilySummaryTests {
    private func summary(
        _ language: String, _ files: [String: String], shared: [String: String] = [:], site: String = ""
    ) throws -> MarkupTree {
        let files = try bookletFiles(files, site: site, shared: shared)
        return try MarkupTree.parseHTML(#require(files["oak/families.\(language).html"]))
    }

    /// So many answers, the first of them favorable to both questions.
    private func survey(_ count: Int, favorable: Int) -> String {
        answers(
            (0..<count).map { $0 < favorable ? 2 : 1 }, (0..<count).map { $0 < favorable ? 1 : 2 })
    }

    @Test("Every school has one in English and one in Spanish, for that client alone")
    func each() throws {
        let artifacts = try bookletArtifacts(reading: Repository.content).filter { $0.path.string.contains("families") }
        let paths = ["cedar-hollow-high", "juniper-flat", "linden-middle", "meridian-campus"].flatMap { school in
            ["en", "es"].map { "\(school)/families.\($0).html" }
        }
        #expect(artifacts.map(\.path.string).sorted() == paths)
        #expect(artifacts.allSatisfy { $0.audience == .client })
        for (path, html) in try booklets(reading: Repository.content) where path.contains("families") {
            let tree = try MarkupTree.parseHTML(html)
            #expect(try tree.attributes("lang", of: "/html") == [path.hasSuffix("en.html") ? "en" : "es"], "\(path)")
            let levels = try tree.xpath("//h1|//h2|//h3").compactMap { Int($0.name.dropFirst()) }
            #expect(levels.first == 1 && levels.count { $0 == 1 } == 1, "\(path)")
            #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 }, "\(path)")
            #expect(try tree.xpath("//p[not(normalize-space())]").isEmpty, "\(path)")
            #expect(try tree.xpath("//p[@class='sample']").count == 1, "\(path)")
        }
    }

    @Test(
        "Of a school with nothing but a name it says so, whom to ask, and how people are protected",
        arguments: ["en", "es"])
    func nothing(language: String) throws {
        let tree = try summary(language, [:])
        #expect(try tree.texts("//h1") == ["Oak <School>"])
        #expect(try tree.sections() == ["Part", "Privacy"])
        #expect(try tree.texts("//main/p").count == 2)
        #expect(try tree.texts("//section[@id='Part']//a") == ["hello@oak.example"])
        #expect(try tree.xpath("//table|//section[not(@id='Part')]//ul|//p[@class='sample']").isEmpty)
    }

    @Test("An invitation to call is there only with a number to call")
    func phone() throws {
        #expect(try !summary("en", [:]).text("//section[@id='Part']").contains("call"))
        let tree = try summary("en", [:], site: "phone: 555 0100\n")
        #expect(try tree.text("//section[@id='Part']").contains("call"))
        #expect(try tree.texts("//section[@id='Part']//li/span").contains("555 0100"))
    }

    @Test(
        "A share is told as so many in ten, exactly or about, and in percent where that would say too little",
        arguments: [
            (100, 70, "7 in 10"), (100, 73, "About 7 in 10"), (100, 75, "About 8 in 10"),
            (400, 384, "More than 9 in 10"),
            (100, 30, "Only 3 in 10"), (100, 34, "Only about 3 in 10"), (400, 16, "Only 4% of"),
        ])
    func shares(count: Int, favorable: Int, words: String) throws {
        let tree = try summary(
            "en",
            [
                "school.yaml": surveyedSchool.replacing("student: 20", with: "student: 500"),
                "surveys/w1-student.csv": survey(count, favorable: favorable),
            ], shared: shortInstrument)
        #expect(try tree.texts("//section[@id='Well' or @id='Work']//span[@class='big']") == [words, words])
        #expect(
            try tree.texts("//span[@class='what']") == [
                "students said “Yes” to this: “Fair?”", "students said “No”, the good answer to this: “Unsafe?”",
            ])
    }

    @Test("A group of few is told as few, and what few people said is not in it")
    func few() throws {
        let tree = try summary(
            "en", ["school.yaml": surveyedSchool, "surveys/w1-student.csv": survey(6, favorable: 5)],
            shared: shortInstrument)
        #expect(try tree.xpath("//tbody/tr").map { $0.children.map(\.text) } == [["Students", "20", "fewer than 10"]])
        #expect(try tree.sections() == ["Asked", "Part", "Privacy"])
    }

    @Test("A number that an earlier release holds back is a mark, and the mark is explained")
    func released() throws {
        let tree = try summary(
            "en",
            [
                "school.yaml": surveyedSchool.replacing("student: 20", with: "student: 100"),
                "surveys/w1-student.csv": survey(63, favorable: 40),
                "releases.csv": "date,audience,name,count\n2026-01-01,school,survey.students.answered.w1,60\n",
            ], shared: shortInstrument)
        #expect(try tree.xpath("//tbody/tr").map { $0.children.map(\.text) } == [["Students", "100", "†"]])
        #expect(try tree.texts("//p[@class='key']").count == 1 && tree.text("//p[@class='key']").hasPrefix("†"))
        #expect(try tree.sections() == ["Asked", "Part", "Privacy"])
    }

    @Test("Its numbers, dates and questions are in its language, and the school's own words in theirs, marked as such")
    func languages() throws {
        let files = LanguageTests.files(language: "es-MX")
        let spanish = try summary("es", files, shared: LanguageTests.instrument)
        #expect(try spanish.xpath("//body//*[@lang]").isEmpty)
        #expect(try spanish.text("//main/p").contains("3 de marzo de 2026"))
        #expect(try spanish.texts("//span[@class='quote']").contains("“¿Es justo?”"))
        let english = try summary("en", files, shared: LanguageTests.instrument)
        #expect(try english.text("//main/p").contains("March 3, 2026"))
        #expect(try english.texts("//span[@class='quote']").contains("“Is it fair?”"))
        #expect(
            try english.texts("//section[@id='Plan']//*[@lang='es-MX']") == [
                "Cercanía", "Visitas", "Agente", "Talleres", "Agente",
            ])
        #expect(try english.texts("//section[@id='Done']//*[@lang='es-MX']") == ["Almuerzos"])
        #expect(
            try english.texts("//section[@id='Done']/p") == [
                "Of the 3 steps in the plan, one is done. We helped with one training."
            ])
    }

    @Test("Questions that are not translated are marked with the school's language")
    func untranslated() throws {
        let tree = try summary(
            "es",
            [
                "school.yaml": surveyedSchool.replacing("student: 20", with: "student: 100"),
                "surveys/w1-student.csv": survey(100, favorable: 80),
            ], shared: shortInstrument)
        #expect(try tree.attributes("lang", of: "//span[@class='quote']") == ["en", "en"])
        #expect(
            try tree.texts("//span[@class='what']") == [
                "estudiantes dieron una buena respuesta a esto: “Fair?”",
                "estudiantes dijeron que no a esto, y eso es bueno: “Unsafe?”",
            ])
    }

    @Test(
        "Of 60 action steps the first five that are open are there, of seven goals three, and how many more there are")
    func many() throws {
        let long = String(repeating: "Something long to do ", count: 40)
        let goals = (1...7).map { goal in
            "  - id: g\(goal)\n    title: \(long)\n    objectives:\n      - id: o\(goal)\n        title: O\n        success: S\n"
                + "        steps:\n"
                + (1...9).map {
                    "          - {id: s\(goal)-\($0), title: \(long), owner: \(long), due: 2026-0\($0)-0\(goal), status: not-started}\n"
                }
                .joined()
        }
        let tree = try summary("en", ["plan.yaml": "goals:\n" + goals.joined()])
        #expect(try tree.xpath("//section[@id='Plan']/ul[1]/li").count == 3)
        #expect(try tree.xpath("//section[@id='Plan']/ul[2]/li").count == 5)
        #expect(
            try tree.texts("//section[@id='Plan']/p") == [
                "The plan has 4 more goals.", "The plan has 58 more open steps.",
            ])
        #expect(try tree.texts("//section[@id='Plan']//li/span[1]").allSatisfy { $0.count <= 81 && $0.hasSuffix("…") })
    }
}
