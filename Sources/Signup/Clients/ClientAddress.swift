/// Tells whose request it is where proxies stand in between.
struct ClientAddress: Sendable {
    let trustedProxies: [AddressBlock]

    /// The client: who is connected, or, where that is a trusted proxy, the last hop before it that is none.
    ///
    /// Each proxy adds who is connected to it at the end of `X-Forwarded-For`. Read from there, what a client writes into the
    /// header itself is never reached.
    /// - Parameter forwarded: the header's value; nil without one.
    func client(peer: IPAddress, forwarded: String?) -> IPAddress {
        var client = peer
        for hop in (forwarded ?? "").split(separator: ",").reversed() {
            guard trustedProxies.contains(where: { $0.contains(client) }),
                let address = IPAddress(Self.withoutPort(hop.drop { $0 == " " || $0 == "\t" }))
            else { break }
            client = address
        }
        return client
    }

    /// Some proxies write the port too: `203.0.113.9:4711`, `[2001:db8::1]:4711`.
    private static func withoutPort(_ hop: Substring) -> Substring {
        let hop = hop.prefix { $0 != " " && $0 != "\t" }
        if hop.first == "[" { return hop.dropFirst().prefix { $0 != "]" } }
        guard hop.contains("."), let colon = hop.lastIndex(of: ":"), hop.filter({ $0 == ":" }).count == 1 else {
            return hop
        }
        return hop[..<colon]
    }
}
