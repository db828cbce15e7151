import Consent
import Markup
import TestSupport
import Testing

@Suite("Every page of the site")
struct PageTests {
    let site: RenderedSite

    init() throws { site = try RenderedSite.sample() }

    @Test("A page has one heading of the first level, one main part, a language, a description and no id twice")
    func structure() throws {
        for (path, tree) in try site.pages() {
            #expect(try tree.xpath("//h1").count == 1, "\(path)")
            #expect(try tree.xpath("//main").count == 1, "\(path)")
            #expect(try tree.attributes("lang", of: "/html") == ["en"], "\(path)")
            let description = try tree.attributes("content", of: "//meta[@name='description']")
            #expect(description.count == 1 && description.first?.isEmpty == false, "\(path)")
            let ids = try tree.attributes("id", of: "//*[@id]")
            #expect(Set(ids).count == ids.count, "\(path)")
        }
    }

    @Test("Titles differ from page to page")
    func titles() throws {
        let titles = try site.pages().flatMap { try $0.tree.texts("//head/title") }
        #expect(try titles.count == site.pages().count)
        #expect(Set(titles).count == titles.count)
        #expect(!titles.contains(""))
    }

    @Test("The canonical URL is the page's own with the site's base, and so are the Open Graph tags")
    func canonical() throws {
        for (path, tree) in try site.pages() {
            let url = "https://www.prowess-edge.example" + RenderedSite.url(of: path)
            #expect(try tree.attributes("href", of: "//link[@rel='canonical']") == [url])
            #expect(try tree.attributes("content", of: "//meta[@property='og:url']") == [url])
            for property in ["og:title", "og:description", "og:type", "og:site_name"] {
                let content = try tree.attributes("content", of: "//meta[@property='\(property)']")
                #expect(content.count == 1 && content.first?.isEmpty == false, "\(path) \(property)")
            }
            #expect(
                try tree.attributes("content", of: "//meta[@property='og:image']").allSatisfy {
                    $0.hasPrefix("https://")
                })
        }
    }

    @Test("The home page is shared under the practice's promise, not as \"Home\"")
    func homeTitle() throws {
        let home = try site.page("index.html")
        #expect(try home.attributes("content", of: "//meta[@property='og:title']") == home.texts("//h1"))
    }

    @Test("Headings go down one level at a time")
    func headingOrder() throws {
        for (path, tree) in try site.pages() {
            let levels = try tree.xpath("//h1|//h2|//h3|//h4|//h5|//h6").compactMap { Int($0.name.dropFirst()) }
            for (above, below) in zip(levels, levels.dropFirst()) {
                #expect(below <= above + 1, "\(path): h\(above) is followed by h\(below)")
            }
        }
    }

    @Test("Every picture has a text for those who don't see it, and its size")
    func images() throws {
        var count = 0
        for (path, tree) in try site.pages() {
            for image in try tree.xpath("//img") {
                count += 1
                for name in ["alt", "width", "height"] { #expect(image[attribute: name] != nil, "\(path) \(name)") }
            }
        }
        #expect(count > 30)
    }

    @Test("Navigation landmarks have names that differ, and none is empty")
    func landmarks() throws {
        for (path, tree) in try site.pages() {
            let names = try tree.attributes("aria-label", of: "//nav")
            #expect(Set(names).count == names.count && !names.contains(""), "\(path)")
            #expect(try tree.xpath("//nav[not(.//a)]").isEmpty, "\(path)")
        }
    }

    @Test("The page itself is the current one of the navigation; its list is only where one is")
    func current() throws {
        #expect(try site.page("about/index.html").attributes("href", of: "//a[@aria-current='page']") == ["/about/"])
        let child = try site.page("insights/asking-students/index.html")
        #expect(try child.xpath("//*[@aria-current='page']").isEmpty)
        #expect(try child.attributes("href", of: "//*[@aria-current='true']") == ["/insights/"])
        #expect(try site.page("index.html").xpath("//*[@aria-current]").isEmpty)
        #expect(
            try site.page("newsletter/index.html").attributes("href", of: "//a[@aria-current='page']") == [
                "/newsletter/"
            ])
        #expect(try site.page("tags/trust/index.html").xpath("//*[@aria-current]").isEmpty)
    }

    @Test("Only the page for errors is kept out of search engines")
    func robotsTags() throws {
        for (path, tree) in try site.pages() {
            let robots = try tree.attributes("content", of: "//meta[@name='robots']")
            #expect(robots == (path == "404.html" ? ["noindex"] : []), "\(path)")
        }
    }
}

