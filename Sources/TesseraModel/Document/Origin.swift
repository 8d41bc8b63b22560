/// Where a document came from: enough to find the very bytes again, nothing that depends on the machine.
public struct Origin: Sendable, Equatable {
    /// Path relative to the project, with `/` as separator; the bare file name for a file outside it.
    public var path: String
    /// IANA media type of the bytes, for instance `text/plain`.
    public var mediaType: String
    /// SHA-256 of the bytes, 64 lower-case hexadecimal digits; of parts, of their bytes one behind the other.
    public var sha256: String
    /// Length of the file in bytes; of parts, of all of them.
    public var bytes: Int
    /// The files that were joined, in order; empty where the document is a single file.
    public var parts: [Origin]

    public init(path: String, mediaType: String, sha256: String, bytes: Int, parts: [Origin] = []) {
        self.path = path
        self.mediaType = mediaType
        self.sha256 = sha256
        self.bytes = bytes
        self.parts = parts
    }

    /// The file name without folders and without its last extension.
    public var stem: String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
        return String(name[..<dot])
    }
}

/// What a document says about itself, where its format has a place for that.
public struct DocumentMetadata: Sendable, Equatable {
    public var title: String?
    public var author: String?
    /// When the document was made and last changed, as it says itself: ISO 8601 in most formats.
    public var created: String?
    public var modified: String?
    /// Language tag after BCP 47.
    public var language: String?
    /// Name of the character encoding that the text was decoded from, after the WHATWG Encoding Standard.
    public var encoding: String?
    /// Which layout a plain text was read in.
    public var layout: LayoutChoice?

    public init(
        title: String? = nil,
        author: String? = nil,
        created: String? = nil,
        modified: String? = nil,
        language: String? = nil,
        encoding: String? = nil,
        layout: LayoutChoice? = nil
    ) {
        self.title = title
        self.author = author
        self.created = created
        self.modified = modified
        self.language = language
        self.encoding = encoding
        self.layout = layout
    }
}
