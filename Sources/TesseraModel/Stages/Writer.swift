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
    /// All files that it may write: they are known as this program's own in the folder of a dataset.
    var files: [DatasetFile] { get }

    /// - Parameters:
    ///   - report: the report to write.
    ///   - written: the files that writers before this one made; a descriptor lists them.
    /// - Throws: ``DocumentFailure`` where the format cannot hold the report, or a library cannot make the file.
    func write(_ report: CheckedReport, after written: [OutputFile]) throws(DocumentFailure) -> [OutputFile]
}

extension Writer {
    /// The names of all files that it may write.
    public var fileNames: [String] { files.map(\.name) }
}
