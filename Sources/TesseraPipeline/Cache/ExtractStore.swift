public import FileSystem
import TesseraModel

/// What readers delivered, kept in a folder, so that another pipeline need not read the same files again.
///
/// Several processes may use one folder at once: a file is complete or absent. What is missing or damaged is merely
/// read again.
public struct ExtractStore: Sendable {
    /// A file per extract, in folders by the first two digits of the key.
    private let folder: String

    /// - Parameter folder: where extracts are kept; it is made when the first is stored.
    public init(folder: String) { self.folder = folder }

    /// The extract of a key; nil where there is none, or none that can be used.
    func extract(for key: String) -> DocumentCoding.Extract? {
        do {
            return try DocumentCoding.decode(try FileSystem.contents(of: path(of: key)))
        } catch {
            // Whatever is wrong with it, the source is at hand, and a new extract replaces this one.
            return nil
        }
    }

    /// Keeps an extract; one that is there is replaced.
    /// - Throws: `FileFailure`; a conversion goes on without what could not be kept.
    func store(_ document: SourceDocument, _ diagnostics: [Diagnostic], for key: String) throws(FileFailure) {
        try FileSystem.createDirectory(directory(of: key), withParents: true)
        let bytes = DocumentCoding.encode(document, diagnostics)
        try FileSystem.writeAtomically(bytes, to: path(of: key), isDurable: false)
    }

    /// How many bytes all extracts have.
    /// - Throws: `FileFailure` where the folder cannot be read.
    public func size() throws(FileFailure) -> Int {
        var size = 0
        for directory in try directories() {
            for (_, stamp) in try FileSystem.stamps(in: directory) ?? [] { size += Int(stamp.size) }
        }
        return size
    }

    /// Removes all extracts but some, and what an interrupted process left behind.
    /// - Parameter keys: the keys of those that stay.
    /// - Returns: how many files were removed.
    /// - Throws: `FileFailure` where one cannot be removed.
    @discardableResult
    public func prune(keeping keys: Set<String>) throws(FileFailure) -> Int {
        var removed = 0
        for directory in try directories() {
            for name in try FileSystem.readableEntries(of: directory) where !keys.contains(name) {
                let path = directory + "/" + name
                do throws(FileFailure) {
                    try FileSystem.removeTree(path)
                    removed += 1
                } catch {
                    // Gone where another process was first.
                    guard try FileSystem.stamp(of: path) == nil else { throw error }
                }
            }
        }
        return removed
    }

    private func directories() throws(FileFailure) -> [String] {
        guard try FileSystem.stamp(of: folder) != nil else { return [] }
        return try FileSystem.readableFolders(in: folder).map { folder + "/" + $0 }
    }

    private func directory(of key: String) -> String { folder + "/" + key.prefix(2) }

    private func path(of key: String) -> String { directory(of: key) + "/" + key }
}
