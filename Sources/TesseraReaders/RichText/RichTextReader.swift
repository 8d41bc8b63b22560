public import TesseraModel

/// Reads Rich Text Format (version 1.9.1 of its specification, 2008), and what was written before it.
public struct RichTextReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "rtf",
        title: "Rich Text Format",
        mediaType: "application/rtf",
        extensions: ["rtf"]
    )

    public func recognises(_ file: SourceFile) -> Bool { RichTextReader.start(of: file.bytes) != nil }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        guard let start = RichTextReader.start(of: file.bytes) else { throw DocumentFailure(.noRichText) }
        var content = RichTextContent(file.bytes, from: start, limits: limits)
        content.read()
        let blocks = content.finish()
        if let failure = content.builder.failure { throw DocumentFailure(failure) }
        let document = SourceDocument(
            origin: file.origin,
            metadata: content.metadata,
            blocks: blocks,
            omissions: content.builder.omissions
        )
        guard !document.paragraphs.isEmpty else { throw DocumentFailure(.emptyDocument) }
        if content.malformedCharacters > 0 { log.append(.malformedText("text of its code page")) }
        if let damage = content.damage { log.append(damage) }
        return document
    }

    /// Where the document begins, behind white space and a byte order mark; nil for what is none.
    private static func start(of bytes: [UInt8]) -> Int? {
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count, bytes[start] == 0x20 || (0x09...0x0D).contains(bytes[start]) { start += 1 }
        return bytes[start...].starts(with: #"{\rtf"#.utf8) ? start : nil
    }
}

extension Diagnostic {
    fileprivate static let noRichText = Diagnostic(
        "unsupported-format",
        .error,
        "the file does not begin as Rich Text Format does",
        suggestion: "list the formats with 'tessera formats'"
    )
}
