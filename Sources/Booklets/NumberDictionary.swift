import CSV
import Evaluation

extension NumberFiles {
    /// What each column and each statistic means, as CSV, in English, whatever the words of the layouts.
    public static var dictionary: String {
        dictionary(column: { $0.meaning }, statistic: { $0.meaning })
    }

    /// The same in the words of a booklet; the columns of the file and the names in it are alike in all languages.
    static func dictionary(in words: Wording) throws -> String {
        let sections = ReportedNumber.Section.allCases.map(\.rawValue).joined(separator: ", ")
        return try dictionary(
            column: { try words("dictionary.columns.\($0.name)", ["sections": sections]) },
            statistic: { try words("dictionary.statistics.\($0.phrase)") })
    }

    private static func dictionary(
        column: ((name: String, meaning: String)) throws -> String, statistic: (Statistic) throws -> String
    ) rethrows -> String {
        var writer = CSVWriter(header: ["kind", "name", "unit", "meaning"])
        for each in columns { writer.append(["column", each.name, "", try column(each)]) }
        for each in Statistic.allCases {
            writer.append(["statistic", each.rawValue, each.unit.rawValue, try statistic(each)])
        }
        return writer.text
    }
}

extension Statistic {
    /// Its name among the phrases: the ends of an interval share one.
    fileprivate var phrase: String {
        for end in ["-lower", "-upper"] where rawValue.hasSuffix(end) { return rawValue.dropLast(end.count) + "-ends" }
        return rawValue
    }
}
