import Foundation
import TestSupport

@testable import PDF

/// The engine that `Scripts/setup --pdf` installs.
enum RealEngine {
    static let isInstalled: Bool = {
        var options = PDFOptions()
        options.imposes = true
        return (try? PDFPrinter(options)) != nil
    }()

    /// What a reader of PDF finds in a file.
    struct Contents: Decodable {
        let pages: [String]
        let sizes: [[Double]]
        let title: String?
        let language: String?
        let bookmarks: [String]
        let isMarked: Bool
        let part: String?
        let tags: [String]
    }

    /// Reads a PDF with pypdf.
    static func read(_ pdf: [UInt8]) throws -> Contents {
        let script = """
            import json, re, sys
            from pypdf import PdfReader
            reader = PdfReader(sys.argv[1])
            root = reader.trailer["/Root"]
            def tags(node):
                if hasattr(node, "get_object"): node = node.get_object()
                if isinstance(node, list): return [tag for kid in node for tag in tags(kid)]
                if not hasattr(node, "get"): return []
                return ([str(node["/S"])] if "/S" in node else []) + tags(node.get("/K"))
            def flat(entries):
                return [t for e in entries for t in (flat(e) if isinstance(e, list) else [e.title])]
            part = root.get("/Metadata") and re.search(rb"pdfuaid:part=.(\\d)", root["/Metadata"].get_data())
            json.dump({"pages": [page.extract_text() for page in reader.pages],
                       "sizes": [[float(page.mediabox.width), float(page.mediabox.height)] for page in reader.pages],
                       "title": reader.metadata.title, "language": root.get("/Lang"), "bookmarks": flat(reader.outline),
                       "isMarked": bool(root.get("/MarkInfo", {}).get("/Marked")),
                       "part": part and part[1].decode(),
                       "tags": tags(root["/StructTreeRoot"]["/K"]) if "/StructTreeRoot" in root else []}, sys.stdout)
            """
        let files = try TemporaryFolder(["out": "", "script.py": script])
        try files.write("a.pdf", bytes: pdf)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: EngineSearch().pythons[0])
        process.arguments = [files.path + "/script.py", files.path + "/a.pdf"]
        process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: files.path + "/out"))
        try process.run()
        process.waitUntilExit()
        return try JSONDecoder().decode(Contents.self, from: Data((files.text("out") ?? "").utf8))
    }

    /// A small booklet of a school, whose words have its mark.
    static func booklet(_ mark: String, pages: Int = 1) -> String {
        let sections = (0..<pages).map { page in
            """
            <section><h2 id="s\(page)">\(mark) section \(page + 1)</h2><p>What \(mark) said.</p>
            <table><caption>\(mark) table</caption><thead><tr><th scope="col">Item</th><th scope="col">Share</th></tr></thead>
            <tbody><tr><th scope="row">\(mark)</th><td>47 %</td></tr></tbody></table>
            <svg width="90" height="20" role="img"><title>\(mark) chart</title><rect width="40" height="9"/>
            <text y="18">\(mark)</text></svg></section>
            """
        }
        return """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>\(mark) booklet</title><style>
            @page { size: Letter; @bottom-right { content: counter(page) " of " counter(pages) } }
            body { font-family: "Noto Sans", sans-serif } section { break-after: page } a::after { content: target-counter(attr(href), page) }
            </style></head><body><h1>\(mark)</h1><a href="#s0">First</a>\(sections.joined())</body></html>
            """
    }
}
