/// Local parts of offices: mail to them is read by whoever is on duty, and one person's consent is not another's.
enum RoleNames {
    /// Whether a local part, in lower case, is one of them, with or without a tag after `+`.
    static func contains(_ localPart: some Sequence<UInt8>) -> Bool {
        let name = localPart.prefix { $0 != UInt8(ascii: "+") }
        var length = 0
        // Fifteen bytes are a string without an allocation; no name here is longer.
        let text = String(unsafeUninitializedCapacity: 15) { buffer in
            for byte in name {
                if length < 15 { buffer[length] = byte }
                length += 1
            }
            return min(length, 15)
        }
        return length <= 15 && all.contains(text)
    }

    /// RFC 2142, and the usual others of small organizations and schools.
    private static let all: Set<String> = [
        "abuse", "accounts", "admin", "administrator", "admissions", "attendance", "billing", "board", "contact",
        "enquiries", "everyone", "feedback", "frontdesk", "ftp", "hello", "help", "helpdesk", "hostmaster", "hr",
        "info",
        "inquiries", "it", "jobs", "list", "list-request", "mail", "mailer-daemon", "mailerdaemon", "marketing",
        "media",
        "news", "newsletter", "no-reply", "noc", "noreply", "office", "postmaster", "press", "principal", "privacy",
        "reception", "registrar", "root", "sales", "school", "secretary", "security", "service", "spam", "staff",
        "support", "sysadmin", "team", "usenet", "uucp", "webmaster", "www",
    ]
}
