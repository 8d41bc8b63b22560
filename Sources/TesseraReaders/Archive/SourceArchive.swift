import LibXML
import LibZip
import TesseraModel

/// A document that is a zip archive of parts.
struct SourceArchive {
    private let archive: ZipArchive
    private let limits: ReadingLimits

    /// Whether the bytes begin as a zip archive does, be it whole or not.
    static func isArchive(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    /// - Throws: ``TesseraModel/DocumentFailure`` for an archive that is damaged, unsafe, or passes a limit.
    init(_ bytes: [UInt8], limits: ReadingLimits) throws(DocumentFailure) {
        self.limits = limits
        let zipLimits = ZipLimits(
            entries: limits[.entries],
            partSize: limits[.partSize],
            totalSize: limits[.totalSize],
            compressionRatio: limits[.compressionRatio]
        )
        do {
            archive = try ZipArchive(bytes, limits: zipLimits)
        } catch {
            throw DocumentFailure(SourceArchive.diagnostic(error, limits))
        }
    }

    /// The names of the parts, in the order of the archive's directory.
    var names: [String] { archive.entries.map(\.name) }

    func contains(_ name: String) -> Bool { archive.contains(name) }

    /// The bytes of a small part.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it is missing or damaged, or passes a limit.
    func contents(of name: String) throws(DocumentFailure) -> [UInt8] {
        do {
            return try archive.contents(of: name)
        } catch {
            throw DocumentFailure(SourceArchive.diagnostic(error, limits))
        }
    }

    /// Parses a part while it is unpacked.
    /// - Parameter handler: makes the handler, with what tells it where the parser is.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the part is missing or damaged, or passes a limit.
    func parse<Handler: MarkupHandler>(
        _ name: String,
        _ notation: XMLPushParser.Notation,
        _ vocabulary: XMLVocabulary,
        _ handler: (XMLLocator) -> Handler
    ) throws(DocumentFailure) -> Handler {
        var part: ZipPart
        do {
            part = try archive.open(name)
        } catch {
            throw DocumentFailure(SourceArchive.diagnostic(error, limits))
        }
        return try MarkupPart(name: name, limits: limits).parse(notation, vocabulary, handler) {
            buffer throws(DocumentFailure) in
            do throws(ZipFailure) {
                return try part.next(into: &buffer)
            } catch {
                throw DocumentFailure(SourceArchive.diagnostic(error, limits))
            }
        }
    }

    private static func diagnostic(_ failure: ZipFailure, _ limits: ReadingLimits) -> Diagnostic {
        switch failure.kind {
        case .limit(let name): .limitExceeded(limit(name), failure.message, limits: limits)
        case .unsafeName, .duplicateName: .unsafeArchive(failure.message)
        case .encrypted: .encryptedDocument
        case .damaged, .unsupported, .missingPart, .engine: .damagedArchive(failure.message)
        case .missingLibrary: .missingLibrary(failure.message)
        }
    }

    private static func limit(_ name: ZipLimits.Name) -> ReadingLimits.Name {
        switch name {
        case .entries: .entries
        case .partSize: .partSize
        case .totalSize: .totalSize
        case .compressionRatio: .compressionRatio
        }
    }
}

extension Diagnostic {
    static let encryptedDocument = Diagnostic(
        "encrypted-document",
        .error,
        "the document is encrypted",
        suggestion: "open it with its password and save it without one"
    )

    static func damagedArchive(_ message: String) -> Diagnostic {
        Diagnostic(
            "damaged-archive",
            .error,
            "the file is no sound archive: \(message)",
            suggestion: "get the file again from its source: a part of it is missing or was changed"
        )
    }

    fileprivate static func missingLibrary(_ message: String) -> Diagnostic {
        Diagnostic(
            "missing-library",
            .error,
            "no document that is a zip archive can be read: \(message)",
            suggestion: "install libzip4, which later versions of Debian and Ubuntu call libzip5"
        )
    }

    fileprivate static func unsafeArchive(_ message: String) -> Diagnostic {
        Diagnostic(
            "unsafe-archive",
            .error,
            "the archive was not made by a word processor: \(message)",
            suggestion: "do not trust the file; open and save it with a word processor on a machine that may be lost"
        )
    }
}
