import LibPSL

/// How much a public suffix says about whether a name with it is a host.
enum SuffixWeight: Equatable {
    /// Nothing else is written like it: `org`, `co.uk`, `github.io`, suffixes in other scripts.
    case strong
    /// A country, or `info`, in which names of files end, too, if seldom.
    case country
    /// A suffix of the new kind, nearly all of them words: `news`, `world`.
    case word
    /// A country whose letters are a common word: `is`, `it`, `no`.
    case doubtful
    /// A suffix that files have, too: `md`, `zip`.
    case file

    /// - Parameter name: a name with a public suffix; without one, its weight is that of a word.
    init(of name: HostName) {
        let suffix = name.suffixText
        if name.suffix?.section == .owner || suffix.contains(".") || suffix.hasPrefix("xn--")
            || SuffixWeight.old.contains(suffix)
        {
            self = .strong
        } else if SuffixWeight.files.contains(suffix) {
            self = .file
        } else if suffix.utf8.count > 2 && suffix != "info" || suffix.isEmpty {
            self = .word
        } else {
            self = SuffixWeight.words.contains(suffix) ? .doubtful : .country
        }
    }

    /// The suffixes of before the year 2001 that are not words.
    private static let old: Set<String> = [
        "biz", "com", "edu", "gov", "int", "mil", "net", "org",
    ]

    /// Countries whose two letters are a word of English, French, German, Italian, Portuguese or Spanish that a sentence
    /// often has after its full stop.
    private static let words: Set<String> = [
        "ad", "al", "am", "an", "as", "at", "be", "by", "do", "et", "id", "il", "im", "is", "it", "la", "ma", "me",
        "my", "ne", "no", "pa", "re", "sa", "se", "si", "so", "su", "to", "us", "va",
    ]

    /// Suffixes that are endings of files' names as well, or of names in program text.
    private static let files: Set<String> = [
        "ac", "ai", "app", "bar", "bz", "cab", "cc", "cf", "cl", "dot", "in", "map", "md", "mk", "ml", "mo", "mov",
        "ms", "pl", "pm", "ps",
        "pub", "py", "rs", "sc", "sh", "st", "tf", "vc", "vi", "zip",
    ]
}
