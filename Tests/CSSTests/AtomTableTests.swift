import CSS
import Testing

@Suite("Numbers for names")
struct AtomTableTests {
    private func intern(_ name: String, _ table: inout AtomTable, lowercased: Bool = false) -> AtomTable.Atom {
        Array(name.utf8).withUnsafeBufferPointer { table.intern($0, lowercased: lowercased) }
    }

    @Test("The same name has the same number, and others have others, however many there are")
    func many() {
        var table = AtomTable()
        let names = (0..<5_000).map { "name-\($0)" }
        let first = names.map { intern($0, &table) }
        #expect(first == Array(0..<5_000))
        #expect(names.map { intern($0, &table) } == first)
        #expect(table.count == 5_000)
        #expect(table.atom(of: "name-5000") == nil)
    }

    @Test("Capital letters are small ones only where that is asked for")
    func letters() {
        var table = AtomTable(["div"])
        #expect(intern("DIV", &table, lowercased: true) == 0)
        #expect(intern("DIV", &table) == 1)
        #expect(intern("", &table) == 2, "nothing is a name too")
    }
}