@Suite("What authors write on a page")
struct AuthorTextTests {
    @Test(
        "However an author counts headings, the page's own is the only one of the first level",
        arguments: ["#", "##", "###"])
    func headings(mark: String) throws {
        let body = "\(mark) A\n\n\(mark)# B\n\n\(mark) C\n"
        let tree = try RenderedSite(["pages/a.md": SmallContent.page("title: T", body)]).page("a/index.html")
        #expect(try tree.xpath("//h1|//h2|//h3").map(\.name).prefix(4) == ["h1", "h2", "h3", "h2"])
    }

    @Test("The boxes of a list of tasks are characters, not fields that nobody can name or tick")
    func tasks() throws {
        let body = "- [ ] open\n- [x] done\n- plain\n"
        let tree = try RenderedSite(["pages/a.md": SmallContent.page("title: T", body)]).page("a/index.html")
        #expect(try tree.xpath("//input").isEmpty)
        #expect(try tree.texts("//main//li") == ["\u{2610} open", "\u{2611} done", "plain"])
    }

    @Test("A table of contents leads to the headings of a longer page")
    func contents() throws {
        let body = "## One\n\n### Two\n\n#### Deep\n\n## Three\n"
        let tree = try RenderedSite(["pages/a.md": SmallContent.page("title: T", body)]).page("a/index.html")
        #expect(try tree.attributes("href", of: "//nav[@class='contents']//a") == ["#one", "#two", "#three"])
        let short = try RenderedSite(["pages/a.md": SmallContent.page("title: T", "## One\n")]).page("a/index.html")
        #expect(try short.xpath("//nav[@class='contents']").isEmpty)
    }
}

@Suite("The sign-up form")
struct SignUpFormTests {
    let site: RenderedSite

    init() throws { site = try RenderedSite.sample() }

    @Test("Every field has a label")
    func labels() throws {
        for (path, tree) in try site.pages() {
            for field in try tree.xpath("//input[@type!='hidden']|//select|//textarea") {
                let id = field[attribute: "id"] ?? ""
                let named = try !id.isEmpty && tree.xpath("//label[@for='\(id)']").count == 1
                #expect(named || field.parent?.name == "label", "\(path): \(id)")
            }
        }
    }

    @Test("Consent is three boxes of their own, none of them ticked, each in words that are on record")
    func consent() throws {
        let tree = try site.page("newsletter/index.html")
        let boxes = try tree.xpath("//form[@id]//input[@type='checkbox']")
        #expect(boxes.map { $0[attribute: "name"] } == ["privacy_read", "terms_accepted", "newsletter_wanted"])
        #expect(boxes.allSatisfy { $0[attribute: "checked"] == nil && $0[attribute: "required"] != nil })
        let words = try tree.texts("//form//p[@class='check']/label")
        #expect(words.first?.hasPrefix("I have read the privacy policy.") == true)
        #expect(words.last == "Please send me the Prowess Edge Newsletter. I can stop it at any time.")
    }

    @Test("The form posts the notice whose words it shows, and the page it stands on")
    func postedNotice() throws {
        let notice = Notice(
            language: "en", privacyVersion: "2.0", termsVersion: "1.2",
            words: ConsentWords(
                privacy: "I have read the privacy policy.", terms: "I consent to the terms of service.",
                newsletter: "Please send me the Prowess Edge Newsletter. I can stop it at any time."))
        for (path, tree) in try site.pages() {
            let form = try #require(try tree.attributes("id", of: "//form").first)
            #expect(try tree.attributes("value", of: "//form//input[@name='notice']") == [notice.digest])
            #expect(try tree.attributes("value", of: "//form//input[@name='language']") == ["en"])
            let page = try tree.xpath("//input[@name='page']").first
            #expect(page?[attribute: "value"] == RenderedSite.url(of: path))
            #expect(page?[attribute: "form"] == form)
        }
    }

    @Test("What only machines fill in is hidden from everybody else")
    func honeypot() throws {
        let trap = try #require(try site.page("newsletter/index.html").xpath("//form//input[@name='website']").first)
        #expect(trap[attribute: "tabindex"] == "-1" && trap[attribute: "autocomplete"] == "off")
        #expect(trap[attribute: "required"] == nil && trap[attribute: "value"] == nil)
        let wrapper = try site.page("newsletter/index.html").xpath("//p[@class='trap'][@aria-hidden='true']//input")
        #expect(wrapper.count == 1)
    }

    @Test("Without words on record there is no form, since consent to nothing would be none")
    func withoutNotice() throws {
        let tree = try RenderedSite([:]).page("index.html")
        #expect(try tree.xpath("//form|//input").isEmpty)
    }
}
