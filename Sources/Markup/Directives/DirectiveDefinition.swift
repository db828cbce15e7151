/// What one directive may look like: the table of these is all that a text's directives are checked against.
public struct DirectiveDefinition: Sendable {
    /// How a directive is written.
    public enum Form: Sendable {
        /// `:::name … :::`, with a text of its own.
        case container
        /// `::name` on one line.
        case leaf
        /// Either.
        case either
    }

    /// What stands in the brackets after the name.
    public enum Label: Sendable {
        /// Nothing may.
        case none
        /// A text may, without links where the directive is itself a link.
        case optional(allowsLinks: Bool)
        /// A text must, without links where the directive is itself a link.
        case required(allowsLinks: Bool)
    }

    /// What may stand in a container.
    public enum Contents: Sendable {
        /// A text, with these directives in it.
        case text(directives: Set<String>)
        /// Exactly as many of one directive, and nothing else.
        case only(String, count: Int)
    }

    /// The name after the colons.
    public let name: String
    /// How it is written.
    public let form: Form
    /// What stands in its brackets.
    public let label: Label
    /// What stands in its braces.
    public let attributes: [DirectiveAttribute]
    /// What may stand in it, where it is a container.
    public let contents: Contents
    /// Whether it may stand by itself, outside any other directive.
    public let standsAlone: Bool

    /// Creates a definition.
    public init(
        _ name: String, _ form: Form, label: Label = .none, attributes: [DirectiveAttribute] = [],
        contents: Contents = .text(directives: []), standsAlone: Bool = true
    ) {
        (self.name, self.form, self.label, self.attributes) = (name, form, label, attributes)
        (self.contents, self.standsAlone) = (contents, standsAlone)
    }
}

/// A key that a directive may have in its braces.
public struct DirectiveAttribute: Sendable {
    /// What a value has to be.
    public enum Kind: Sendable {
        /// One or more words.
        case text
        /// Where a link leads; resolved as links in the text are.
        case link
        /// Which image is shown; resolved as images in the text are.
        case image
        /// A value that a function knows, called what completes "should be …".
        case checked(expectation: String, isValid: @Sendable (String) -> Bool)
    }

    /// The key.
    public let name: String
    /// What its value has to be.
    public let kind: Kind
    /// Whether it must be there.
    public let isRequired: Bool
    /// A key that must be there too where this one is, as an image needs a text that says what it shows.
    public let needs: String?

    /// Creates the definition of a key.
    public init(_ name: String, _ kind: Kind = .text, isRequired: Bool = false, needs: String? = nil) {
        (self.name, self.kind, self.isRequired, self.needs) = (name, kind, isRequired, needs)
    }
}
