/// Tags that mail tools put something of a subscriber's in for, or of a mailing's. The site has neither, so they are taken out.
///
/// Sources, each read as the tool's own documentation has it: Mailchimp's merge tags and their conditions, listmonk's and other
/// Go templates, Liquid and Django-like tags of Buttondown, Kit and Brevo, Handlebars of SendGrid, MailerLite's variables,
/// Campaign Monitor's personalization and its elements, and Constant Contact's brackets.
enum SubscriberTags {
    /// HTML without such tags. A link or an image that leads to one goes, with the link's words left.
    static func removed(fromHTML html: String) -> String {
        guard mayOccur(in: html) else { return html }
        let linked = html.replacing(
            /<a (?:[^>"]|"[^"]*")*?href="[^"]*(?:\*\||\{\{|\{%|\{\$|\[\[)[^"]*"(?:[^>"]|"[^"]*")*>(.*?)<\/a>/
                .dotMatchesNewlines()
        ) { $0.1 }
        let shown = linked.replacing(
            /<img (?:[^>"]|"[^"]*")*?src="[^"]*(?:\*\||\{\{|\{%|\{\$|\[\[)[^"]*"(?:[^>"]|"[^"]*")*>/, with: "")
        return removed(from: shown)
    }

    /// Text without such tags, and without the blanks that they leave at its ends and twice between words, and the comma that
    /// set a name apart.
    static func removed(fromLine text: String) -> String {
        guard mayOccur(in: text) else { return text }
        let words = removed(from: text).split(separator: " ").joined(separator: " ")
        guard words != text else { return text }
        return String(words.replacing(/(?:,? |^)(?=[,.;:!?])|,$/, with: "").drop { ",;: ".contains($0) })
    }

    private static func mayOccur(in text: String) -> Bool {
        text.utf8.contains { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "|") }
            || text.contains("unsubscribe") || text.contains("webversion")
    }

    private static func removed(from text: String) -> String {
        var text = text
        // Of two ways to say something, the one for those of whom nothing is known stays.
        if text.contains("*|IF") {
            text.replace(
                /\*\|IF[A-Z]*:[^|]*\|\*(?:(?!\*\|(?:IF|ELSE:|END:)).)*(?:\*\|ELSE:\|\*((?:(?!\*\|(?:IF|END:)).)*))?\*\|END:IF[A-Z]*\|\*/
                    .dotMatchesNewlines()
            ) { $0.1 ?? "" }
        }
        if text.contains("*|") { text.replace(/\*\|[A-Z0-9_.=-]+(?::[^|*\n]*)?\|\*/, with: "") }
        if text.contains("{%") {
            text.replace(
                /\{%-? *if\b[^%]*%\}(?:(?!\{%).)*(?:\{%-? *else *-?%\}((?:(?!\{%).)*))?\{%-? *endif *-?%\}/
                    .dotMatchesNewlines()
            ) { $0.1 ?? "" }
            text.replace(/\{%[^\n{}]*%\}/, with: "")
        }
        if text.contains("default") || text.contains(" OR ") {
            text.replace(
                /(?:\{\{|\{\$|\[\[)[^\n{}\[\]"'&]*(?:\bdefault\b *:? *\(?|\bOR +)(["']|&quot;|&#39;)([^\n{}\[\]]*?)\1\)? *(?:\}\}|\}|\]\])/
            ) { $0.2 }
        }
        if text.contains("{{") {
            text.replace(/\{\{\{[^\n{}]*\}\}\}/, with: "")
            text.replace(/\{\{insert [^\n{}=]*(?:'|&#39;|")default=([^\n{}]*?)(?:'|&#39;|") *\}\}/) { $0.1 }
            text.replace(/\{\{[^\n{}]*\}\}/, with: "")
        }
        if text.contains("{$") { text.replace(/\{\$[A-Za-z][^\n{}]*\}/, with: "") }
        if text.contains("[[") { text.replace(/\[\[[^\n\[\]]*\]\]/, with: "") }
        if text.contains("[") {
            text.replace(/\[(?:firstname|lastname|fullname|email)(?:,fallback=([^\n\[\]]*))?\]/) { $0.1 ?? "" }
        }
        if text.contains("unsubscribe") || text.contains("webversion") {
            text.replace(/(?:<|&lt;)\/?(?:unsubscribe|webversion|preferences|forwardtoafriend)(?:>|&gt;)/, with: "")
        }
        return text
    }
}
