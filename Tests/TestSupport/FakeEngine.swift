import Foundation

/// A program that stands for a Python with WeasyPrint and behaves as a test wants.
public struct FakeEngine: Sendable {
    /// The folder that the program and what it notes are in.
    private let folder: TemporaryFolder
    /// The program.
    public var path: String { folder.path + "/python" }

    /// What it does with a request, in Python, where `header` and `body` are the request's, `reply(header, body)` answers and
    /// `note(text)` writes a line to be read by `notes`.
    public enum Behavior: String, Sendable {
        /// Answers with the HTML after the first five bytes of a PDF.
        case echoes = "reply({'log': []}, b'%PDF-' + body)"
        /// Crashes at HTML that has the word `crash`.
        case crashesAtWord = """
            if b'crash' in body: sys.exit('this page is too hard')
            reply({'log': []}, b'%PDF-' + body)
            """
        /// Crashes when it is started for the first time.
        case crashesOnce = """
            if len(open(notes).readlines()) == 2: os._exit(9)
            reply({'log': []}, b'%PDF-' + body)
            """
        /// Never answers HTML that has the word `standstill`.
        case hangsAtWord = """
            while b'standstill' in body: os.read(os.pipe()[0], 1)
            reply({'log': []}, b'%PDF-' + body)
            """
        case babbles = "os.write(0, b'<html>This is no frame.</html>')"
        case babblesJSON = "os.write(0, struct.pack('>I', 9) + b'[1234567]')"
        case breaksOff = "reply({'log': []}, b'%PDF-' + body, missing=3); sys.exit(0)"
        case makesNoPDF = "reply({'log': []}, b'<html>')"
        case reports = """
            reply({'log': [{'isError': True, 'text': 'no anchor #x'}, {'isError': False, 'text': 'odd'}]}, b'%PDF-')
            """
        case warns = """
            reply({'log': [{'isError': False, 'text': 'a font is odd'}, {'isError': False, 'text': 'Ignored `x` at 1:2, y'}]},
                  b'%PDF-')
            """
        case fillsDisk = "reply({'log': [], 'error': 'OSError: full', 'errno': 28})"
        case givesUp = "reply({'log': [], 'error': 'TypeError: None'})"
    }

    /// Writes the program.
    /// - Parameters:
    ///   - behavior: what it does with a request.
    ///   - versions: what it says it has, as JSON.
    public init(_ behavior: Behavior, versions: String = #"{"weasyprint": "70.0", "pypdf": "7.0"}"#) throws {
        folder = try TemporaryFolder()
        let body = behavior.rawValue.split(separator: "\n", omittingEmptySubsequences: false)
            .map { "    " + $0 }.joined(separator: "\n")
        try folder.write(
            "python",
            """
            #!/usr/bin/env python3
            import json, os, struct, sys
            notes = \(String(reflecting: folder.path + "/notes"))
            def note(text):
                with open(notes, 'a') as file: file.write(text + '\\n')
            def take(count):
                data = b''
                while len(data) < count:
                    part = os.read(0, count - len(data))
                    if not part: sys.exit(0)
                    data += part
                return data
            def reply(header, body=b'', missing=0):
                text = json.dumps({**header, 'body': len(body)}).encode()
                data = struct.pack('>I', len(text)) + text + body
                data = data[:len(data) - missing]
                while data: data = data[os.write(0, data):]
            take(int(sys.argv[3]))
            if sys.argv[-1] == 'probe':
                reply({'versions': json.loads('\(versions)'), 'log': []})
                sys.exit(0)
            note(f'started {os.getpid()}')
            while True:
                header = json.loads(take(struct.unpack('>I', take(4))[0]))
                body = take(header['body'])
                note(header['action'])
            \(body)

            """)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
    }

    /// What it was asked for, and when it was started: `started` with its process's number, `print`, `impose`.
    public var notes: [String] {
        (folder.text("notes") ?? "").split(separator: "\n").map(String.init)
    }

    /// The processes that were started.
    public var processes: [Int32] {
        notes.compactMap { $0.hasPrefix("started ") ? Int32($0.dropFirst(8)) : nil }
    }
}
