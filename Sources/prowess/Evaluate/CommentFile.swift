import Content
import Evaluation

/// Comments as a comments.yaml, for a person to read, mask further and approve.
enum CommentFile {
    static func text(of school: School) -> String {
        // What was approved keeps its words: printed anew, they would undo what somebody took out of them.
        let approved = Dictionary(school.comments.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
        var text = """
            # What people wrote at \(school.profile.name), masked. Read each one, take out what could still tell who wrote it,
            # and write "true" after "approved:" where it may be printed, "false" where it may not; where nothing stands, it still
            # awaits a decision. Save this as comments.yaml in the school's folder.
            comments:\(school.listedComments.isEmpty ? " []" : "")

            """
        // What several people wrote in the same words has one id, and is printed once.
        var seen: Set<String> = []
        for comment in school.listedComments where seen.insert(comment.id).inserted {
            text += """
                  - id: \(comment.id)
                    wave: \(comment.wave)
                    group: \(comment.group.name)
                    item: \(comment.item)
                    approved:\(decision(comment, approved, school))
                    text: \(quoted(approved[comment.id] ?? comment.text))

                """
        }
        return text
    }

    private static func decision(_ comment: ListedComment, _ approved: [String: String], _ school: School) -> String {
        if approved[comment.id] != nil { return " true" }
        return school.declinedComments.contains(comment.id) ? " false" : ""
    }

    /// A double-quoted YAML scalar.
    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": quoted += "\\\(scalar)"
            case "\n": quoted += "\\n"
            case "\r", "\t": quoted += " "
            case _ where scalar.properties.generalCategory == .control: continue
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
