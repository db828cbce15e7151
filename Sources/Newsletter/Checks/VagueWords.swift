/// Words of links that mean nothing by themselves, in English and Spanish.
enum VagueWords {
    private static let words: Set<String> = [
        "click", "click here", "click this", "click this link", "here", "right here", "see here", "go", "go here",
        "link",
        "this link", "the link", "this", "this page", "more", "read more", "learn more", "see more", "find out more",
        "more info", "more information", "details", "continue", "continue reading", "read on", "download", "open",
        "view",
        "aquí", "aqui", "clic aquí", "haz clic", "haz clic aquí", "haga clic", "haga clic aquí", "pulsa aquí",
        "pulse aquí",
        "pincha aquí", "pinche aquí", "ver aquí", "entra aquí", "enlace", "este enlace", "el enlace", "esta página",
        "más",
        "leer más", "lee más", "lea más", "ver más", "saber más", "más información", "más info", "seguir leyendo",
        "continuar", "continuar leyendo", "detalles", "descargar", "abrir", "ver",
    ]

    /// Whether a link's words are among them, whatever their case and the marks around them.
    static func contains(_ text: String) -> Bool {
        let letters = text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
        return words.contains(String(letters).collapsed)
    }
}
