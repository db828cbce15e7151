import Crypto

/// Who a subject is: kept apart from events, and all that is removed when the person is erased.
public struct Identity: Hashable, Sendable {
    /// The address that mail is sent to: as it was typed, its domain in ASCII.
    public var address: String
    /// The name as it was last given; may be empty.
    public var name: String

    /// Creates an identity.
    public init(address: String, name: String = "") {
        self.address = address
        self.name = name
    }

    /// The digest that binds this identity to an event without telling it: SHA-256 of the salt and of the canonical JSON of
    /// address and name. Without the salt, which is erased with the identity, nobody can try addresses against it.
    /// - Parameter salt: 16 random bytes of the subject's own.
    public func commitment(salt: [UInt8]) -> String { Digest.hex(commitmentBytes(salt: salt)) }

    /// The same digest as 32 bytes.
    public func commitmentBytes(salt: [UInt8]) -> [UInt8] {
        var writer = CanonicalJSON(capacity: 128)
        writer.object { object in
            object.add("address", address)
            object.add("name", name)
        }
        return Digest.bytes(of: salt, writer.bytes)
    }
}

extension ConsentDetails {
    /// The digest that binds these details to an event, as ``Identity/commitment(salt:)`` does.
    public func commitment(salt: [UInt8]) -> String {
        Digest.hex(of: salt, canonicalJSON)
    }

    /// Reads what ``canonicalJSON`` wrote; nil for anything else.
    public init?(canonicalJSON bytes: [UInt8]) {
        self.init()
        let isObject = bytes.withUnsafeBytes { bytes in
            guard var members = JSONMembers(bytes) else { return false }
            while let (key, value) = members.next() {
                if bytes.holds("ip", at: key) { ip = bytes.text(value) }
                if bytes.holds("reason", at: key) { reason = bytes.text(value) }
                if bytes.holds("user-agent", at: key) { userAgent = bytes.text(value) }
            }
            return members.isAtEnd
        }
        guard isObject else { return nil }
    }

    /// The details as canonical JSON.
    public var canonicalJSON: [UInt8] {
        var writer = CanonicalJSON()
        writer.object { object in
            object.add("ip", ip)
            object.add("reason", reason)
            object.add("user-agent", userAgent)
        }
        return writer.bytes
    }
}
