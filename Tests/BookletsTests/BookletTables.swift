import Markup
import Testing

/// What a booklet tells of one question, one group and one wave.
struct ItemRow {
    let n, favorable, neutral, unfavorable, interval: String

    init(_ cells: [String]) throws {
        try #require(cells.count == 5)
        (n, favorable, neutral, unfavorable, interval) = (cells[0], cells[1], cells[2], cells[3], cells[4])
    }

    /// All cells, in order.
    var cells: [String] { [n, favorable, neutral, unfavorable, interval] }

    /// The share and, where one is told, the number of answers.
    var told: [String] { n == favorable ? [favorable] : [favorable, "(\(n))"] }
}

extension MarkupTree {
    /// The appendix: by question the rows, by group and wave.
    func itemTables() throws -> [(question: String, rows: [String: ItemRow])] {
        try xpath("//div[@class='item']/table").map { table in
            let rows = try table.child("tbody").children
            return (
                Self.question(table),
                try Dictionary(
                    uniqueKeysWithValues: rows.map {
                        ($0.children[0].text, try ItemRow($0.children.dropFirst().map(\.text)))
                    })
            )
        }
    }

    /// The rows of a question of the appendix, by group and wave.
    func itemRows(_ id: String) throws -> [String: ItemRow] {
        try Dictionary(
            uniqueKeysWithValues: xpath("//table[@id='Item-\(id)']/tbody/tr").map {
                ($0.children[0].text, try ItemRow($0.children.dropFirst().map(\.text)))
            })
    }

    /// By domain the questions that the appendix lists below it.
    func questionsOfDomains() throws -> [String: [String]] {
        try Dictionary(
            uniqueKeysWithValues: xpath("//section[@id='Items']//section").map { domain in
                (try domain.child("h3").text, domain.children.compactMap(\.children.first).map(Self.question))
            })
    }

    private static func question(_ table: MarkupNode) -> String {
        (table.children.first?.text ?? "").replacing(" Disagreement is favorable.", with: "")
    }

    /// The tables of domains: by group the cells, by their column's head.
    func domainTables() throws -> [(domain: String, rows: [String: [String: String]])] {
        try xpath("//section[@class='domain']").map { section in
            let table = try section.child("div").child("table")
            let heads = try table.child("thead").children.flatMap(\.children).map(\.text)
            let rows = try table.child("tbody").children.map { $0.children.map(\.text) }
            #expect(rows.allSatisfy { $0.count == heads.count })
            return (
                try section.child("h3").text,
                Dictionary(
                    uniqueKeysWithValues: rows.map {
                        ($0[0], Dictionary(uniqueKeysWithValues: zip(heads.dropFirst(), $0.dropFirst())))
                    })
            )
        }
    }
}

extension MarkupNode {
    /// The first child of a name.
    func child(_ name: String) throws -> MarkupNode {
        let child = children.first { $0.name == name }
        return try #require(child)
    }
}
