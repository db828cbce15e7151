import Diagnostics

/// Finds out what wrote a file.
struct FormatSearch {
    let options: IntakeOptions

    /// The shape that the options name, or the one that fits a header.
    /// - Parameter name: the file's name: Mailchimp's say what is in them.
    func layout(header: [String], name: String, path: String) throws(DiagnosticLog) -> ColumnLayout {
        let layouts = candidates(name: name, header: header).map { ColumnLayout($0, header: header) }
        let whole = layouts.filter { $0.missing.isEmpty }
        // The last of equals is least special.
        if let best = whole.max(by: { $0.fields.count <= $1.fields.count }) { return best }
        // A file of Mailchimp's, by its name and by its person's columns, is told what it lacks.
        if options.format == nil || options.format == .mailchimp,
            let named = Self.mailchimpShape(name: name, header: header)
        {
            let layout = ColumnLayout(named, header: header)
            if layout.fields.contains(where: { $0.column > 0 || named.kind == .neverSubscribed }) { return layout }
        }
        if options.format != nil || !options.columns.isEmpty, let first = layouts.max(by: { $0.share <= $1.share }) {
            return first
        }
        guard var nearest = Self.nearest(of: layouts) else { throw unknownFormat(path) }
        guard nearest.share >= 0.6 else { throw unknownFormat(path, nearest: nearest) }
        nearest.isGuess = true
        return nearest
    }

    /// The layout that explains more of a header's columns than every other, and at least two of those that it needs.
    private static func nearest(of layouts: [ColumnLayout]) -> ColumnLayout? {
        let ranked = layouts.sorted { ($0.fields.count, $0.share) > ($1.fields.count, $1.share) }
        guard let first = ranked.first,
            ranked.dropFirst().allSatisfy({ ($0.fields.count, $0.share) < (first.fields.count, first.share) }),
            first.fields.count(where: { place in first.shape.columns.contains { $0.field == place.field && $0.isNeeded }
            })
                >= 2
        else { return nil }
        return first
    }

    /// The shape of JSON records, by the keys of the first: unticked boxes are not there at all, so that only what tells the
    /// services apart is looked for.
    func jsonLayout(keys: [String], path: String) throws(DiagnosticLog) -> ColumnLayout {
        guard !keys.isEmpty || options.format != nil else {
            throw InputFile.log(path, "there is no record in this file")
        }
        let names = Set(keys.map(folded))
        // Mailchimp exports no JSON.
        var shapes = candidates(name: "", header: []).filter { $0.format != .mailchimp }
        if options.format == nil, options.columns.isEmpty {
            shapes = shapes.filter { shape in
                shape.columns.allSatisfy { column in
                    !column.isNeeded || Self.mayBeAbsentFromJSON.contains(column.field)
                        || column.names.contains { names.contains(folded($0)) }
                }
            }
            // `created_at` alone tells of no service; Netlify's records have the form's fields in `data`.
            shapes.removeAll { $0.format == .netlify && !keys.contains { $0.hasPrefix("data.") } }
        }
        guard let shape = shapes.first else {
            throw unknownFormat(path)
        }
        return ColumnLayout(shape, header: [])
    }

    /// What a file whose format nobody knows is told.
    /// - Parameter nearest: the format that the header is nearest to.
    func unknownFormat(_ path: String, nearest: ColumnLayout? = nil) -> DiagnosticLog {
        let known = Self.described.map {
            "\($0.format.rawValue): \($0.columns.filter(\.isNeeded).map(\.name).joined(separator: ", "))"
        }
        return DiagnosticLog([
            Diagnostic(
                path: path, location: .start, message: "nothing here tells which tool wrote this file",
                hint: (nearest.map(Self.lacks) ?? "name the format") + ". Columns that each needs: "
                    + known.joined(separator: "; ")
                    + "; generic: any, by a map of columns")
        ])
    }

    private static func lacks(_ layout: ColumnLayout) -> String {
        "it is nearest to \(layout.shape.format.rawValue), which also has "
            + layout.missing.map { "\"\($0.name)\"" }.joined(separator: ", ") + "; add them, or name the format"
    }

    private static let described = IntakeShape.forms + IntakeShape.tools

    private static let mayBeAbsentFromJSON: Set<IntakeField> = [
        .privacyRead, .termsAccepted, .newsletterWanted, .notice, .confirmedAt, .withdrawnAt,
    ]

    private func candidates(name: String, header: [String]) -> [IntakeShape] {
        var shapes = Self.described
        if !options.columns.isEmpty || options.format == .generic { shapes = [.generic(options.columns)] }
        if let format = options.format, format != .generic { shapes = Self.described.filter { $0.format == format } }
        if let named = Self.mailchimpShape(name: name, header: header),
            shapes.contains(where: { $0.format == .mailchimp })
        {
            shapes.removeAll { $0.format == .mailchimp }
            if named.kind != .neverSubscribed || options.format == .mailchimp { shapes.append(named) }
        }
        return shapes
    }

    /// The shape of Mailchimp's that columns of leaving or, where there are none, a file's name speak for.
    ///
    /// Who left has the times of opting in too: a file with any column of leaving, or that is called so, must never be taken for the
    /// list.
    private static func mailchimpShape(name: String, header: [String]) -> IntakeShape? {
        if header.contains(where: { $0.hasPrefix("UNSUB_") }) { return .mailchimpUnsubscribed }
        if header.contains(where: { $0.hasPrefix("CLEAN_") }) { return .mailchimpCleaned }
        let name = name.lowercased()
        if name.hasPrefix("nonsubscribed") { return .mailchimpNeverSubscribed }
        if name.hasPrefix("unsubscribed") { return .mailchimpUnsubscribed }
        return name.hasPrefix("cleaned") ? .mailchimpCleaned : nil
    }
}
