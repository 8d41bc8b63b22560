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

/// Cuts a document into the cells of a report.
public protocol Segmenter: Sendable {
    /// Finds the matrix and the sections around it. Text is taken over as it is, each character once.
    /// - Throws: ``DocumentFailure`` where the document holds no matrix of this kind.
    func segment(_ document: SourceDocument, log: inout DiagnosticLog) throws(DocumentFailure) -> Report
}

/// A step from report to report.
public protocol Transform: Sendable {
    /// What `inspect` and diagnostics call it.
    var name: String { get }
    /// - Throws: ``DocumentFailure`` where the document cannot go on.
    func apply(to report: inout Report, log: inout DiagnosticLog) throws(DocumentFailure)
}

/// A property that every report must have before it is written.
public protocol Check: Sendable {
    var name: String { get }
    /// Appends what is wrong to the log; changes nothing.
    func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog)
}

/// A file of a dataset.
public struct OutputFile: Sendable, Equatable {
    /// File name inside the dataset's folder.
    public var name: String
    public var bytes: [UInt8]

    public init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

/// Turns a checked report into files.
public protocol Writer: Sendable {
    /// Short name: `csv`.
    var name: String { get }
    var title: String { get }

    /// - Parameters:
    ///   - report: the report to write.
    ///   - written: the files that writers before this one made; a descriptor lists them.
    func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile]
}
