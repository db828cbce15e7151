import Diagnostics
import Evaluation

/// What school.yaml says, with how each wave's surveys were exported.
struct SchoolHeader {
    let profile: School.Profile
    let instrument: Instrument?
    let waves: [PlannedWave]
    let disclosure: DisclosureRule?
    /// Groups in which everybody agreed that the group's own answers are shown.
    let consenting: Set<StakeholderGroup>
    let namesToMask: [String]
    /// The school's number in the Civil Rights Data Collection.
    let comboKey: ComboKey?

    init?(_ keys: YAMLMapping, instruments: [String: Instrument], instrumentNames: [String]) {
        let name = keys.required("name", .text)
        let district = keys.required("district", .text)
        let city = keys.required("city", .text)
        let state = keys.required("state", .text)
        let level: School.Level? = keys.required("level", .name)
        let grades = keys.required("grades", .text)
        let language = keys.optional("language", .languageTag) ?? "en"
        let isSample = keys.optional("sample", .flag) ?? false
        // A questionnaire that can't be read was reported already; its name still counts.
        let instrument = keys.optional("instrument", .choice(of: instrumentNames))
        let enrollment = keys.optional("enrollment", .mappings(distinct: "year"))?.compactMap(Self.readEnrollment) ?? []
        let sroCount = keys.optional("sros", .integer(0...1000))
        let sroProgram = keys.optional("sro-program", .text)
        let permitsPublishing = keys.optional("permission-to-publish", .flag) ?? false
        let permission = keys.optional("permission-to-deliver", .mapping).flatMap(Self.readPermission)
        let waveKeys = keys.optional("waves", .mappings(distinct: "id")) ?? []
        let usual = instrument.flatMap { instruments[$0] }
        let waves = waveKeys.compactMap {
            PlannedWave($0, instrument: usual, instruments: instruments, names: instrumentNames)
        }
        if waveKeys.contains(where: { $0.value(of: "instrument") == nil }), keys.value(of: "instrument") == nil {
            keys.reader.report(
                keys.value(of: "waves"), "a school with waves needs \"instrument\"",
                hint: "name a file of instruments/, such as \(instrumentNames.first ?? "partnership-climate")")
        }
        disclosure = keys.optional("disclosure", .mapping).map(DisclosureRule.init)
        let agreements = [("administrator-consents", StakeholderGroup.administrator), ("sro-consents", .sro)]
        consenting = Set(agreements.filter { keys.optional($0.0, .flag) == true }.map(\.1))
        namesToMask = keys.optional("names-to-mask", .texts) ?? []
        comboKey = keys.optional("combokey", .comboKey)
        guard let name, let district, let city, let state, let level, let grades else { return nil }
        profile = School.Profile(
            name: name, district: district, city: city, state: state, level: level, grades: grades,
            language: language, isSample: isSample, enrollment: enrollment.sorted { $0.year < $1.year },
            sroCount: sroCount, sroProgram: sroProgram, permitsPublishing: permitsPublishing,
            deliveryPermission: permission)
        self.instrument = usual ?? waves.max { $0.wave.opened < $1.wave.opened }?.wave.instrument
        self.waves = waves.sorted { ($0.wave.opened, $0.wave.id) < ($1.wave.opened, $1.wave.id) }
    }

    private static func readPermission(_ keys: YAMLMapping) -> DeliveryPermission? {
        let from = keys.required("from", .line)
        let date = keys.required("date", .date)
        keys.reportUnknownKeys()
        guard let from, let date else { return nil }
        return DeliveryPermission(from: from, date: date)
    }

    private static func readEnrollment(_ keys: YAMLMapping) -> Enrollment? {
        let year = keys.required("year", .schoolYear)
        let students = keys.required("students", .integer(1...1_000_000))
        let days = keys.optional("days", .integer(1...366))
        let groups = keys.optional("groups", .mapping)
        keys.reportUnknownKeys()
        let counts = readGroups(groups, of: students)
        guard let year, let students else { return nil }
        return Enrollment(year: year, students: students, days: days, groups: counts)
    }

    /// The number of students of each group, none more than there are students.
    private static func readGroups(_ keys: YAMLMapping?, of students: Int?) -> [StudentGroup: Int] {
        var groups: [StudentGroup: Int] = [:]
        for (name, keyNode, _) in keys?.pairs ?? [] {
            let count = keys?.required(name, .integer())
            guard let group = StudentGroup(name) else {
                keys?.reader.report(
                    keyNode, "there is no group of students \"\(name.prefix(60))\"",
                    hint: StudentGroup.hint(for: name))
                continue
            }
            if let count, let students, count > students {
                keys?.reader.report(keys?.value(of: name), "this group has more students than the school")
            }
            if groups.updateValue(count ?? 0, forKey: group) != nil {
                keys?.reader.report(keyNode, "the group \(group.name) is given twice")
            }
        }
        return groups
    }
}

extension StudentGroup {
    /// The nearest name of a group, part by part, or the names there are.
    static func hint(for name: String) -> String? {
        let parts = name.split(separator: "+").map { part in
            NearestName.match(for: String(part).trimmed, among: names)
        }
        let meant = parts.compactMap { $0 }.joined(separator: "+")
        guard !parts.contains(nil), let group = StudentGroup(meant) else {
            return "known: \(names.joined(separator: ", ")), and several joined by +, such as black+female"
        }
        return "did you mean \"\(group.name)\"?"
    }
}

extension YAMLKind where Value == SchoolYear {
    /// A school year.
    static var schoolYear: Self {
        YAMLKind(expectation: "a school year such as 2024-2025") { node, _ in
            node.string.flatMap { SchoolYear($0.trimmed) }
        }
    }
}
