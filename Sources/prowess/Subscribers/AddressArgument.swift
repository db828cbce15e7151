import ArgumentParser
import Mail

/// An e-mail address as it is typed at the command line.
enum AddressArgument {
    /// Reads it.
    /// - Throws: `ValidationError` with what is wrong with it.
    static func read(_ text: String) throws -> EmailAddress {
        do throws(EmailAddressProblem) {
            return try EmailAddress(text)
        } catch {
            throw ValidationError("\(error)")
        }
    }
}
