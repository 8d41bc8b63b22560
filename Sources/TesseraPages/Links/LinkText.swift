import TesseraHTML

/// A link with what became of it.
struct LinkText {
    private let url: String
    private let state: LinkStates.State?

    init(_ url: String, _ state: LinkStates.State?) {
        self.url = url
        self.state = state
    }

    /// The link on a text, with a sign of its state, where that is known.
    func html(_ text: String) -> HTML {
        HTML {
            element("a", ["class": "link", "href": url, "rel": "noreferrer"]) { text }
            if let state, state.verdict != .unchecked { LinkText.sign(state) }
        }
    }

    /// An address as people write it: that of a mailbox without what programs put around it (RFC 6068).
    static func shown(_ url: String) -> String {
        let scheme = "mailto:"
        guard url.prefix(scheme.count).lowercased() == scheme else { return url }
        let mailbox = url.dropFirst(scheme.count).prefix { $0 != "?" }
        return mailbox.isEmpty ? url : String(mailbox)
    }

    /// A sign for sighted readers, and words for the others.
    static func sign(_ state: LinkStates.State) -> HTML {
        element("span", ["class": "state \(state.verdict.rawValue)"]) {
            element("span", ["aria-hidden": "true"]) { sign(of: state.verdict) }
            element("span", ["class": "unseen"]) { " (\(state.verdict.rawValue))" }
        }
    }

    private static func sign(of verdict: LinkStates.State.Verdict) -> String {
        switch verdict {
        case .alive: "✓"
        case .dead: "✗"
        case .uncertain: "?"
        case .unchecked: "·"
        }
    }

    /// What became of it, in words: `dead: not-found (404), asked on 2026-01-02`.
    static func words(_ state: LinkStates.State) -> String {
        var words = state.verdict.rawValue
        if state.status != "not-checked" { words += ": \(state.status)" }
        if let number = state.httpStatus { words += " (\(number))" }
        if let time = state.checkedAt { words += ", asked on \(time.prefix(10))" }
        return words
    }
}
