import Evaluation
import Yams

/// The scales that a questionnaire declares.
struct Scales {
    /// The scale of ratings that name none.
    var usual: ResponseScale?
    /// Further scales by name.
    var named: [String: ResponseScale] = [:]
    /// The names of these scales, those with a mistake included.
    var names: [String] = []
}

/// Reads the scales of a questionnaire.
struct ScaleReader {
    let language: String?

    /// The scale under `scale` and those under `scales`; a scale with a mistake, which has been reported, is there all the
    /// same.
    func readAll(_ keys: YAMLMapping) -> Scales {
        var scales = Scales()
        if keys.value(of: "scale") != nil || keys.value(of: "scales") == nil && Self.asksForScale(keys) {
            scales.usual = read(keys, "scale")
        } else {
            _ = keys.optional("scale", .mappings)
        }
        guard let named = keys.optional("scales", .mapping) else { return scales }
        for (name, _, _) in named.pairs {
            scales.named[name] = read(named, name)
            scales.names.append(name)
        }
        scales.names.sort()
        return scales
    }

    /// Whether any item is a rating that names no scale.
    private static func asksForScale(_ keys: YAMLMapping) -> Bool {
        guard case .sequence(let items) = keys.value(of: "items"), !items.isEmpty else { return true }
        return items.contains { item in
            guard case .mapping(let mapping) = item else { return false }
            return mapping["scale"] == nil && (mapping["kind"]?.string ?? "rating") == "rating"
        }
    }

    private func read(_ keys: YAMLMapping, _ key: String) -> ResponseScale? {
        let entries = keys.entries(key, distinct: "code")
        guard !entries.isEmpty else { return nil }
        var labels = DistinctLabels()
        let answers = entries.compactMap { readAnswer($0, &labels) }
        labels.report(of: "answers of this scale")
        let points = Self.points(of: answers)
        check(points, of: answers, at: keys.value(of: key), keys.reader)
        return ResponseScale(points: points, nonSubstantive: answers.compactMap(\.beside))
    }

    /// One entry of a scale: a point, or an answer beside the scale.
    private struct Answer {
        let code: UInt8?
        let label: TranslatedText
        let isFavorable: Bool
        let isNeutral: Bool?
        let beside: ResponseScale.NonSubstantive?
    }

    private func readAnswer(_ keys: YAMLMapping, _ labels: inout DistinctLabels) -> Answer? {
        let isNotApplicable = keys.optional("not-applicable", .flag) ?? false
        let isDontKnow = keys.optional("dont-know", .flag) ?? false
        let isBeside = isNotApplicable || isDontKnow
        let code = isBeside ? keys.optional("code", .answerCode) : keys.required("code", .answerCode)
        let label = keys.required("label", .translated(from: language))
        let isFavorable = keys.optional("favorable", .flag)
        let isNeutral = keys.optional("neutral", .flag)
        keys.reportUnknownKeys()
        let claims = [isNotApplicable, isDontKnow, isFavorable ?? false, isNeutral ?? false]
        if claims.count(where: { $0 }) > 1 {
            keys.reader.report(
                keys.node, "an answer is only one of favorable, neutral, not-applicable and dont-know",
                hint: "keep the one that it is")
        }
        guard let label, isBeside || code != nil else { return nil }
        labels.add(label, code: code, at: keys)
        let beside = ResponseScale.NonSubstantive(
            code: code, label: label, kind: isDontKnow ? .dontKnow : .notApplicable)
        return Answer(
            code: code, label: label, isFavorable: isFavorable ?? false, isNeutral: isNeutral,
            beside: isBeside ? beside : nil)
    }

    /// The points in the order of their codes. Where no entry says whether it is neutral, the middle of an odd number of
    /// points is, unless it is favorable.
    private static func points(of answers: [Answer]) -> [ResponseScale.Point] {
        let points = answers.filter { $0.beside == nil }.sorted { ($0.code ?? 0) < ($1.code ?? 0) }
        let saysNeutral = points.contains { $0.isNeutral != nil }
        return points.enumerated().compactMap { index, point in
            guard let code = point.code else { return nil }
            let isMiddle = 2 * index + 1 == points.count && points.count > 1
            let isNeutral = saysNeutral ? point.isNeutral ?? false : isMiddle
            return ResponseScale.Point(
                code: code, label: point.label,
                valence: point.isFavorable ? .favorable : isNeutral ? .neutral : .unfavorable)
        }
    }

    /// Favorable answers lie at one end, and not all are: otherwise no share of them says anything.
    private func check(_ points: [ResponseScale.Point], of answers: [Answer], at node: Node?, _ reader: YAMLReader) {
        let valences = points.map(\.valence)
        let favorable = valences.count { $0 == .favorable }
        if favorable == 0 {
            reader.report(
                node, "no answer of this scale is favorable", hint: "add \"favorable: true\" to those that are")
        } else if favorable == valences.count {
            reader.report(
                node, "every answer of this scale is favorable",
                hint: "take \"favorable: true\" away from those that are not")
        } else if !valences.prefix(favorable).allSatisfy({ $0 == .favorable }),
            !valences.suffix(favorable).allSatisfy({ $0 == .favorable })
        {
            reader.report(
                node, "the favorable answers of this scale are not side by side at one of its ends",
                hint:
                    "order the codes from one end of the scale to the other, or give each kind of answer a scale of its own"
            )
        }
    }
}

/// Looks for answers that an export could not tell apart.
struct DistinctLabels {
    private var seen: [(words: Set<String>, code: UInt8?)] = []
    private var entries: [YAMLMapping] = []

    /// Takes an answer in.
    mutating func add(_ label: TranslatedText, code: UInt8?, at keys: YAMLMapping) {
        seen.append((Set(label.all.map(\.normalizedQuestion)), code))
        entries.append(keys)
    }

    /// Reports each label that another answer has in any language, or that is the number another answer is coded with.
    func report(of what: String) {
        for (index, entry) in entries.enumerated() {
            let node = entry.value(of: "label") ?? entry.node
            if seen[..<index].contains(where: { !$0.words.isDisjoint(with: seen[index].words) }) {
                entry.reader.report(
                    node, "two \(what) have the same label",
                    hint: "each needs its own in every language, since exports tell answers by their labels")
            }
            let isOtherCode = seen.indices.contains { other in
                other != index && seen[other].code.map { seen[index].words.contains(String($0)) } ?? false
            }
            if isOtherCode {
                entry.reader.report(
                    node, "this label is the code of another of the \(what)",
                    hint: "give the answer that reads as a number this number as its code")
            }
        }
    }
}

extension YAMLKind where Value == UInt8 {
    /// The number an answer is coded with; the highest five mean that there is no such answer.
    static var answerCode: Self {
        let number = YAMLKind<Int>.integer(0...250)
        return YAMLKind(expectation: number.expectation) { node, reader in
            number.read(node, reader).flatMap(UInt8.init(exactly:))
        }
    }
}
