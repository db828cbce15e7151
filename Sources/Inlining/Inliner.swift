import CSS
import Diagnostics

/// Puts the rules of stylesheets on the elements themselves, since mail clients drop or change stylesheets.
///
/// The cascade is the browsers' (CSS Cascading and Inheritance Level 4): importance, then style attributes, then specificity,
/// then order. What can't be put on an element stays in `<style>` and wins or loses against what was put on elements as it did
/// before. Everything else of the document stays byte for byte: comments, conditional ones included, mail tools' tags, entities,
/// and names with colons. To inline a second time changes nothing.
public struct Inliner: Sendable {
    /// What is done beside inlining.
    public struct Options: Sendable {
        /// Stylesheets that come after those of the document.
        public var stylesheets: [SourceFile] = []
        /// Whether `<style>` keeps all of its rules.
        public var keepsStyle = false
        /// Whether classes and ids that nothing needs any more are taken away.
        public var removesAttributes = false
        /// Whether rules stay in `<style>` that match nothing: a client may add the class that they wait for. Those that ask for
        /// an attribute, such as `[data-ogsc] .name`, always stay. For a stylesheet of one's own, with rules for parts that
        /// a message doesn't have, this is better off.
        public var keepsUnmatched = true
        /// The address that relative links and pictures are meant from; nil leaves them as they are.
        public var baseURL: String?

        /// Creates options that do nothing beside inlining.
        public init() {}
    }

    private let options: Options

    /// The names that every message begins with, and what is known of properties.
    private static let names = AtomTable(ElementNames.all + PropertyTable.names)
    private static let properties = PropertyTable(names)
    private static let propertyNames = PropertyNames(names)

    /// The largest document in bytes: places in it are counted with 32 bits.
    public static let largestDocument = Int(Int32.max) / 2

    /// Creates an inliner.
    public init(options: Options = Options()) {
        self.options = options
    }

    /// Inlines the stylesheets of a document or of a part of one.
    /// - Parameters:
    ///   - source: the document, in UTF-8. Bytes that are none stay as they are.
    ///   - log: receives warnings about what browsers pass over, at their lines.
    public func inline(_ source: SourceFile, log: inout DiagnosticLog) -> [UInt8] {
        guard source.bytes.count <= Self.largestDocument else {
            log.report(
                Diagnostic(path: source.path, message: "the document is larger than a gigabyte", hint: "send less"))
            return source.bytes
        }
        var names = Self.names
        return source.bytes.withUnsafeBufferPointer { text in
            let document = HTMLScanner.document(text, names: &names)
            var sources = StyleSources(document, source, files: options.stylesheets)
            reportLinks(document, source, &log)
            var sheet = sources.stylesheet(names: &names)
            report(sheet.problems, sources, &log)
            if sheet.isUnclosed {
                sources = sources.closed()
                sheet = sources.stylesheet(names: &names)
            }
            return sources.text.withUnsafeBufferPointer { css in
                let rules = RuleSet(css, sheet, sources.segments, ignoresCase: document.isQuirky, names: &names)
                report(rules, sources, &log)
                var message = InlinedMessage(
                    text: text, document: document, rules: rules, names: names, properties: Self.properties,
                    propertyNames: Self.propertyNames, base: options.baseURL.flatMap(BaseURL.init),
                    keepsUnmatched: options.keepsUnmatched)
                message.inline()
                let kept = message.writeStylesheets(sources, keepsAll: options.keepsStyle)
                if options.removesAttributes { message.removeAttributes(keptStylesheet: kept) }
                return message.patches.isEmpty ? source.bytes : message.patches.applied(to: text)
            }
        }
    }

    /// Nobody reads more of one kind.
    private static let mostWarnings = 20

    private func reportLinks(_ document: HTMLDocument, _ source: SourceFile, _ log: inout DiagnosticLog) {
        for link in document.stylesheetLinks.prefix(Self.mostWarnings) {
            log.report(
                source.diagnostic(
                    .warning, atByte: link.lowerBound, "this stylesheet is not read, and mail clients don't load it",
                    hint: "name its file with --css"))
        }
    }

    private func report(_ problems: [CSSProblem], _ sources: StyleSources, _ log: inout DiagnosticLog) {
        for problem in Set(problems).sorted(by: { $0.offset < $1.offset }).prefix(Self.mostWarnings) {
            sources.warning(at: problem.offset, problem.message, hint: problem.hint).map { log.report($0) }
        }
    }

    private func report(_ rules: RuleSet, _ sources: StyleSources, _ log: inout DiagnosticLog) {
        for number in rules.lateImports.sorted().prefix(Self.mostWarnings) {
            sources.warning(
                at: rules.sheet.rules[number].start, "this comes after other rules, so browsers pass over it",
                hint: "put @import before all rules"
            ).map { log.report($0) }
        }
        for (_, offset) in rules.unreadable.prefix(Self.mostWarnings) {
            sources.warning(
                at: offset, "this selector is unknown, so browsers pass over its rule",
                hint: "the rule is left in the stylesheet as it is"
            ).map { log.report($0) }
        }
    }
}

extension CSSProblem {
    fileprivate var message: String {
        switch kind {
        case .unclosedComment: "this comment never ends"
        case .unclosedBlock: "this is never closed"
        case .unclosedString: "this string doesn't end on its line"
        case .ruleWithoutBlock: "this rule has no declarations"
        case .notADeclaration: "this is no declaration"
        case .emptyValue: "this property has no value"
        }
    }

    fileprivate var hint: String {
        switch kind {
        case .unclosedComment: "end it with */"
        case .unclosedBlock: "put in the closing brace or bracket"
        case .unclosedString: "put in the closing quotation mark"
        case .ruleWithoutBlock: "a rule is selectors and then declarations in braces"
        case .notADeclaration, .emptyValue: "a declaration is a property, a colon and a value"
        }
    }
}
