public import TesseraModel

/// What became of one link.
public struct LinkOutcome: Sendable, Equatable {
    /// A redirect.
    public struct Hop: Sendable, Equatable {
        /// The number in the status line.
        public var status: Int
        /// Where it leads, as an absolute address; empty where it leads nowhere.
        public var target: String
    }

    /// The address, as the dataset has it.
    public var url: String
    /// What became of it.
    public var status: LinkStatus
    /// The number in the last status line; nil where none came.
    public var httpStatus: Int?
    /// Where the redirects led; the address itself where there were none.
    public var finalURL: String
    /// The redirects, in their order.
    public var hops: [Hop]
    /// When it was found out; nil where nobody asked.
    public var checkedAt: Moment?
    /// How many requests that took.
    public var attempts: Int
    /// What else there is to say; empty for nothing.
    public var note: String
    /// The version of the page at its last address (`ETag`), by which it is asked for again.
    public var entityTag: String?
    /// When the page at its last address was changed, in the words of the server (`Last-Modified`).
    public var lastModified: String?

    /// An outcome without a request.
    init(_ url: String, _ status: LinkStatus, note: String = "") {
        self.url = url
        self.status = status
        finalURL = url
        hops = []
        attempts = 0
        self.note = note
    }

    /// What can be said of an address without asking anybody; nil where somebody has to be asked.
    static func withoutRequest(_ url: String) -> LinkOutcome? {
        guard let address = WebAddress(url) else { return LinkOutcome(url, .invalid, note: "it has no scheme") }
        switch address.scheme {
        case "http", "https":
            return address.host.isEmpty ? LinkOutcome(url, .invalid, note: "it has no host") : nil
        case "mailto":
            let mailbox = address.pathAndQuery.prefix { $0 != "?" }
            guard let at = mailbox.lastIndex(of: "@"), at != mailbox.startIndex,
                WebAddress.isDomain(mailbox[mailbox.index(after: at)...])
            else { return LinkOutcome(url, .invalid, note: "its domain is not written as one may be") }
            return LinkOutcome(url, .notChecked)
        default: return LinkOutcome(url, .notChecked, note: "'\(address.scheme)' is no scheme of the web")
        }
    }
}
