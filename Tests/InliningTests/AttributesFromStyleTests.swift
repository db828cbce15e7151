import Testing

@Suite("Attributes from styles")
struct AttributesFromStyleTests {
    @Test("Tables, cells, rows and pictures are given sizes, colors and alignments as attributes")
    func written() {
        #expect(
            Inlined.body(
                "td{width:50%;height:20px;background-color:#FFF;text-align:center;vertical-align:top}", "<table><td>x")
                == "<table><td style=\"width:50%;height:20px;background-color:#FFF;text-align:center;vertical-align:top\" "
                + "width=\"50%\" height=\"20\" bgcolor=\"#ffffff\" align=\"center\" valign=\"top\">x")
        #expect(Inlined.body("table{width:600px}", "<table>").hasSuffix("width=\"600\">"))
        #expect(Inlined.body("tr{background:red}", "<table><tr>").hasSuffix("bgcolor=\"#ff0000\">"))
        #expect(Inlined.body("img{width:10px;height:5px}", "<img>").hasSuffix("width=\"10\" height=\"5\">"))
    }

    @Test("What an attribute can't say is left to the style")
    func notWritten() {
        #expect(!Inlined.body("img{height:auto;width:auto}", "<img>").contains("auto\" "))
        #expect(!Inlined.body("img{height:auto}", "<img>").contains("height=\""))
        #expect(!Inlined.body("td{width:10em;height:calc(1px)}", "<table><td>").contains("width=\""))
        #expect(!Inlined.body("td{background:linear-gradient(#fff,#000)}", "<table><td>").contains("bgcolor"))
        #expect(!Inlined.body("td{background:transparent}", "<table><td>").contains("bgcolor"))
        #expect(!Inlined.body("td{vertical-align:3px}", "<table><td>").contains("valign"))
        #expect(!Inlined.body("div{width:10px}", "<div>").contains("width=\""))
        #expect(!Inlined.body("tr{width:10px}", "<table><tr>").contains("width=\""))
    }

    @Test("An attribute that is there stays")
    func kept() {
        #expect(Inlined.body("img{width:10px}", "<img WIDTH=20>") == "<img WIDTH=20 style=\"width:10px\">")
    }

    @Test("An attribute that a selector asks for is not added, since that rule would begin to match")
    func selectors() {
        #expect(!Inlined.body("td{width:10px}td[width]{color:red}", "<table><td>").contains("width=\"10"))
    }

    @Test("The value that wins is the one that is written, whichever attribute it comes from")
    func winner() {
        #expect(Inlined.body("td{width:10px}", "<table><td style='width:30px'>").contains("width=\"30\""))
    }
}
