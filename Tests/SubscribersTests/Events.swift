import Dates

@testable import Content

/// Words that were shown long before all events.
let words: Notice = {
    guard let day = CalendarDate(iso8601: "2020-01-01") else { preconditionFailure("2020-01-01 is a day") }
    return Notice(
        id: "n1", shownFrom: day, privacyVersion: "1", termsVersion: "1",
        words: ConsentWords(privacy: "P", terms: "T", newsletter: "N"))
}()

/// So many seconds after noon of a day.
func at(_ second: Int?) -> Timestamp? {
    second.flatMap { Timestamp("2026-01-01T12:00:\($0 < 10 ? "0" : "")\($0)Z") }
}

func asked(
    _ second: Int, privacy: Bool = true, terms: Bool = true, newsletter: Bool = true, notice: Notice? = words,
    address: String = "a@example.org"
) -> ConsentEvent {
    let statements = ConsentEvent.Statements(
        privacyRead: privacy, termsAccepted: terms, newsletterWanted: newsletter)
    return event(.requested(statements), second, notice, address)
}

func confirmed(_ second: Int, notice: Notice? = words, address: String = "a@example.org") -> ConsentEvent {
    event(.confirmed, second, notice, address)
}

func imported(
    _ second: Int?, confirmed: Bool = true, notice: Notice? = words, address: String = "a@example.org"
) -> ConsentEvent {
    event(.imported(confirmed: confirmed), second, notice, address)
}

func withdrawn(_ second: Int?, address: String = "a@example.org") -> ConsentEvent {
    event(.withdrawn, second, nil, address)
}

private func event(
    _ kind: ConsentEvent.Kind, _ second: Int?, _ notice: Notice?, _ address: String
) -> ConsentEvent {
    ConsentEvent(
        address: address, name: "", kind: kind, time: at(second), notice: notice, method: "test",
        source: ConsentEvent.Source(file: "a.csv", line: 2))
}
