/// What columns are called that hold no answers.
enum ColumnNames {
    /// Whether a header is that of a column that tells who answered: such a column is never read nor matched to an item.
    static func tellsWhoAnswered(_ header: String) -> Bool {
        guard header.utf8.count <= longestName else { return false }
        var name = compact(header)
        for opening in openings where name.count > opening.count && name.hasPrefix(opening) {
            name.removeFirst(opening.count)
        }
        while name.last?.isNumber == true { name.removeLast() }
        return identities.contains(name)
    }

    /// A name as it is compared here: letters and digits alone, without "(optional)" after it.
    static func compact(_ header: String) -> String {
        let name = header.utf8.allSatisfy { $0 < 0x80 } ? compactASCII(header) : compactUnicode(header)
        return name.hasSuffix("optional") && name != "optional" ? String(name.dropLast("optional".count)) : name
    }

    private static func compactASCII(_ header: String) -> String {
        String(unsafeUninitializedCapacity: header.utf8.count) { buffer in
            var count = 0
            for byte in header.utf8 {
                let lower = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
                guard
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(lower)
                else { continue }
                buffer[count] = lower
                count += 1
            }
            return count
        }
    }

    private static func compactUnicode(_ header: String) -> String {
        String(header.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.isASCIIDigit })
    }

    private static let longestName = 64
    private static let openings = ["pleaseenter", "pleasetypein", "pleasegive", "enter", "whatis", "your", "my", "the"]

    private static let identities: Set<String> = [
        "name", "fullname", "names", "firstname", "lastname", "middlename", "givenname", "familyname", "surname",
        "nombre", "apellido", "apellidos", "nombrecompleto", "studentname", "studentsname", "nameofstudent",
        "childname",
        "childsname", "parentname", "teachername", "staffname", "respondentname", "respondent", "respondentsname",
        "username", "login", "user", "userid", "email", "emails", "emailaddress", "mail", "correo", "correoelectrónico",
        "direccióndecorreoelectrónico", "studentemail", "schoolemail", "studentid", "studentidnumber", "studentnumber",
        "studentno", "pupilid", "staffid", "employeeid", "teacherid", "idnumber", "contactid", "panelistid", "personid",
        "ssn", "socialsecuritynumber", "ip", "ipaddress", "ipaddr", "remoteaddr", "latitude", "longitude", "gps",
        "coordinates", "geolocation", "locationlatitude", "locationlongitude", "externalreference",
        "externaldatareference", "customdata", "customvariable", "recipient", "recipientname", "recipientemail",
        "recipientfirstname", "recipientlastname", "externalid", "phone", "phonenumber", "telephone", "telephonenumber",
        "mobile",
        "mobilenumber", "cellphone", "teléfono", "address", "homeaddress", "streetaddress", "postaladdress",
        "dirección",
        "dateofbirth", "birthdate", "birthday", "dob", "signature", "device", "deviceid", "useragent", "networkid",
    ]
}

extension Unicode.Scalar {
    fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension ColumnNames {
    /// Whether a header is that of the column in which Google Forms puts the time.
    static func isGoogleTimestamp(_ header: String) -> Bool {
        header.utf8.count <= longestName && googleTimestamps.contains(compact(header))
    }

    /// Whether the second header row only says that the first has the question.
    static func isPlaceholder(_ detail: String) -> Bool {
        detail.isEmpty || ["response", "openendedresponse", "respuesta", "respuestaabierta"].contains(compact(detail))
    }

    /// Whether an option is the one beside which respondents type something of their own.
    static func isOther(_ option: String) -> Bool {
        let name = compact(option)
        return ["other", "otro", "otra", "others", "otros"].contains(name)
            || ["otherplease", "otherspecify", "pleasespecify", "otroespecifi", "otroporfavor", "otraespecifi"]
                .contains(where: name.hasPrefix)
    }

    static let plainRoles: [String: SurveyColumn.Role] = [
        "timestamp": .time(rank: 0), "submitdate": .time(rank: 0), "datesubmitted": .time(rank: 0),
        "submittedat": .time(rank: 0), "enddate": .time(rank: 1), "startdate": .time(rank: 2),
        "responseid": .responseID, "respondentid": .responseID,
    ]

    static let surveyMonkeyRoles: [String: SurveyColumn.Role] = [
        "respondentid": .responseID, "collectorid": .tool, "startdate": .time(rank: 1), "enddate": .time(rank: 0),
        "datecreated": .time(rank: 2), "datemodified": .time(rank: 3), "tags": .tool,
    ]

    /// By the name of the column or by its ImportId.
    static let qualtricsRoles: [String: SurveyColumn.Role] = [
        "startdate": .time(rank: 1), "enddate": .time(rank: 0), "recordeddate": .time(rank: 2), "status": .status,
        "finished": .finished, "progress": .progress, "responseid": .responseID, "recordid": .responseID,
        "duration": .tool, "durationinseconds": .tool, "distributionchannel": .tool, "userlanguage": .tool,
        "responsetype": .status,
    ]

    private static let googleTimestamps: Set<String> = [
        "timestamp", "marcatemporal", "horodateur", "zeitstempel", "carimbodedatahora", "informazionicronologiche",
        "tijdstempel",
    ]
}
