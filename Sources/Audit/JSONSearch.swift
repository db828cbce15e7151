import Foundation

/// Finds a number in JSON whose keys above, or whose neighbors in the same object, are both labels.
enum JSONSearch {
    static func findings(of secrets: [PlacedSecret], in file: TextSearch.File) -> [TextSearch.Finding] {
        guard let root = try? JSONSerialization.jsonObject(with: Data(file.text.utf8), options: .fragmentsAllowed)
        else {
            return []
        }
        var findings: [TextSearch.Finding] = []
        visit(root, [], secrets) { secret, labels in
            findings.append(
                TextSearch.Finding(
                    secret: secret.secret.name, file: file.name, line: 1, excerpt: labels.joined(separator: " / ")))
        }
        return findings
    }

    private static func visit(
        _ value: Any, _ labels: [String], _ secrets: [PlacedSecret], _ report: (PlacedSecret, [String]) -> Void
    ) {
        if let object = value as? [String: Any] {
            let neighbors = object.values.compactMap { ($0 as? String)?.lowercased() }.sorted()
            for (key, child) in object.sorted(by: { $0.key < $1.key }) {
                visit(child, labels + neighbors + [key.lowercased()], secrets, report)
            }
        } else if let array = value as? [Any] {
            for child in array { visit(child, labels, secrets, report) }
        } else {
            let number = (value as? NSNumber).map(\.doubleValue) ?? (value as? String).flatMap(Double.init)
            for secret in secrets where number == secret.secret.value {
                if labels.contains(secret.row) && labels.contains(secret.column) { report(secret, labels) }
            }
        }
    }
}
