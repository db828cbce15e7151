import Consent
import Layouts
import Testing

@testable import Signup

@Suite("The receiver's pages")
struct PagesTests {
    private let pages: Pages
    private let layouts: LayoutLibrary

    init() throws {
        layouts = try Receiver.layouts()
        pages = try Pages(Receiver.configuration("/nowhere"), layouts)
    }

    @Test("Each language has the same phrases, which put in the same things")
    func languages() throws {
        let english = try layouts.phrases(in: "en")
        for language in layouts.phraseLanguages {
            let book = try layouts.phrases(in: language)
            #expect(book.names == english.names)
            for name in book.names { #expect(book.placeholders(of: name) == english.placeholders(of: name)) }
        }
    }

    @Test("A page says its language, has one heading and no script", arguments: ["en", "es"])
    func page(_ language: String) {
        for kind in PageKind.allCases {
            let page = pages.page(kind, language)
            #expect(page.contains("<html lang=\"\(language)\">"))
            #expect(page.components(separatedBy: "<h1>").count == 2)
            #expect(!page.contains("<script"))
            #expect(page.contains("Kettle &amp; Thorn"))
            #expect(!page.contains("{{"))
        }
    }

    @Test("A region counts for nothing, and a language without words is the receiver's own")
    func known() {
        #expect(pages.known("es-MX") == "es")
        #expect(pages.known("xx") == "en")
        #expect(pages.known("\"><script>") == "en")
    }

    @Test("The form says once more what is missing, field by field, and keeps what was ticked and the name")
    func form() throws {
        var problem = FormProblem(
            notice: "abc", words: ConsentWords(privacy: "P <b>", terms: "T", newsletter: "N"), page: "/x",
            name: "A \"B\"")
        problem.isAddressWrong = true
        problem.statements.privacyRead = true
        let form = try pages.form(problem, "en")
        #expect(form.contains("<title>Not signed up yet: please check the form – The Thorn</title>"))
        #expect(form.contains("<a href=\"#email\">Enter an e-mail address such as name@example.org.</a>"))
        #expect(form.contains("required aria-invalid=\"true\" aria-describedby=\"email-error\""))
        #expect(form.contains("id=\"email-error\""))
        #expect(form.contains("name=\"privacy_read\" value=\"yes\" required checked>"))
        #expect(
            form.contains(
                "name=\"terms_accepted\" value=\"yes\" required aria-invalid=\"true\" aria-describedby=\"terms_accepted-error\">"
            ))
        #expect(form.contains("value=\"A &quot;B&quot;\""))
        #expect(form.contains("P &lt;b&gt;"))
        #expect(form.contains("action=\"/newsletter\""))
        #expect(form.contains("name=\"notice\" value=\"abc\""))
    }

    @Test("A form that was sent without a name asks for none")
    func noName() throws { #expect(try !pages.form(FormProblem(), "en").contains("id=\"name\"")) }
}
