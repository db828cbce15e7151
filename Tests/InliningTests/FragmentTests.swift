import Testing

@Suite("Parts of documents")
struct FragmentTests {
    @Test("A part of a document stays one")
    func staysFragment() {
        #expect(Inlined.html("<style>td{top:0}</style><td>x</td>") == "<td style=\"top:0\">x</td>")
        #expect(Inlined.html("words") == "words")
        #expect(Inlined.html("") == "")
    }

    @Test("A rule for a body that a part doesn't have stays for the document it will be part of")
    func bodyRules() {
        #expect(
            Inlined.html("<style>body,p{top:0}</style><p>x")
                == "<style>\nbody{top:0}\n</style><p style=\"top:0\">x")
    }

    @Test("Cells and rows without a table are elements of their own")
    func cells() {
        #expect(
            Inlined.html("<style>tr{top:0}td{left:0}</style><tr><td>x</td></tr>")
                == "<tr style=\"top:0\"><td style=\"left:0\">x</td></tr>")
    }
}
