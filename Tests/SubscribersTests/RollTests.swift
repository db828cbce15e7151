import Testing

@testable import Subscribers

@Suite("The formats of lists")
struct ListFormatTests {
    @Test("A tool without a format of its own gets the generic one")
    func tools() {
        #expect(ListFormat(tool: "kit") == .kit && ListFormat(tool: "sendgrid") == .generic)
    }
}
