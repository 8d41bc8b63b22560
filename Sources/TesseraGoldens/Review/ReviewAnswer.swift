/// What a reviewer can answer.
public enum ReviewAnswer: Sendable, Equatable, CaseIterable {
    case accept, reject, skip, back
    /// Accept all that remains and is of the same kind, or all that remains.
    case kind, all
    /// Show the whole text, or all that is known of why.
    case full, why
    case help, quit
    /// Answers to a question.
    case yes, no

    /// The key and the word for it.
    var names: (key: String, word: String) {
        switch self {
        case .accept: ("a", "accept")
        case .reject: ("r", "reject")
        case .skip: ("s", "skip")
        case .back: ("b", "back")
        case .kind: ("k", "kind")
        case .all: ("A", "all")
        case .full: ("f", "full")
        case .why: ("w", "why")
        case .help: ("?", "help")
        case .quit: ("q", "quit")
        case .yes: ("y", "yes")
        case .no: ("n", "no")
        }
    }

    /// - Parameter text: a key, or a line with the key or the word; nil for what is neither.
    public init?(_ text: String) {
        let answer = text.drop { $0 == " " }.prefix { !$0.isWhitespace }
        let found = ReviewAnswer.allCases.first { $0.names.key == answer || $0.names.word == answer.lowercased() }
        guard let found else { return nil }
        self = found
    }

    /// What it does, for the list of keys; empty for answers to a question.
    var explanation: String {
        switch self {
        case .accept: "take the new version"
        case .reject: "keep the old version; it is asked about again only when the new one is another"
        case .skip: "decide later"
        case .back: "go back, and undo the answer before"
        case .kind: "accept this and all that remain of its kind"
        case .all: "accept this and all that remain"
        case .full: "show the whole text"
        case .why: "say why it came out as it did"
        case .help: "show this list"
        case .quit: "stop; what was accepted is written"
        case .yes, .no: ""
        }
    }
}
