import Foundation

/// An address of IPv4 or IPv6. An IPv4 address that is written as one of IPv6 (RFC 4291, 2.5.5.2) is one of IPv4.
struct IPAddress: Hashable, Sendable {
    /// 4 or 16 bytes.
    let bytes: [UInt8]

    /// Reads an address without a port; nil for anything else.
    init?(_ text: some StringProtocol) {
        var four = in_addr()
        var six = in6_addr()
        // What follows a % is the network interface of a link-local address.
        let text = String(text.prefix { $0 != "%" })
        guard text.utf8.count <= 45 else { return nil }
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let read = withUnsafeBytes(of: &six) { Array($0) }
            let isMapped = read.prefix(10).allSatisfy { $0 == 0 } && read[10] == 0xFF && read[11] == 0xFF
            bytes = isMapped ? Array(read.suffix(4)) : read
        } else {
            return nil
        }
    }

    /// The address as text, `203.0.113.9` or `2001:db8::1` (RFC 5952).
    var text: String {
        var text = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let family = bytes.count == 4 ? AF_INET : AF_INET6
        guard inet_ntop(family, bytes, &text, socklen_t(text.count)) != nil else { return "" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// What stands for one client: the address, or of IPv6 the network of 64 bits in which a client can take any address.
    var network: [UInt8] { bytes.count == 4 ? bytes : Array(bytes.prefix(8)) }
}

/// A range of addresses, such as `10.0.0.0/8`, `::1` or `2001:db8::/32` (RFC 4632, RFC 4291).
public struct AddressBlock: Hashable, Sendable {
    private let bytes: [UInt8]
    private let length: Int

    /// Reads a range or one address; nil for anything else, a range whose address has bits beyond its length included.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parts[0]), !text.contains("%") else { return nil }
        let most = address.bytes.count * 8
        guard parts.count == 2 else {
            (bytes, length) = (address.bytes, most)
            return
        }
        let digits = parts[1]
        guard digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let length = Int(digits), length <= most,
            (length..<most).allSatisfy({ address.bytes[$0 / 8] & (0x80 >> ($0 % 8)) == 0 })
        else { return nil }
        (bytes, self.length) = (address.bytes, length)
    }

    /// Whether an address is in the range.
    func contains(_ address: IPAddress) -> Bool {
        guard address.bytes.count == bytes.count else { return false }
        return (0..<length).allSatisfy { bit in
            (address.bytes[bit / 8] ^ bytes[bit / 8]) & (0x80 >> (bit % 8)) == 0
        }
    }
}
