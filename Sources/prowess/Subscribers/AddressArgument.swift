import ArgumentParser
import Mail

/// An e-mail address as it is typed at the command line.
struct AddressArgument: ExpressibleByArgument {
    let address: EmailAddress

    init?(argument: String) {
        guard let address = try? EmailAddress(argument) else { return nil }
        self.address = address
    }
}
