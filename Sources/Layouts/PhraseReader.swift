import Diagnostics
import Yams

/// Reads a file of phrases.
struct PhraseReader {
    let source: SourceFile
    private(set) var phrases: [String: Phrase] = [:]
    private(set) var order: [String: [String]] = [:]
    private(set) var log = DiagnosticLog()

    mutating func read() {
        guard let text = String(validating: source.bytes, as: UTF8.self) else {
            log.report(source.diagnostic(at: nil, "this file is not UTF-8 text", hint: "save it as UTF-8"))
            return
        }
        do {
            guard let root = try Yams.compose(yaml: text), case .mapping = root else {
                log.report(source.diagnostic(at: nil, "this file holds no phrases"))
                return
            }
            add(root, name: "")
        } catch let error as YamlError {
            log.report(source.diagnostic(at: nil, "this file is no YAML: \(error)"))
        } catch {
            log.report(source.diagnostic(at: nil, "this file can't be read"))
        }
    }

    private mutating func add(_ node: Node, name: String) {
        let location = node.mark.map(SourceLocation.init) ?? SourceLocation(line: 1, column: 1)
        switch node {
        case .mapping(let mapping):
            if mapping.isEmpty { reportEmpty("\(name) holds no phrases", at: location) }
            for (key, value) in mapping {
                let part = key.string ?? ""
                guard !part.allSatisfy(\.isWhitespace) else {
                    reportEmpty("this phrase has no name", at: key.mark.map(SourceLocation.init))
                    continue
                }
                order[name, default: []].append(part)
                add(value, name: name.isEmpty ? part : name + "." + part)
            }
        case .scalar(let scalar):
            guard node.tag != Tag(.null), !scalar.string.allSatisfy(\.isWhitespace) else {
                return reportEmpty("the phrase \"\(name)\" is empty", at: location)
            }
            do {
                phrases[name] = try Phrase(scalar.string, at: location)
            } catch {
                log.report(source.diagnostic(at: location, "this phrase is malformed: a tag in it is not closed"))
            }
        default:
            log.report(
                source.diagnostic(at: location, "a phrase is text, not a list", hint: "write it in one line"))
        }
    }

    /// An empty phrase would leave a heading or a cell without words.
    private mutating func reportEmpty(_ problem: String, at location: SourceLocation?) {
        log.report(source.diagnostic(at: location, problem, hint: "write it as words/en.yaml has it"))
    }
}

extension SourceLocation {
    fileprivate init(_ mark: Mark) { self.init(line: mark.line, column: mark.column) }
}
