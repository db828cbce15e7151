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
        /// Each element's tag and those of its children, in order.
        let families: [[String]]
        /// The scope of each header cell.
        let scopes: [String?]
        /// Whether each header that a cell names is in the file's index of names.
        let namesHeaders: Bool
        /// The `F` of each annotation.
        let flags: [Int]
        /// How often a page's content says that an artifact of pagination begins, page by page.
        let artifacts: [Int]
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
            def elements(node):
                node = node.get_object()
                if isinstance(node, list): return [e for kid in node for e in elements(kid)]
                if not hasattr(node, "get"): return []
                return ([node] if "/S" in node else []) + (elements(node["/K"]) if "/K" in node else [])
            def kids(node):
                found = node.get("/K", [])
                found = found.get_object() if hasattr(found, "get_object") else found
                return [k.get_object() for k in (found if isinstance(found, list) else [found]) if hasattr(k.get_object(), "get")]
            def content(page): return b"" if page.get_contents() is None else page.get_contents().get_data()
            def attribute(node, name):
                found = node.get("/A", {})
                found = found.get_object() if hasattr(found, "get_object") else found
                return next((a[name] for a in map(lambda a: a.get_object(), found if isinstance(found, list) else [found])
                             if name in a), None) if found else None
            every = elements(root["/StructTreeRoot"]["/K"]) if "/StructTreeRoot" in root else []
            named = root["/StructTreeRoot"]["/IDTree"].get("/Names", [])[0::2] if every and "/IDTree" in root["/StructTreeRoot"] else []
            def flat(entries):
                return [t for e in entries for t in (flat(e) if isinstance(e, list) else [e.title])]
            part = root.get("/Metadata") and re.search(rb"pdfuaid:part=.(\\d)", root["/Metadata"].get_data())
            json.dump({"pages": [page.extract_text() for page in reader.pages],
                       "sizes": [[float(page.mediabox.width), float(page.mediabox.height)] for page in reader.pages],
                       "title": reader.metadata.title, "language": root.get("/Lang"), "bookmarks": flat(reader.outline),
                       "isMarked": bool(root.get("/MarkInfo", {}).get("/Marked")),
                       "part": part and part[1].decode(),
                       "families": [[str(k["/S"]) for k in [e] + kids(e) if "/S" in k] for e in every],
                       "scopes": [attribute(e, "/Scope") for e in every if e["/S"] == "/TH"],
                       "namesHeaders": all(h in named for e in every for h in attribute(e, "/Headers") or []),
                       "flags": [a.get_object().get("/F", 0) for page in reader.pages for a in page.get("/Annots", [])],
                       "artifacts": [len(re.findall(rb"/Artifact\\s*<<[^>]*/Pagination", content(page))) for page in reader.pages],
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
