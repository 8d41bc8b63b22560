import LibNettle
import TesseraModel

/// The bytes that an extract is kept in: what a reader delivered, and what it had to say.
///
/// A mark with the version, then the document, then the SHA-256 of all before it. The same document always gives the
/// same bytes. What comes back is equal to what went in, but for the numbers of paragraphs, which
/// ``TesseraModel/SourceDocument`` gives anew, in the same order.
enum DocumentCoding {
    /// Why bytes are no extract. Whoever meets one reads the source again.
    enum Failure: Error, Equatable {
        /// Another version wrote it, or no version did.
        case foreign
        /// The checksum differs: it was cut off or changed.
        case damaged
        /// The checksum is right, and the content cannot be a document.
        case malformed
    }

    /// A document that came with diagnostics.
    struct Extract: Equatable {
        var document: SourceDocument
        var diagnostics: [Diagnostic]
    }

    /// To be raised with each change of what is written, or of the model.
    static let version: UInt8 = 1

    private static let mark = Array("tessera extract ".utf8) + [version]

    static func encode(_ document: SourceDocument, _ diagnostics: [Diagnostic]) -> [UInt8] {
        var encoder = DocumentEncoder(startingWith: mark)
        encoder.write(document)
        encoder.writeList(diagnostics) { $0.write($1) }
        let bytes = encoder.bytes
        return bytes + Digest.sha256.digest(of: bytes)
    }

    /// - Parameters:
    ///   - bytes: what ``encode(_:_:)`` has given.
    ///   - limits: those that the document was read with; it is refused where it is beyond them.
    /// - Throws: ``Failure`` for anything else.
    static func decode(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws(Failure) -> Extract {
        guard bytes.starts(with: mark) else { throw .foreign }
        let end = bytes.count - Digest.sha256.size
        guard end >= mark.count else { throw .damaged }
        let content = Array(bytes[..<end])
        guard Digest.sha256.digest(of: content).elementsEqual(bytes[end...]) else { throw .damaged }
        var decoder = DocumentDecoder(content, from: mark.count, limits: limits)
        let document = try decoder.document()
        let diagnostics = try decoder.list { (decoder) throws(Failure) in try decoder.diagnostic() }
        guard decoder.isAtEnd else { throw .malformed }
        return Extract(document: document, diagnostics: diagnostics)
    }
}
