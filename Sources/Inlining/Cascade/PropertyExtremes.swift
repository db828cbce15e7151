import CSS

/// The weakest and the strongest of some rules for each property that they set.
struct PropertyExtremes {
    private var entries: [(property: AtomTable.Atom, weakest: Matches.Match, strongest: Matches.Match)] = []
    private let properties: PropertyTable

    init(_ properties: PropertyTable) { self.properties = properties }

    var isEmpty: Bool { entries.isEmpty }

    /// Adds a rule that sets a property.
    mutating func add(_ property: AtomTable.Atom, _ match: Matches.Match) {
        guard let place = entries.firstIndex(where: { $0.property == property }) else {
            return entries.append((property, match, match))
        }
        if match.isWeaker(than: entries[place].weakest) { entries[place].weakest = match }
        if entries[place].strongest.isWeaker(than: match) { entries[place].strongest = match }
    }

    /// The weakest rule that sets something of a property; nil where none does.
    func weakest(_ property: AtomTable.Atom) -> Matches.Match? {
        var weakest: Matches.Match?
        for entry in entries where properties.overlap(entry.property, property) {
            if weakest.map(entry.weakest.isWeaker) ?? true { weakest = entry.weakest }
        }
        return weakest
    }

    /// The strongest rule that sets something of a property; nil where none does.
    func strongest(_ property: AtomTable.Atom) -> Matches.Match? {
        var strongest: Matches.Match?
        for entry in entries where properties.overlap(entry.property, property) {
            if strongest?.isWeaker(than: entry.strongest) ?? true { strongest = entry.strongest }
        }
        return strongest
    }

    /// Whether any rule sets something of a property.
    func has(_ property: AtomTable.Atom) -> Bool { entries.contains { properties.overlap($0.property, property) } }
}
