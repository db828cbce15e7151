/// Finds a row's label, a column's label and a number in one piece of text, as in `<title>Girls, arrests: 3</title>`.
enum FragmentSearch {
    static func findings(of secrets: [PlacedSecret], in file: TextSearch.File) -> [TextSearch.Finding] {
        var line = 1
        var findings: [TextSearch.Finding] = []
        let isEnd: Set<Character> = ["<", ">", "\"", "\n", "\r\n"]
        var fragment = ""
        for character in file.text + "\n" {
            guard isEnd.contains(character) else {
                fragment.append(character)
                continue
            }
            findings += self.findings(of: secrets, in: fragment, file: file.name, line: line)
            fragment = ""
            if character.isNewline { line += 1 }
        }
        return findings
    }

    private static func findings(
        of secrets: [PlacedSecret], in fragment: String, file: String, line: Int
    ) -> [TextSearch.Finding] {
        guard fragment.utf8.contains(where: { (48...57).contains($0) }) else { return [] }
        let lowercased = fragment.lowercased()
        return secrets.filter { secret in
            guard lowercased.contains(secret.row), lowercased.contains(secret.column) else { return false }
            // Labels may have digits, as "Grade 9" has.
            let rest = lowercased.split(separator: secret.row).joined(separator: " ")
                .split(separator: secret.column).joined(separator: " ")
            return secret.isIn(rest)
        }.map { TextSearch.Finding(secret: $0.secret.name, file: file, line: line, excerpt: fragment) }
    }
}
