import FileSystem
public import TesseraModel
public import TesseraPipeline

/// `ledger.csv` of an output folder: who accepted and rejected what, and when. Lines are added and never changed.
public struct ReviewLedger: Sendable {
    private let path: String
    public private(set) var entries: [LedgerEntry] = []
    /// Whether the file ends in the middle of a line, because a process was killed.
    private var isTorn = false
    private var isEmpty = true

    /// A larger ledger is nobody's.
    private static let sizeLimit = 1 << 30

    /// Reads the ledger of a folder; one that is not there yet is empty.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be read, or another file has its name.
    public init(of output: OutputFolder) throws(DocumentFailure) { try self.init(inFolder: output.path) }

    /// Reads the ledger of a folder that is only looked at: nothing is made or cleared away in it.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be read, or another file has its name.
    public init(inFolder folder: String) throws(DocumentFailure) {
        path = "\(folder)/\(LedgerTable.fileName)"
        let bytes: [UInt8]
        do throws(FileFailure) {
            guard try FileSystem.kind(of: path) != .missing else { return }
            bytes = try FileSystem.contents(of: path, limit: ReviewLedger.sizeLimit)
        } catch {
            throw DocumentFailure(.unusableLedger(path, error.description))
        }
        guard bytes.isEmpty || bytes.starts(with: LedgerTable.header) else {
            throw DocumentFailure(.unusableLedger(path, "it is not one of this program"))
        }
        isEmpty = bytes.isEmpty
        isTorn = !bytes.isEmpty && bytes.last != UInt8(ascii: "\n")
        entries = LedgerTable.entries(in: bytes)
    }

    /// Whether somebody has rejected a part as it is now.
    public func isRejected(_ unit: GoldenUnit, of dataset: String) -> Bool { rejection(of: unit, in: dataset) != nil }

    /// Who has rejected a part as it is now, and when; nil where nobody has.
    public func rejection(of unit: GoldenUnit, in dataset: String) -> LedgerEntry? {
        guard let last = entries.last(where: { $0.dataset == dataset && $0.unit == unit.id }),
            last.decision == .rejected, last.newUnit == unit.newChecksum, last.oldUnit == unit.oldChecksum
        else { return nil }
        return last
    }

    /// Adds entries, and waits until they are on the disk.
    /// - Throws: ``TesseraModel/DocumentFailure`` where they cannot be written.
    public mutating func append(_ new: [LedgerEntry]) throws(DocumentFailure) {
        guard !new.isEmpty else { return }
        // What a killed process has begun stays a line of its own.
        let start = isEmpty ? LedgerTable.header : isTorn ? [UInt8(ascii: "\n")] : []
        do {
            try FileSystem.append(start + LedgerTable.lines(of: new), to: path)
        } catch {
            throw DocumentFailure(.unusableLedger(path, error.description))
        }
        isEmpty = false
        isTorn = false
        entries += new
    }
}

extension Diagnostic {
    fileprivate static func unusableLedger(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            "unusable-ledger",
            .error,
            "the ledger '\(path)' cannot be used: \(reason)",
            suggestion: "see to the file: without it, nothing is accepted"
        )
    }
}
