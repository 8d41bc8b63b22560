/// A URL or an e-mail address in the text.
public struct Link: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        case url, email
    }

    /// What was done to make `url` of `asWritten`.
    public enum Repair: String, Sendable, CaseIterable {
        case addedScheme = "added-scheme"
        case addedPath = "added-path"
        case loweredHost = "lowered-host"
        /// The host has letters of other scripts, or percent-encoded ones, and is given in ASCII (UTS 46).
        case toASCII = "to-ascii"
        /// An IP address got its usual notation.
        case normalisedAddress = "normalised-address"
        /// The port of the scheme, or an empty one, went.
        case droppedPort = "dropped-port"
        /// `.` and `..` in the path were followed.
        case resolvedDots = "resolved-dots"
        /// Characters that no URL may hold were percent-encoded.
        case percentEncoded = "percent-encoded"
        /// Nothing was changed: the address holds the name of a user, perhaps with a password.
        case keptUserinfo = "kept-userinfo"
        /// The address was written so that nobody follows it by mistake: `hxxp`, `[.]`, `(at)`.
        case refanged
        /// The address went over the end of a line.
        case joinedLine = "joined-line"
        /// Sentence punctuation followed at once and was left out.
        case trimmedPunctuation = "trimmed-punctuation"
        /// The text does not show the address: it is the target of a hyperlink on this text.
        case hiddenTarget = "hidden-target"
    }

    public var kind: Kind
    public var asWritten: String
    /// Absolute and normalised; `mailto:` for an e-mail address.
    public var url: String
    public var host: String
    public var repairs: [Repair]
    /// The same address on the host that has taken over; nil where nobody says that the host has moved.
    public var successorURL: String?
    /// Where the link stands.
    public var place: TextAddress
    /// UTF-8 byte offsets into the text at `place`.
    public var range: Range<Int>
    /// Number among the links that begin at the same byte, from 1.
    public var ordinal: Int = 1

    public init(
        kind: Kind,
        asWritten: String,
        url: String,
        host: String,
        repairs: [Repair],
        place: TextAddress,
        range: Range<Int>
    ) {
        self.kind = kind
        self.asWritten = asWritten
        self.url = url
        self.host = host
        self.repairs = repairs
        self.place = place
        self.range = range
    }

    /// `link_id`
    public var id: String { "\(place)@\(range.lowerBound)" + (ordinal > 1 ? "~\(ordinal)" : "") }

    /// Whether the text shows the address.
    public var isShown: Bool { !repairs.contains(.hiddenTarget) }
}

/// A hyperlink whose target is no URL or e-mail address.
public struct OtherLink: Sendable, Equatable {
    public enum Kind: String, Sendable, CaseIterable {
        /// A place in the document itself.
        case `internal`
        /// A file, or another address that depends on where the document lies.
        case relative
        /// An address with a scheme that no dataset follows: `tel:`, `file:`, `javascript:`.
        case otherScheme = "other-scheme"
        /// An address that is linked from nothing but white space.
        case noText = "no-text"
        /// An address that no network knows: its host or port is none.
        case invalidAddress = "invalid-address"
    }

    public var kind: Kind
    /// The linked text.
    public var asWritten: String
    /// The target as the source has it.
    public var target: String
    /// Where the linked text stands.
    public var place: TextAddress
    /// UTF-8 byte offsets into the text at `place`.
    public var range: Range<Int>

    public init(kind: Kind, asWritten: String, target: String, place: TextAddress, range: Range<Int>) {
        self.kind = kind
        self.asWritten = asWritten
        self.target = target
        self.place = place
        self.range = range
    }
}
