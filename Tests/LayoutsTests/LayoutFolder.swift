import Diagnostics
import TestSupport
import Testing

@testable import Layouts

/// A folder of templates of a test's own, given without their ending.
struct LayoutFolder {
    let folder: TemporaryFolder

    init(_ templates: [String: String]) throws {
        folder = try TemporaryFolder()
        for (name, text) in templates { try folder.write(name + ".mustache", text) }
    }

    func library() throws -> LayoutLibrary {
        try LayoutLibrary(folder: folder.path)
    }

    /// What is wrong with the folder, by file and place.
    func problems() throws -> [Diagnostic] {
        try #require(#expect(throws: DiagnosticLog.self) { try library() }).sorted
    }
}

/// One template, rendered.
func render(_ template: String, _ values: [String: TemplateValue] = [:]) throws -> String {
    try LayoutFolder(["page": template]).library().render("page", values)
}

/// What is wrong with one template when it is rendered.
func renderProblems(_ template: String, _ values: [String: TemplateValue] = [:]) throws -> [Diagnostic] {
    let library = try LayoutFolder(["page": template]).library()
    return try #require(#expect(throws: DiagnosticLog.self) { try library.render("page", values) }).sorted
}
