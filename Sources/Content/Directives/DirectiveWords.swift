/// Words that directives bring with them.
enum DirectiveWords {
    /// What a link to the rest of a text says.
    /// - Parameter language: a BCP 47 tag; only its first part counts. English where it is not known.
    static func more(_ language: String) -> String {
        language.prefix(while: { $0 != "-" }).lowercased() == "es" ? "Seguir leyendo" : "Read on"
    }
}
