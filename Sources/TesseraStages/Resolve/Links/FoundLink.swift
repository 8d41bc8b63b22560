public import TesseraModel

/// A link as it stands in a text.
public struct FoundLink: Sendable, Equatable {
    /// UTF-8 byte offsets into the text, without the punctuation of the sentence.
    public var range: Range<Int>
    /// What the writer means.
    var address: LinkAddress
    /// What was done to the text, beside what `address` says.
    var repairs: [Link.Repair]
    /// Whether the text says by itself that this is a link: by a scheme, `www.` or an `@`.
    var isPlain = true

    /// What the link is.
    public var kind: Link.Kind { address.kind }
}

/// A text that was meant to be a link and is none.
struct DamagedLink: Equatable {
    /// UTF-8 byte offsets into the text.
    var range: Range<Int>
    var failure: URLFailure
}
