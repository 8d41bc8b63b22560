/// Bytes of a source, with what is known of them before reading.
public struct SourceFile: Sendable {
    public var bytes: [UInt8]
    /// Path, media type as far as known, checksum and length.
    public var origin: Origin

    public init(bytes: [UInt8], origin: Origin) {
        self.bytes = bytes
        self.origin = origin
    }

    /// The file name's extension in lower case, empty for none.
    public var fileExtension: String {
        let name = origin.path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }
}

/// A format that Tessera reads.
public struct SourceFormat: Sendable, Equatable {
    /// Short name: `text`.
    public var name: String
    public var title: String
    /// IANA media type.
    public var mediaType: String
    /// File name extensions, in lower case, without the dot.
    public var extensions: [String]

    public init(name: String, title: String, mediaType: String, extensions: [String]) {
        self.name = name
        self.title = title
        self.mediaType = mediaType
        self.extensions = extensions
    }
}

/// Turns bytes into a ``SourceDocument``. Pure: no files, no clock, no network.
public protocol Reader: Sendable {
    var format: SourceFormat { get }

    /// Whether the bytes look like this reader's format. Content decides; the name only where content cannot.
    func recognises(_ file: SourceFile) -> Bool

    /// Reads the document.
    /// - Throws: ``DocumentFailure`` where nothing sound can be delivered.
    func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument
}
