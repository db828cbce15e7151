extension String {
    /// The text as it is compared: plain quotation marks and hyphens, single spaces, lower case, without the entities that survey
    /// tools leave in exports, and without the colon or asterisk that they put after a question.
    var normalizedQuestion: String {
        normalizedASCII ?? normalizedScalars
    }

    /// The same for text in which nothing but ASCII and no entity stands, which is most.
    private var normalizedASCII: String? {
        var normalized: [UInt8] = []
        normalized.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case 0x80..., UInt8(ascii: "&"): return nil
            case ...0x20: if let last = normalized.last, last != 0x20 { normalized.append(0x20) }
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): normalized.append(byte | 0x20)
            default: normalized.append(byte)
            }
        }
        while let last = normalized.last, last == 0x20 || last == UInt8(ascii: ":") || last == UInt8(ascii: "*") {
            normalized.removeLast()
        }
        return String(decoding: normalized, as: UTF8.self)
    }

    private var normalizedScalars: String {
        var normalized = String.UnicodeScalarView()
        var endsInSpace = true
        for scalar in (utf8.contains(UInt8(ascii: "&")) ? decodingEntities : self).lowercased().unicodeScalars {
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}": normalized.append("'")
            case "\u{201C}", "\u{201D}", "\u{201F}", "\u{2033}": normalized.append("\"")
            case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}": normalized.append("-")
            case "\u{200B}", "\u{FEFF}", "\u{AD}": continue
            case _
            where scalar == " " || !scalar.isASCII && scalar.properties.isWhitespace
                || scalar.isASCII && scalar.value < 0x21:
                if !endsInSpace { normalized.append(" ") }
                endsInSpace = true
                continue
            default: normalized.append(scalar)
            }
            endsInSpace = false
        }
        while let last = normalized.last, last == " " || last == ":" || last == "*" { normalized.removeLast() }
        return String(normalized)
    }

    /// The text with the entities of HTML that survey tools write turned into what they stand for.
    private var decodingEntities: String {
        var decoded = String.UnicodeScalarView()
        var rest = unicodeScalars[...]
        while let scalar = rest.first {
            // The longest name is that of a numeric entity: `&#x10FFFF;`.
            if scalar == "&", let end = rest.prefix(10).firstIndex(of: ";"),
                let meant = Self.entity(String(rest[rest.index(after: rest.startIndex)..<end]))
            {
                decoded.append(meant)
                rest = rest[rest.index(after: end)...]
            } else {
                decoded.append(scalar)
                rest.removeFirst()
            }
        }
        return String(decoded)
    }

    private static func entity(_ name: String) -> Unicode.Scalar? {
        if name.hasPrefix("#x") || name.hasPrefix("#X") {
            return UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        }
        if name.hasPrefix("#") { return UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) }
        return namedEntities[name]
    }

    private static let namedEntities: [String: Unicode.Scalar] = [
        "amp": "&", "quot": "\"", "apos": "'", "lt": "<", "gt": ">", "nbsp": " ", "lsquo": "'", "rsquo": "'",
        "ldquo": "\"", "rdquo": "\"", "ndash": "\u{2013}", "mdash": "\u{2014}", "hellip": "\u{2026}",
        "aacute": "á", "eacute": "é", "iacute": "í", "oacute": "ó", "uacute": "ú", "ntilde": "ñ", "iquest": "¿",
        "iexcl": "¡", "uuml": "ü",
    ]
}
