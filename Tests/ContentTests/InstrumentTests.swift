import Testing

@Suite("Questionnaires")
struct InstrumentTests {
    let file = "instruments/climate.yaml"
    let place = "Content/instruments/climate.yaml"

    func change(_ old: String, _ new: String) -> [String: String?] {
        [file: ContentSample.instrument.replacing(old, with: new)]
    }

    @Test("A group, a domain or a key that does not exist gets its nearest name")
    func names() throws {
        try expectText(
            change("[student, teacher]", "[student, techer]"),
            contains: "\(place):9:19: error: there is no stakeholder group \"techer\"", "\"teacher\"?")
        try expectText(
            change("{id: t1, domain: trust", "{id: t1, domain: trsut"),
            contains: "\(place):11:22: error: \"domain\" should be one of trust, not the text \"trsut\"", "\"trust\"?")
        try expectText(change("reverse: true", "reversed: true"), contains: "\"reverse\"?")
    }

    @Test("An id or a code that is given twice is told at the second")
    func twice() throws {
        try expectText(
            change("{id: t2", "{id: t1"), contains: "\(place):12:10: error: the id \"t1\" is given twice",
            "the other is on line 11")
        try expectText(change("code: 3", "code: 1"), contains: "\(place):6:12: error: the code \"1\" is given twice")
        try expectText(change("label: Partly", "label: No"), contains: "two answers of this scale have the same label")
        try expectText(
            change("domains:", "domains:\n  - {id: trust, title: Again}"),
            contains: "\(place):9:10: error: the id \"trust\" is given twice")
    }

    @Test("A scale without a favorable answer scores nothing, and is refused")
    func noFavorable() throws {
        try expectText(change(", favorable: true", ""), contains: "no answer of this scale is favorable")
    }

    @Test("A code is a byte, and 255 means that there is no answer", arguments: ["251", "255", "-1", "one"])
    func code(text: String) throws {
        try expectText(change("code: 3", "code: \(text)"), contains: "\"code\" should be a whole number from 0 to 250")
    }

    @Test("A questionnaire without items, domains or a scale is refused", arguments: ["items", "domains", "scale"])
    func emptyList(key: String) throws {
        let yaml =
            "title: T\nversion: 1\n"
            + ["scale", "domains", "items"].map { name in
                switch name {
                case key: "\(name): []\n"
                case "scale": "scale: [{code: 1, label: A, favorable: true}]\n"
                case "domains": "domains: [{id: d, title: D}]\n"
                default: "items: []\n"
                }
            }.joined()
        try expectText([file: yaml], contains: "error: \"\(key)\" has no entry")
    }

    @Test("An item can't be asked of a group that the questionnaire does not ask")
    func itemGroups() throws {
        try expectText(
            change("reverse: true", "reverse: true, groups: [parent]"),
            contains: "\(place):12:", "the questionnaire does not ask the group \"parent\"")
    }

    @Test("A questionnaire that can't be read brings no other error on its schools")
    func noCascade() throws {
        for (old, new) in [("title: Survey", "titel: Survey"), ("id: t1, domain", "id: t1, domian")] {
            let messages = try ContentSample(change(old, new)).messages()
            #expect(messages.count == 1 && messages.allSatisfy { $0.hasPrefix(place) }, "\(messages)")
        }
    }
}
