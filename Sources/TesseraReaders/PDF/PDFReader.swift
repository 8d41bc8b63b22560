public import TesseraModel

/// PDF: the tables of a tagged document come from its structure, those of any other one from what its pages show.
public struct PDFReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public var format: SourceFormat {
        SourceFormat(name: "pdf", title: "PDF", mediaType: "application/pdf", extensions: ["pdf"])
    }

    private static let signature = Array("%PDF-".utf8)

    /// The header may stand behind other bytes (ISO 32000-1, annex H, implementation note 13).
    public func recognises(_ file: SourceFile) -> Bool {
        let head = file.bytes.prefix(1024)
        return head.indices.contains { head[$0...].starts(with: PDFReader.signature) }
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        var document: PDFDocument?
        var damage: DocumentFailure?
        do {
            document = try PDFDocument(file.bytes, limits: limits)
        } catch {
            guard error.diagnostic.id == Diagnostic.damagedDocumentID else { throw error }
            damage = error
        }
        let content = try content(of: document, file, damage, log: &log)
        let information = try document?.information()
        return SourceDocument(
            origin: file.origin,
            metadata: DocumentMetadata(
                title: information?.title,
                author: information?.author,
                created: information?.created,
                modified: information?.modified,
                language: information?.language
            ),
            blocks: content.blocks,
            omissions: content.omissions
        )
    }
}

extension PDFReader {
    /// - Parameters:
    ///   - document: nil where it is too damaged for its lines and its structure; poppler may find words in it.
    ///   - damage: why there is no document.
    private func content(
        of document: PDFDocument?,
        _ file: SourceFile,
        _ damage: DocumentFailure?,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> PDFContent {
        if let document, let tagged = try TaggedContent(document, limits: limits, log: &log) {
            return try tagged.content()
        }
        do {
            let content = try PrintedContent.read(file.bytes, document, limits: limits, log: &log)
            if let damage { log.append(.withoutLines(damage.diagnostic)) }
            return content
        } catch {
            // What is wrong with the file says more than that poppler cannot read it either.
            throw damage ?? error
        }
    }
}

extension Diagnostic {
    fileprivate static func withoutLines(_ damage: Diagnostic) -> Diagnostic {
        Diagnostic(
            damagedDocumentID,
            .warning,
            "\(damage.message); the words of its pages are read, the lines of its tables are not",
            suggestion: damage.suggestion
        )
    }
}

/// What a PDF says, in order.
struct PDFContent {
    var blocks: [Block]
    var omissions: [Omission]
}
