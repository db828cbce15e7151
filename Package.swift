// swift-tools-version: 6.1
import PackageDescription

// Warnings are errors in continuous integration only: a newer compiler's new warning must not stop a consultant's build.
let strict: [SwiftSetting] =
    Context.environment["CI"] == "true" ? [.unsafeFlags(["-warnings-as-errors"])] : []

/// A room of the house: a library target and the tests that mirror it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// - Parameters:
///   - golden: whether the tests hold rendered output against files in their folder `Golden/`.
///   - reference: whether the tests hold numbers against tables in their folder `Reference/`, which other software made.
///   - corpus: whether the tests read documents in their folder `Corpus/`.
func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], golden: Bool = false, reference: Bool = false,
    corpus: Bool = false
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: [.init(stringLiteral: name), "TestSupport"] + dependencies,
        exclude: (golden ? ["Golden"] : []) + (reference ? ["Reference"] : []) + (corpus ? ["Corpus"] : []),
        swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// The mail tools that have a profile, which is a part of the program.
let mailTools = [
    "brevo", "buttondown", "campaign-monitor", "constant-contact", "kit", "listmonk", "mailchimp", "mailerlite", "none",
    "sendgrid",
]

let package = Package(
    name: "Prowess",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "prowess", targets: ["prowess"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "3.12.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CIDN2", pkgConfig: "libidn2", providers: [.apt(["libidn2-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        room("Parallel"),
        room("Diagnostics"),
        room("CSV", ["Diagnostics"]),
        room("CSS"),
        room("Inlining", ["CSS", "Diagnostics"]),
        room("Markup", ["CCMarkGFM", "CLibXML2", "Diagnostics"]),
        room("Dates"),
        .target(name: "CBoostMath"),
        room("Statistics", ["CBoostMath"]),
        .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
        room("Disclosure"),
        room("Audit", ["CGLPK"]),
        room("Evaluation", ["Dates", "Disclosure", "Statistics"]),
        .target(
            name: "MailTools", dependencies: ["Diagnostics", yams],
            resources: mailTools.map { .embedInCode("Profiles/\($0).yaml") }, swiftSettings: strict),
        room("Mail", ["CIDN2", "Dates", crypto]),
        room("Consent", ["Dates", crypto]),
        room("Ledger", ["Consent", "Mail", crypto, grdb, sqlite]),
        room("Intake", ["CLibZip", "CSV", "Consent", "Dates", "Diagnostics", "Mail", crypto]),
        room(
            "Content",
            [
                "CSV", "Consent", "Dates", "Diagnostics", "Evaluation", "Mail", "MailTools", "Markup", "Parallel",
                crypto,
                yams,
            ]),
        room("Charts", ["Dates"]),
        room("Layouts", ["Diagnostics", mustache, yams]),
        room("Publishing", ["Diagnostics", "Parallel"]),
        // The engine's worker is a part of the program, so that the program needs no file beside it.
        .target(
            name: "PDF", dependencies: ["Diagnostics", crypto],
            resources: [.embedInCode("worker.py"), .embedInCode("tags.py")], swiftSettings: strict),
        room(
            "Website",
            ["Consent", "Content", "Dates", "Diagnostics", "Layouts", "Markup", "Parallel", "Publishing", crypto]),
        room(
            "Booklets",
            [
                "CSV", "Charts", "Content", "Dates", "Diagnostics", "Evaluation", "Layouts", "PDF", "Publishing",
                "Statistics",
            ]),
        .target(
            name: "Newsletter",
            dependencies: [
                "CSS", "Content", "Dates", "Diagnostics", "Inlining", "Layouts", "Mail", "MailTools", "Markup",
                "Parallel", "Publishing", yams,
            ],
            resources: [.embedInCode("Checks/Clients/client-support.yaml")], swiftSettings: strict),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CSMTP", dependencies: ["CLibCurl"]),
        room(
            "Signup", ["Consent", "CSMTP", "Dates", "Diagnostics", "Layouts", "Ledger", "Mail", crypto, flyingSocks]),
        room(
            "Subscribers",
            ["CSV", "Charts", "Consent", "Content", "Dates", "Diagnostics", "Intake", "Ledger", "Publishing"]),
        .executableTarget(
            name: "prowess",
            dependencies: [
                "Audit", "Booklets", "CSV", "Consent", "Content", "Dates", "Diagnostics", "Evaluation", "Inlining",
                "Intake", "Layouts", "Ledger", "Mail", "MailTools", "Markup", "Newsletter", "PDF", "Publishing",
                "Signup", "Statistics", "Subscribers", "Website", argumentParser,
            ], swiftSettings: strict),
        // What Benchmarks/compare-css-inline times; not a part of the program.
        .executableTarget(
            name: "inline-timer", dependencies: ["Diagnostics", "Inlining"], path: "Benchmarks/inline-timer",
            swiftSettings: strict),
        // Looks for mistakes of the inliner at random; not a part of the program.
        .executableTarget(
            name: "fuzz-inliner", dependencies: ["Diagnostics", "Inlining", "TestSupport"],
            path: "Benchmarks/fuzz-inliner", swiftSettings: strict),
        // What Benchmarks/time-signup times; not a part of the program.
        .executableTarget(
            name: "signup-timer", dependencies: ["Consent", "Layouts", "Ledger", "Mail", "Signup"],
            path: "Benchmarks/signup-timer", swiftSettings: strict),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        tests(
            "Booklets",
            ["Content", "CSV", "Dates", "Diagnostics", "Evaluation", "Layouts", "Markup", "Parallel", "Publishing"],
            golden: true),
        tests("Content", ["Consent", "Dates", "Diagnostics", "Evaluation", "Mail", "MailTools"]),
        tests("CSS"),
        tests("CSV", ["Diagnostics"]),
        tests("Consent"),
        tests("Charts", ["Dates", "Markup"], golden: true),
        tests("Dates"),
        tests("Statistics", reference: true),
        tests("Audit"),
        tests("Disclosure", ["Audit"]),
        tests("Diagnostics"),
        tests("Mail", ["Dates"], golden: true),
        tests("MailTools"),
        tests(
            "Newsletter", ["Content", "Dates", "Diagnostics", "Layouts", "MailTools", "Markup", "Publishing"],
            golden: true),
        tests("PDF", ["Diagnostics", "Parallel"]),
        tests("Parallel"),
        tests("Intake", ["CLibZip", "Consent", "Dates", "Diagnostics", "Mail"]),
        tests("Inlining", ["CSS", "Diagnostics"], golden: true, corpus: true),
        tests("Ledger", ["Consent", "Mail", grdb]),
        tests("Layouts", ["Diagnostics", "Parallel"]),
        tests("Markup", ["Diagnostics", "Parallel"]),
        tests("Evaluation", ["Audit", "Dates", "Statistics"]),
        tests("Publishing", ["Diagnostics"]),
        tests("Signup", ["Consent", "Diagnostics", "Layouts", "Ledger", "Mail"]),
        tests(
            "Subscribers",
            ["CSV", "Consent", "Content", "Dates", "Diagnostics", "Intake", "Ledger", "Markup", "Publishing"],
            golden: true),
        tests(
            "Website", ["Consent", "Content", "Dates", "Diagnostics", "Layouts", "Markup", "Publishing"], golden: true),
        .testTarget(name: "ProwessTests", dependencies: ["prowess", "TestSupport", grdb], swiftSettings: strict),
    ],
    cxxLanguageStandard: .cxx17
)
