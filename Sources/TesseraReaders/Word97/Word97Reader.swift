public import TesseraModel

/// Reads Word documents of 1997 to 2003, as newer versions and other programs still write them: `.doc` ([MS-DOC]).
public struct Word97Reader: Reader {
    private static let mainStream = "WordDocument"
    /// Older documents are no compound files; their first bytes, and what wrote them.
    private static let olderSignatures: [(bytes: [UInt8], version: String)] = [
        ([0xDB, 0xA5, 0x2D, 0x00], "Word 2"),
        ([0x9B, 0xA5, 0x21, 0x00], "Word 1"),
        ([0x31, 0xBE, 0x00, 0x00, 0x00, 0xAB], "Word for DOS or Windows Write"),
        ([0xFE, 0x37, 0x00, 0x1C], "Word 4 for Macintosh"),
        ([0xFE, 0x37, 0x00, 0x23], "Word 5 for Macintosh"),
    ]
    /// Streams that tell what else a compound file may be.
    private static let otherDocuments = [
        ("Workbook", "an Excel workbook"), ("Book", "an Excel workbook"),
        ("PowerPoint Document", "a PowerPoint presentation"), ("PP40", "a PowerPoint presentation"),
        ("__properties_version1.0", "an Outlook message"), ("VisioDocument", "a Visio drawing"),
        ("Quill", "a Publisher document"), ("MatOST", "a Works document"),
        ("PerfectOffice_MAIN", "a WordPerfect document"),
        ("FileHeader", "a Hangul document"),
    ]
    /// Streams of documents that Office has encrypted as a whole ([MS-OFFCRYPTO], 1.3.2 and 2.2).
    private static let encryptedStreams = ["EncryptedPackage", "\u{9}DRMContent"]

    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "doc",
        title: "Word 97-2003",
        mediaType: "application/msword",
        extensions: ["doc", "dot"]
    )

    /// Any compound file, and what versions before Word 6 wrote: what they lack, reading them will tell.
    public func recognises(_ file: SourceFile) -> Bool {
        CompoundFile.isOne(file.bytes)
            || Word97Reader.olderSignatures.contains { file.bytes.starts(with: $0.bytes) }
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        if let older = Word97Reader.olderSignatures.first(where: { file.bytes.starts(with: $0.bytes) }) {
            throw DocumentFailure(.tooOldDocument(older.version))
        }
        var compound = try CompoundFile(file.bytes, limits: limits)
        let parts = try streams(of: &compound)
        let document = Word97File(parts.head, stream: parts.stream, tables: parts.tables, data: parts.data)
        var content = Word97Content(document, limits: limits)
        let (blocks, omissions) = content.readDocument()
        if let failure = content.builder.failure { throw DocumentFailure(failure) }
        let read = SourceDocument(
            origin: file.origin,
            metadata: metadata(of: &compound, document.styles),
            blocks: blocks,
            omissions: omissions
        )
        var damage = document.damage
        if content.unknownParagraphs > 0 {
            damage.append("the properties of \(content.unknownParagraphs) of its paragraphs are missing")
        }
        if content.unknownStyles > 0 {
            damage.append("the styles of \(content.unknownStyles) of its paragraphs are missing")
        }
        guard !read.paragraphs.isEmpty else {
            if !damage.isEmpty { throw DocumentFailure(.damagedWordDocument(damage, .error)) }
            if !compound.damage.isEmpty { throw DocumentFailure(.damagedCompoundFile(compound.damage, .error)) }
            throw DocumentFailure(.emptyDocument)
        }
        if !compound.damage.isEmpty { log.append(.damagedCompoundFile(compound.damage, .warning)) }
        if !damage.isEmpty { log.append(.damagedWordDocument(damage, .warning)) }
        return read
    }

    private func streams(
        of compound: inout CompoundFile
    ) throws(DocumentFailure) -> (head: FileInformationBlock, stream: [UInt8], tables: [UInt8], data: [UInt8]) {
        let compoundFile = compound
        if Word97Reader.encryptedStreams.contains(where: compoundFile.contains) {
            throw DocumentFailure(.encryptedDocument)
        }
        guard let stream = compound.stream(Word97Reader.mainStream) else {
            let other = Word97Reader.otherDocuments.first { compoundFile.contains($0.0) }
            throw DocumentFailure(.noWordDocument(other?.1))
        }
        guard let head = FileInformationBlock(LittleEndianBytes(stream)) else {
            throw DocumentFailure(.damagedWordDocument(["its head is cut off"], .error))
        }
        if let older = head.olderVersion { throw DocumentFailure(.tooOldDocument(older)) }
        guard head.isSigned else { throw DocumentFailure(.damagedWordDocument(["its head is damaged"], .error)) }
        if head.isEncrypted { throw DocumentFailure(.encryptedDocument) }
        // Without it there are no pieces, which will be said.
        let tables = compound.stream(head.tableStream) ?? []
        return (head, stream, tables, compound.stream("Data") ?? [])
    }

    private func metadata(of compound: inout CompoundFile, _ styles: StyleSheet) -> DocumentMetadata {
        let properties = PropertySet(compound.stream("\u{5}SummaryInformation") ?? [])
        return DocumentMetadata(
            title: properties.text(.title),
            author: properties.text(.author),
            created: properties.time(.created),
            modified: properties.time(.modified),
            language: styles.language.flatMap(WindowsLanguage.tag)
        )
    }
}

extension Diagnostic {
    /// - Parameters:
    ///   - findings: what is wrong, as clauses that speak of the document.
    fileprivate static func damagedWordDocument(_ findings: [String], _ severity: Severity) -> Diagnostic {
        Diagnostic(
            "damaged-word-document",
            severity,
            "the document is damaged: \(findings.joined(separator: "; "))",
            suggestion: "get the file again from its source, or open and save it with a word processor"
        )
    }

    fileprivate static func tooOldDocument(_ version: String) -> Diagnostic {
        Diagnostic(
            "unsupported-format",
            .error,
            "the document was written by \(version), and documents before Word 97 are not read",
            suggestion: "open it with LibreOffice and save it as .docx"
        )
    }

    /// - Parameter other: what the file is, as far as that is known.
    fileprivate static func noWordDocument(_ other: String?) -> Diagnostic {
        Diagnostic(
            "unsupported-format",
            .error,
            "the file holds no Word document" + (other.map { ": it is \($0)" } ?? ""),
            suggestion: "save it as .docx, or list the formats with 'tessera formats'"
        )
    }
}
