/// The least content that makes a site, as files by path; tests add what they are about.
public enum SmallContent {
    /// site.yaml, a home page, and no notice yet, so that there is no form.
    public static let files = [
        "site.yaml": site, "pages/index.md": "---\ntitle: Home\n---\nWelcome.\n",
        "subscribers/notices.yaml": "# None was shown yet.\n",
    ]

    /// The least files and these; a file given here stands for one of the least.
    public static func with(_ files: [String: String]) -> [String: String] {
        Self.files.merging(files) { _, new in new }
    }

    /// A Markdown file of front matter lines and a text.
    public static func page(_ matter: String, _ body: String = "Text.\n") -> String {
        "---\n\(matter)\n---\n\(body)"
    }

    /// The least site.yaml.
    public static let site = """
        name: Oak & Elm
        tagline: Small and quiet
        description: A site for tests.
        base-url: https://oak.example
        language: en
        email: hello@oak.example
        address: {street: 1 Main Street, city: Fairhaven, region: OH, postal-code: "43999", country: USA}
        newsletter:
          name: Oak Letter
          description: Now and then.
          from: letter@oak.example
          form-action: https://forms.oak.example/join
          unsubscribe-url: "*|UNSUB|*"
          view-online-url: "*|ARCHIVE|*"
          notice: {privacy: I have read the policy., terms: I accept the terms., newsletter: I want the letter.}

        """
}
