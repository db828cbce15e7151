/// The pseudo-classes and pseudo-elements there are.
enum PseudoClasses {
    /// What a pseudo-class without arguments asks; nil where it is unknown, and a browser passes over the rule.
    static func step(_ name: String) -> SelectorStep? {
        switch name {
        case "root", "scope": .root
        case "empty": .empty
        case "first-child": .nth(step: 0, offset: 1, fromEnd: false, ofType: false)
        case "last-child": .nth(step: 0, offset: 1, fromEnd: true, ofType: false)
        case "first-of-type": .nth(step: 0, offset: 1, fromEnd: false, ofType: true)
        case "last-of-type": .nth(step: 0, offset: 1, fromEnd: true, ofType: true)
        case "only-child": .only(ofType: false)
        case "only-of-type": .only(ofType: true)
        case "link", "any-link": .link
        default: states.contains(name) ? .state : nil
        }
    }

    /// States that change while a message is read, or that only the client knows (Selectors Level 4, HTML).
    private static let states: Set<String> = [
        "hover", "active", "focus", "focus-within", "focus-visible", "visited", "target", "target-within", "checked",
        "enabled", "disabled", "indeterminate", "default", "valid", "invalid", "required", "optional", "read-only",
        "read-write", "in-range", "out-of-range", "placeholder-shown", "autofill", "-webkit-autofill", "user-valid",
        "user-invalid", "fullscreen", "modal", "open", "popover-open", "defined", "picture-in-picture", "playing",
        "paused",
        "blank", "horizontal", "vertical", "window-inactive", "-webkit-any-link",
    ]

    /// States with arguments.
    static let functionalStates: Set<String> = ["dir", "state", "host", "host-context"]

    /// Pseudo-elements that may be written with one colon (Selectors Level 3, section 7).
    static let legacyElements: Set<String> = ["before", "after", "first-line", "first-letter"]

    private static let elements: Set<String> = [
        "before", "after", "first-line", "first-letter", "selection", "marker", "placeholder", "backdrop", "cue",
        "file-selector-button", "grammar-error", "spelling-error", "target-text", "details-content",
    ]

    /// Whether a pseudo-element is known. A browser takes any that begins with `-webkit-` for one.
    static func isElement(_ name: String, isFunction: Bool) -> Bool {
        isFunction
            ? ["part", "slotted", "highlight", "cue", "view-transition-group"].contains(name)
            : elements.contains(name) || name.hasPrefix("-webkit-")
    }
}

/// What HTML says of attributes in selectors.
enum HTMLAttributes {
    /// Attributes whose values selectors compare without regard to case (HTML Standard, 4.16.2).
    static let haveCaselessValues: Set<String> = [
        "accept", "accept-charset", "align", "alink", "axis", "bgcolor", "charset", "checked", "clear", "codetype",
        "color", "compact", "declare", "defer", "dir", "direction", "disabled", "enctype", "face", "frame", "hreflang",
        "http-equiv", "lang", "language", "link", "media", "method", "multiple", "nohref", "noresize", "noshade",
        "nowrap", "readonly", "rel", "rev", "rules", "scope", "scrolling", "selected", "shape", "target", "text",
        "type",
        "valign", "valuetype", "vlink",
    ]
}
