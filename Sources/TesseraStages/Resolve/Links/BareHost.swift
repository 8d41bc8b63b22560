/// A host without a scheme in running text, and what speaks for it and against it.
///
/// A full stop between letters stands in abbreviations, names of files, document symbols, and where a blank behind a
/// sentence is missing. So each sign counts, and only ``enough`` of them make a link.
struct BareHost {
    /// What stands around the name.
    struct Surroundings {
        /// A path, query or fragment of more than `/` follows.
        var hasPath = false
        /// The path has a digit, a capital, a query or a second `/`: no two words with a stroke between them.
        var hasTellingPath = false
        var hasSlash = false
        var hasPort = false
        /// How surely the word in front speaks of a page of the web: 0, 1 or 2.
        var cue = 0
        /// Brackets or quotation marks stand around it.
        var isEnclosed = false
        /// Nothing but `and`, `or` or a mark parts it from another link.
        var isBesideLink = false
        /// Marks in brackets were put in so that it is no link.
        var isRefanged = false
    }

    /// The score from which on a name is a host.
    static let enough = 3

    let name: HostName
    private let written: ArraySlice<UInt8>

    /// - Parameter written: the name as it stands in the text.
    /// - Returns: nil where it cannot be a host: no public suffix, nothing in front of it, or capitals as no host has them.
    init?(_ written: ArraySlice<UInt8>) {
        guard let name = HostName(written), name.suffix != nil else { return nil }
        self.name = name
        self.written = written
        // Names below a suffix have no underscore, and so has no suffix.
        let registered = name.labels.suffix(max(1, name.labels.count - name.ownLabels + 1))
        guard !registered.contains(where: { $0.contains(UInt8(ascii: "_")) }), isCaseConsistent else { return nil }
    }

    /// Whether the suffix is in lower case, or everything is in capitals: `end.The` and `Smith.In` are sentences.
    private var isCaseConsistent: Bool {
        let suffix = written.suffix(from: written.endIndex - min(written.count, suffixLength))
        return !suffix.contains(where: \.isASCIICapital) || isUpper
    }

    /// The length of the suffix as written.
    private var suffixLength: Int {
        let count = name.labels.count - name.ownLabels
        return name.labels.suffix(count).reduce(count - 1) { $0 + $1.count }
    }

    private var isUpper: Bool {
        written.contains(where: \.isASCIICapital) && !written.contains { $0.isASCIILetter && !$0.isASCIICapital }
    }

    /// What the name and its surroundings are worth; see ``enough``.
    func score(_ around: Surroundings) -> Int {
        let weight = SuffixWeight(of: name)
        var score =
            switch weight {
            case .strong: 3
            case .country: 2
            case .word, .doubtful: 0
            case .file: -1
            }
        // A suffix of two labels can be a site of its own (`gov.uk/guidance`), one of a single label cannot.
        if name.ownLabels == 0 { score -= name.labels.count > 1 ? 1 : 10 }
        let isUsual = weight == .strong || weight == .country
        score += labelScore(isUsual: isUsual)
        if isUpper {
            score -= weight == .strong ? 2 : 4
        } else if written.contains(where: \.isASCIICapital),
            weight != .strong || BareHost.ofPrograms.contains(name.suffixText)
        {
            score -= 1
        }

        if around.hasPath {
            score += isUsual || around.hasTellingPath ? 2 : 1
        } else if around.hasSlash {
            score += 1
        }
        // `configure.ac:41` is a line of a file.
        if around.hasPort, isUsual, weight == .strong || around.hasSlash { score += 2 }
        score += around.cue
        if around.isEnclosed { score += 1 }
        if around.isBesideLink { score += 1 }
        if around.isRefanged { score += 3 }
        return score
    }

    /// What the labels in front of the suffix are worth.
    ///
    /// - Parameter isUsual: whether hosts with this suffix are more common than other words with it.
    private func labelScore(isUsual: Bool) -> Int {
        guard name.ownLabels > 0 else { return 0 }
        let own = name.labels.prefix(name.ownLabels)
        let registered = own[own.endIndex - 1]
        var score = 0
        if registered.count == 1 { score -= 2 }
        if registered.count > 3 { score += 1 }
        if registered.allSatisfy(\.isASCIIDigit) { score -= 2 }
        if own.count > 1 {
            let first = own[0].loweredBytes.text
            if first.hasPrefix("www") {
                score += 3
            } else if BareHost.reversed.contains(first) {
                // `org.apache.commons.net` is the name of a package, written from back to front.
                score -= 4
            } else if own[0].count > 1, isUsual {
                score += 1
            }
            // `U.S.com`, `p.m.to`
            if own.contains(where: { $0.count == 1 }) { score -= 2 }
        }
        // The dot-com boom.
        if registered.loweredBytes.text == "dot" { score -= 1 }
        return score
    }

    /// Suffixes that names of programs have, too: `ASP.net`, `Command.com`.
    private static let ofPrograms: Set<String> = ["com", "net"]

    private static let reversed: Set<String> = ["com", "org", "net", "edu", "gov", "io", "de", "java", "javax"]
}
