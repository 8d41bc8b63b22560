import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// What a text becomes, with what was said of it.
struct ReadText {
    var document: SourceDocument
    var diagnostics: [Diagnostic]

    init(_ bytes: [UInt8]) throws {
        var log = DiagnosticLog()
        document = try PlainTextReader().read(SourceFile(bytes), log: &log)
        diagnostics = log.diagnostics
    }

    init(_ text: String) throws { try self.init(Array(text.utf8)) }

    var texts: [String] { document.paragraphs.map(\.text) }
}

/// The failure of a reader on some bytes.
func failure(
    of reader: any Reader = PlainTextReader(),
    on bytes: [UInt8],
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Diagnostic {
    var log = DiagnosticLog()
    let failure = try #require(throws: DocumentFailure.self, sourceLocation: sourceLocation) {
        try reader.read(SourceFile(bytes), log: &log)
    }
    #expect(log.diagnostics.isEmpty, "a failure is said once", sourceLocation: sourceLocation)
    return failure.diagnostic
}

/// The standard limits, but for one.
func limits(_ name: ReadingLimits.Name, _ value: Int) -> ReadingLimits {
    var limits = ReadingLimits.standard
    limits[name] = value
    return limits
}

extension String {
    /// The text in UTF-16.
    func utf16Bytes(bigEndian: Bool) -> [UInt8] {
        utf16.flatMap { unit in
            let bytes = [UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit)]
            return bigEndian ? bytes : bytes.reversed()
        }
    }
}
