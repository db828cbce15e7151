import Consent
import Crypto
import Foundation

/// Bytes as links carry them (RFC 4648, 5), without padding.
enum Base64URL {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    /// The bytes of a text; nil where it is not how ``text(_:)`` writes them.
    static func bytes(_ text: String) -> [UInt8]? {
        let padded = text + String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        guard !text.contains("="), !text.contains("+"), !text.contains("/"),
            let data = Data(base64Encoded: padded.replacing("-", with: "+").replacing("_", with: "/"))
        else { return nil }
        let bytes = [UInt8](data)
        // The last digit has bits that count for nothing: only one of its values is taken.
        return self.text(bytes) == text ? bytes : nil
    }
}

/// The secret of a confirmation link: 32 random bytes, of which only the digest is kept.
struct ConfirmationSecret: Sendable {
    /// What the link carries: 43 characters.
    let text: String
    /// The SHA-256 of the bytes.
    let digest: [UInt8]

    /// A new secret.
    init(using generator: inout some RandomNumberGenerator) {
        let bytes = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
        text = Base64URL.text(bytes)
        digest = Digest.bytes(of: bytes)
    }

    /// The secret of a link; nil where it can be none.
    init?(_ text: String) {
        guard text.utf8.count == 43, let bytes = Base64URL.bytes(text) else { return nil }
        self.text = text
        digest = Digest.bytes(of: bytes)
    }
}

/// The links that end subscriptions. They work for good and are kept nowhere: whoever has the ledger's key can tell them.
public struct UnsubscribeLinks: Sendable {
    private let base: String
    private let key: [UInt8]

    /// - Parameters:
    ///   - url: where the receiver is, as ``SignupConfiguration/url``.
    ///   - key: the ledger's 32 secret bytes.
    public init(url: String, key: [UInt8]) {
        base = url
        self.key = key
    }

    /// The link of a person, for `List-Unsubscribe` (RFC 8058) and for the mail's own words.
    public func url(for subject: SubjectID) -> String { "\(base)/unsubscribe?token=\(token(for: subject))" }

    /// The subject's number in 8 bytes, the highest first, and the HMAC-SHA256 of "unsubscribe:" and the number in decimal.
    func token(for subject: SubjectID) -> String {
        let number = withUnsafeBytes(of: subject.number.bigEndian) { Array($0) }
        return Base64URL.text(
            number + HMAC<SHA256>.authenticationCode(for: Self.words(subject), using: SymmetricKey(data: key)))
    }

    /// Whose token it is; nil where it is nobody's. It takes as long for every text of the right length.
    func subject(of token: String) -> SubjectID? {
        guard token.utf8.count == 54, let bytes = Base64URL.bytes(token), bytes.count == 40 else { return nil }
        let number = bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard let subject = Int64(exactly: number).flatMap(SubjectID.init),
            HMAC<SHA256>.isValidAuthenticationCode(
                bytes.suffix(32), authenticating: Self.words(subject), using: SymmetricKey(data: key))
        else { return nil }
        return subject
    }

    private static func words(_ subject: SubjectID) -> Data { Data("unsubscribe:\(subject.number)".utf8) }
}
