extension CalendarDate {
    /// The date in words, as in "March 3, 2026" or "3 de marzo de 2026"; English where the language is not known.
    ///
    /// The names stand here because Foundation's formatter gives other words on other systems, and Output may not depend
    /// on the machine. Source: Unicode CLDR, `dateFormats/long` of `en` and `es`.
    /// - Parameter language: a BCP 47 tag; only its first part counts.
    public func longText(language: String) -> String {
        switch language.prefix(while: { $0 != "-" }).lowercased() {
        case "es": "\(day) de \(Self.spanishMonths[month - 1]) de \(year)"
        default: "\(Self.englishMonths[month - 1]) \(day), \(year)"
        }
    }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]

    private static let spanishMonths = [
        "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
        "diciembre",
    ]
}
