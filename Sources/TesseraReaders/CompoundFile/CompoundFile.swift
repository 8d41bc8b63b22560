import TesseraModel

/// A file with streams in it, as Office wrote its documents until 2003 ([MS-CFB]).
///
/// What is damaged costs only what lies in it: each finding is kept in ``damage``.
struct CompoundFile {
    static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    /// Numbers of sectors from here on mean something else ([MS-CFB], 2.1).
    static let endOfChain = 0xFFFF_FFFE

    let bytes: LittleEndianBytes
    private let header: CompoundFileHeader
    private let allocation: [UInt32]
    private let directory: CompoundFileDirectory
    private var smallStreams: (content: LittleEndianBytes, allocation: [UInt32])?
    /// What is wrong with the file, a sentence each.
    private(set) var damage: [String] = []

    static func isOne(_ bytes: [UInt8]) -> Bool { bytes.starts(with: signature) }

    /// - Throws: ``TesseraModel/DocumentFailure`` where not even a directory is left, or it passes a limit.
    init(_ bytes: [UInt8], limits: ReadingLimits) throws(DocumentFailure) {
        self.bytes = LittleEndianBytes(bytes)
        guard let header = CompoundFileHeader(self.bytes) else {
            throw DocumentFailure(.damagedCompoundFile(["its header is damaged"], .error))
        }
        self.header = header
        allocation = header.allocation(of: self.bytes, &damage)
        let chain = header.chain(from: header.directoryStart, in: allocation)
        if chain.isBroken { damage.append("its directory breaks off") }
        var directory = CompoundFileDirectory(header.content(of: chain.sectors, in: self.bytes))
        if directory.isEmpty {
            directory = CompoundFileDirectory(scattered: self.bytes)
            damage.append("its directory was not where it should be")
        }
        self.directory = directory
        guard !directory.isEmpty else {
            throw DocumentFailure(.damagedCompoundFile(["it has no directory"], .error))
        }
        if directory.count > limits[.entries] {
            let finding = "the file has more than \(limits[.entries]) entries"
            throw DocumentFailure(.limitExceeded(.entries, finding, limits: limits))
        }
    }

    /// Whether there is a stream or storage of that name at the top; letter case makes no difference.
    func contains(_ name: String) -> Bool { directory.entry(named: name) != nil }

    /// The bytes of a stream at the top, as many as there are; nil where there is none.
    mutating func stream(_ name: String) -> [UInt8]? {
        guard let (entry, isLost) = directory.entry(named: name), entry.kind == .stream else { return nil }
        if isLost { damage.append("its directory has lost the stream '\(name)'") }
        let content = content(of: entry)
        if content.count < entry.size {
            damage.append(
                "\(entry.size - content.count) of the \(entry.size) bytes of the stream '\(name)' are missing"
            )
        }
        return content
    }

    private mutating func content(of entry: CompoundFileDirectory.Entry) -> [UInt8] {
        if entry.size >= header.smallStreamLimit {
            let sectors = header.chain(from: entry.start, in: allocation, count: header.sectors(entry.size)).sectors
            return header.content(of: sectors, in: bytes, count: entry.size)
        }
        let small = smallStreams ?? openSmallStreams()
        smallStreams = small
        let chain = header.chain(
            from: entry.start,
            in: small.allocation,
            count: (entry.size + CompoundFileHeader.smallSectorSize - 1) / CompoundFileHeader.smallSectorSize
        )
        var content: [UInt8] = []
        for sector in chain.sectors {
            let rest = min(CompoundFileHeader.smallSectorSize, entry.size - content.count)
            content += small.content.prefix(at: sector * CompoundFileHeader.smallSectorSize, count: rest).bytes
        }
        return content
    }

    /// The stream of the root, in which small ones are kept ([MS-CFB], 2.4), and which of its sectors follow which.
    private func openSmallStreams() -> (content: LittleEndianBytes, allocation: [UInt32]) {
        guard let root = directory.root else { return (.empty, []) }
        let sectors = header.chain(from: root.start, in: allocation).sectors
        let table = header.chain(from: header.smallAllocationStart, in: allocation).sectors
        return (
            LittleEndianBytes(header.content(of: sectors, in: bytes)),
            CompoundFileHeader.numbers(header.content(of: table, in: bytes))
        )
    }
}

extension Diagnostic {
    /// - Parameter findings: what is wrong, as clauses that speak of the file.
    static func damagedCompoundFile(_ findings: [String], _ severity: Severity) -> Diagnostic {
        let more = findings.count > 3 ? " and \(findings.count - 3) more" : ""
        return Diagnostic(
            "damaged-compound-file",
            severity,
            "the file that holds the document is damaged: \(findings.prefix(3).joined(separator: "; "))\(more)",
            suggestion: "get the file again from its source: a part of it is missing or was changed"
        )
    }
}
