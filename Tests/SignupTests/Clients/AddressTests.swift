import Testing

@testable import Signup

@Suite("Who a client is")
struct AddressTests {
    @Test(
        "Addresses are read and written",
        arguments: [
            ("203.0.113.9", "203.0.113.9"), ("2001:DB8:0:0::1", "2001:db8::1"), ("::ffff:203.0.113.9", "203.0.113.9"),
            ("fe80::1%eth0", "fe80::1"), ("::1", "::1"),
        ])
    func reads(_ text: String, _ canonical: String) { #expect(IPAddress(text)?.text == canonical) }

    @Test(
        "Anything else is no address",
        arguments: ["", "1.2.3", "1.2.3.4.5", "example.org", "1.2.3.4:80", "unknown", "_x"])
    func refuses(_ text: String) { #expect(IPAddress(text) == nil) }

    @Test(
        "A range holds its addresses and no others",
        arguments: [
            ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.1", false),
            ("192.168.4.0/22", "192.168.7.255", true),
            ("192.168.4.0/22", "192.168.8.0", false), ("2001:db8::/33", "2001:db8:7fff::1", true),
            ("2001:db8::/33", "2001:db8:8000::1", false), ("127.0.0.1", "127.0.0.1", true),
            ("127.0.0.1", "127.0.0.2", false),
            ("0.0.0.0/0", "1.2.3.4", true), ("0.0.0.0/0", "::1", false), ("::1", "::1", true),
        ])
    func contains(_ block: String, _ address: String, _ isIn: Bool) throws {
        let (block, address) = (try #require(AddressBlock(block)), try #require(IPAddress(address)))
        #expect(block.contains(address) == isIn)
    }

    @Test(
        "A range with bits beyond its length, or none, is refused",
        arguments: ["10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/-1", "a/8", "::/129", "fe80::%eth0/10"])
    func refusesBlocks(_ text: String) { #expect(AddressBlock(text) == nil) }

    @Test(
        "The client is the last hop that is no trusted proxy",
        arguments: [
            // What a client wrote itself stands first, and is not reached.
            ("127.0.0.1", "6.6.6.6, 203.0.113.9", "203.0.113.9"),
            ("127.0.0.1", "203.0.113.9, 10.1.1.1", "203.0.113.9"),
            ("127.0.0.1", nil, "127.0.0.1"),
            ("203.0.113.5", "6.6.6.6", "203.0.113.5"),
            ("127.0.0.1", "6.6.6.6, nonsense", "127.0.0.1"),
            ("127.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
            ("127.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"),
            ("::ffff:127.0.0.1", "2001:db8::2", "2001:db8::2"),
            ("127.0.0.1", "10.0.0.1, 10.0.0.2", "10.0.0.1"),
        ] as [(String, String?, String)])
    func client(_ peer: String, _ forwarded: String?, _ client: String) throws {
        let trusted = try ["127.0.0.1", "10.0.0.0/8"].map { try #require(AddressBlock($0)) }
        let found = ClientAddress(trustedProxies: trusted).client(
            peer: try #require(IPAddress(peer)), forwarded: forwarded)
        #expect(found.text == client)
    }

    @Test("Of IPv6, 64 bits are one client")
    func network() {
        #expect(IPAddress("2001:db8::1")?.network == IPAddress("2001:db8::ffff")?.network)
        #expect(IPAddress("2001:db8::1")?.network != IPAddress("2001:db8:0:1::1")?.network)
    }
}
