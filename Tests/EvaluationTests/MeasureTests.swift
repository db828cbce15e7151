import Testing

@testable import Evaluation

@Suite("Measures")
struct MeasureTests {
    private static func year(_ text: String) throws -> SchoolYear { try #require(SchoolYear(text)) }

    /// Counts by year from 2024-2025 on, each by the name of its students.
    private func counts(_ measure: Measure, _ years: [[String: Int]]) throws -> [MeasureCount] {
        try years.enumerated().flatMap { index, counts in
            let period = try Self.year("\(2024 + index)-\(2025 + index)")
            return try counts.sorted { $0.key < $1.key }.map { name, count in
                MeasureCount(
                    period: period, measure: measure, students: try #require(StudentGroup(name)), count: count)
            }
        }
    }

    private func evaluation(
        _ counts: [MeasureCount], enrollment: [Enrollment] = [], isProtected: Bool = true
    ) throws -> SchoolEvaluation {
        var record = SchoolRecord()
        record.measures = counts
        record.enrollment = enrollment
        return SchoolEvaluation(record, isProtected: isProtected)
    }

    private static func enrollment(_ students: Int..., groups: [String: Int] = [:]) throws -> [Enrollment] {
        try students.enumerated().map { index, students in
            Enrollment(
                year: try year("\(2024 + index)-\(2025 + index)"), students: students, days: 178,
                groups: Dictionary(
                    uniqueKeysWithValues: try groups.map { (try #require(StudentGroup($0.key)), $0.value) }))
        }
    }

    @Test("Twelve arrests among 1,450 students and then five among 1,390 are no proof of a drop")
    func arrests() throws {
        let evaluation = try evaluation(
            counts(.studentArrests, [["all": 12], ["all": 5]]), enrollment: Self.enrollment(1450, 1390),
            isProtected: false)
        #expect(try abs(evaluation.value("measures.arrests.rate-ratio") - 2.3007) < 1e-4)
        #expect(try abs(evaluation.value("measures.arrests.rate-ratio-lower") - 0.75) < 0.005)
        #expect(try abs(evaluation.value("measures.arrests.rate-ratio-upper") - 8.34) < 0.005)
        #expect(try evaluation.value("measures.arrests.change") == -7)
        #expect(evaluation.measures.rows.first?.changes.first?.shown?.verdict == .notDistinguishable)
        // Garwood: 4.28 to 14.46 per 1,000.
        #expect(try abs(evaluation.value("measures.arrests.rate-per-1000-lower.2024-2025") - 4.28) < 0.005)
        #expect(try abs(evaluation.value("measures.arrests.rate-per-1000-upper.2024-2025") - 14.46) < 0.005)
        #expect(try abs(evaluation.value("measures.arrests.per-day.2024-2025") - 12.0 / 178) < 1e-12)
    }

    @Test("Of students' events one to nine are withheld, with all that is made of them; none is told")
    func small() throws {
        let evaluation = try evaluation(
            counts(.studentArrests, [["all": 12], ["all": 5], ["all": 0]]),
            enrollment: Self.enrollment(1450, 1390, 1400))
        for name in ["count.2025-2026", "rate-per-1000.2025-2026", "change.2025-2026", "rate-ratio.2026-2027"] {
            #expect(try evaluation.number("measures.student-arrests.\(name)").status == .suppressed)
        }
        #expect(try evaluation.value("measures.student-arrests.count.2026-2027") == 0)
        #expect(try evaluation.value("measures.arrests.count.2024-2025") == 12)
    }

    @Test("What concerns no student is told however small")
    func others() throws {
        let evaluation = try evaluation(counts(.trainings, [["all": 1], ["all": 3]]))
        #expect(try evaluation.value("measures.trainings.count") == 3)
        #expect(try evaluation.value("measures.trainings.change") == 2)
    }

    @Test("All less the girls would give the boys away")
    func complement() throws {
        let evaluation = try evaluation(
            counts(.outOfSchoolSuspensions, [["all": 40, "female": 5, "male": 35]]))
        #expect(try evaluation.value("measures.out-of-school-suspensions.count") == 40)
        for group in ["female", "male"] {
            #expect(
                try evaluation.number("measures.out-of-school-suspensions.\(group).count").status == .suppressed)
        }
    }

    @Test("Girls alone would give the boys away too, although no row has them")
    func unlisted() throws {
        let evaluation = try evaluation(counts(.outOfSchoolSuspensions, [["all": 40, "female": 36]]))
        let told = evaluation.measures.rows.compactMap { $0.years.first?.shown?.count }
        #expect(told.count == 1)
    }

    @Test("Perturbed counts whose parts are beyond their total give no small count away by subtraction")
    func contradiction() throws {
        for (parts, shown) in [([5, 26], [false, false, false]), ([15, 16], [true, true, true])] {
            let evaluation = try evaluation(
                counts(.outOfSchoolSuspensions, [["all": 30, "female": parts[1], "male": parts[0]]]))
            #expect(evaluation.measures.rows.map { $0.years.first?.shown != nil } == shown)
        }
    }

    @Test("Referrals include arrests, so that few referrals without arrest withhold one of the two")
    func referrals() throws {
        let few = try evaluation(
            counts(.studentArrests, [["all": 14]]) + counts(.referralsToLawEnforcement, [["all": 17]]))
        #expect(few.measures.rows.compactMap { $0.years.first?.shown }.count == 1)
        let many = try evaluation(
            counts(.studentArrests, [["all": 14]]) + counts(.referralsToLawEnforcement, [["all": 37]]))
        #expect(many.measures.rows.compactMap { $0.years.first?.shown?.count } == [14, 37])
    }

    @Test("A group of a few students is withheld whatever its count")
    func smallGroup() throws {
        let evaluation = try evaluation(
            counts(.outOfSchoolSuspensions, [["all": 60, "asian": 12]]),
            enrollment: Self.enrollment(500, groups: ["asian": 6]))
        #expect(try evaluation.number("measures.out-of-school-suspensions.asian.count").status == .suppressed)
    }

    @Test("Of a group that all but a few students are in nothing is told either")
    func nearlyAll() throws {
        let evaluation = try evaluation(
            counts(.outOfSchoolSuspensions, [["all": 60, "female": 60]]),
            enrollment: Self.enrollment(500, groups: ["female": 495]))
        #expect(try evaluation.number("measures.out-of-school-suspensions.female.count").status == .suppressed)
    }

    @Test("A group's risk is compared with that of all other students")
    func disparity() throws {
        let evaluation = try evaluation(
            counts(.outOfSchoolSuspensions, [["all": 100, "black": 40]]),
            enrollment: Self.enrollment(1000, groups: ["black": 200]))
        // (40 / 200) / (60 / 800); the interval by hand: log 8/3 ± 1.96 √(1/40 − 1/200 + 1/60 − 1/800).
        #expect(try abs(evaluation.value("measures.out-of-school-suspensions.black.risk-ratio") - 8.0 / 3) < 1e-12)
        #expect(try abs(evaluation.value("measures.out-of-school-suspensions.black.risk-ratio-lower") - 1.84407) < 1e-4)
        #expect(try abs(evaluation.value("measures.out-of-school-suspensions.black.risk-ratio-upper") - 3.85620) < 1e-4)
    }

    @Test("Counts of the national collection are perturbed: a rate, and no interval or test")
    func perturbed() throws {
        let counts = try counts(.studentArrests, [["all": 22], ["all": 31]]).map {
            MeasureCount(period: $0.period, measure: $0.measure, count: $0.count, source: .crdc)
        }
        let evaluation = try evaluation(counts, enrollment: Self.enrollment(1000, 1000))
        #expect(try evaluation.value("measures.arrests.rate-per-1000.2024-2025") == 22)
        #expect(try evaluation.number("measures.arrests.rate-per-1000-lower.2024-2025").value == nil)
        #expect(try evaluation.number("measures.arrests.rate-ratio").value == nil)
    }

    @Test("A year that was not counted is no zero")
    func gaps() throws {
        let first = MeasureCount(period: try Self.year("2023-2024"), measure: .studentArrests, count: 14)
        let last = MeasureCount(period: try Self.year("2025-2026"), measure: .trainings, count: 4)
        let table = try evaluation([last, first]).measures
        #expect(table.periods == [first.period, last.period])
        #expect(table.rows.map(\.measure) == [.studentArrests, .trainings])
        #expect(table.rows.map { $0.years.map { $0 == .notAsked } } == [[false, true], [true, false]])
        #expect(table.rows.allSatisfy { $0.changes == [.notAsked] })
    }

    @Test("Two years that follow one another name a school year")
    func schoolYear() throws {
        let year = try Self.year("2024-2025")
        #expect(year.title == "2024\u{2013}2025" && year.name == "2024-2025")
        #expect(try year < Self.year("2025-2026"))
    }

    @Test(
        "Nothing else does",
        arguments: [
            "", "2024", "2024-2026", "2025-2024", "2024-25", "24-25", "2024/2025", "2024-2025-2026", " 2024-2025",
            "+024-0025", "-2024-2025", "２０２４-２０２５",
        ])
    func noSchoolYear(text: String) {
        #expect(SchoolYear(text) == nil)
    }

    @Test("A group of students is named by its parts, in any order, each kind once")
    func studentGroups() {
        #expect(StudentGroup("female+black")?.name == "black+female")
        #expect(StudentGroup("all") == .all)
        for name in ["", "black+white", "girls", "female+", "idea+idea"] { #expect(StudentGroup(name) == nil) }
        #expect(StudentGroup.all < StudentGroup(sex: .female))
    }
}
