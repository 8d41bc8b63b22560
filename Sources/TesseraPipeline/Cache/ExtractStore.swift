import FileSystem
import Synchronization
import TesseraModel

/// What readers delivered, kept in a folder, so that another pipeline need not read the same files again.
///
/// Several processes may use one folder at once: a file is complete or absent. What is missing or damaged is merely
/// read again.
public struct ExtractStore: Sendable {
    /// How often the store was of use, in this process.
    public struct Tally: Sendable, Equatable {
        /// Files that were not read, because their extracts were there.
        public var found = 0
        /// Extracts that were kept.
        public var kept = 0
    }

    /// What all copies of a store share.
    private final class State: Sendable {
        let value = Mutex((tally: Tally(), failure: Diagnostic?.none, isTold: false))
    }

    /// The name of the folder in the program's own.
    static let folderName = "extracts"

    /// Folders by build of the program, in them folders by the first two digits of the source's checksum.
    let folder: String
    let rule: ExtractRule
    private let state = State()

    /// - Parameters:
    ///   - output: the output folder in whose own folder extracts are kept; that is made with the first of them.
    ///   - rule: which are kept.
    public init(in output: OutputFolder, rule: ExtractRule = .whatPays) {
        self.init(folder: output.state(ExtractStore.folderName), rule: rule)
    }

    init(folder: String, rule: ExtractRule = .whatPays) {
        self.folder = folder
        self.rule = rule
    }

    public var tally: Tally { state.value.withLock { $0.tally } }

    /// The extract of a key; nil where there is none, or none that can be used.
    func extract(for key: ExtractKey, limits: ReadingLimits) -> DocumentCoding.Extract? {
        do {
            let bytes = try FileSystem.contents(of: "\(folder)/\(key.folder)/\(key.name)", limit: limits[.fileSize])
            let extract = try DocumentCoding.decode(bytes, limits: limits)
            guard extract.document.origin.sha256 == key.source else { return nil }
            state.value.withLock { $0.tally.found += 1 }
            return extract
        } catch {
            // Whatever is wrong with it, the source is at hand, and a new extract replaces this one.
            return nil
        }
    }

    /// Keeps an extract; one that is there is replaced. Where that cannot be done, ``takeFailure()`` tells of it, and no
    /// more are kept.
    func keep(_ extract: DocumentCoding.Extract, for key: ExtractKey) {
        guard state.value.withLock({ $0.failure == nil }) else { return }
        let directory = "\(folder)/\(key.folder)"
        let bytes = DocumentCoding.encode(extract.document, extract.diagnostics)
        do throws(FileFailure) {
            try FileSystem.createDirectory(directory, withParents: true)
            try FileSystem.writeAtomically(bytes, to: "\(directory)/\(key.name)", isDurable: false)
            state.value.withLock { $0.tally.kept += 1 }
        } catch {
            state.value.withLock { $0.failure = .unkeptExtracts(error.description) }
        }
    }

    /// Why extracts could not be kept; nil where they were, and once it was told.
    func takeFailure() -> Diagnostic? {
        state.value.withLock { state in
            guard !state.isTold, let failure = state.failure else { return nil }
            state.isTold = true
            return failure
        }
    }
}

extension Diagnostic {
    fileprivate static func unkeptExtracts(_ reason: String) -> Diagnostic {
        Diagnostic(
            "unkept-extracts",
            .warning,
            "what was read could not be kept for the next run: \(reason)",
            suggestion: "nothing is lost but time; see that the output folder can be written and the disk has room"
        )
    }
}
