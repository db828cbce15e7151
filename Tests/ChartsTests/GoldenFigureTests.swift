import TestSupport
import Testing

@Suite("Figures as files")
struct GoldenFigureTests {
    @Test("Each figure is the golden one", arguments: SampleFigures.all.map(\.name))
    func golden(name: String) throws {
        let figure = try #require(SampleFigures.all.first { $0.name == name })
        try expectGolden(figure.svg, "\(name).svg")
    }
}
