import LibXML
import TesseraModel

/// XML that no reader knows.
///
/// Read as plain text it would give its tags as text, so it is refused, with advice how to describe it. A file is
/// taken for XML where it begins with a tag and is well-formed to its end. Where it is not well-formed, it is damaged
/// XML if an XML declaration or the name of the file says that it should be, and plain text otherwise.
enum UnknownXML {
    /// Tells XML from plain text that begins with `<`.
    /// - Throws: ``TesseraModel/DocumentFailure`` for XML, sound or not.
    static func refuse(_ file: SourceFile, limits: ReadingLimits) throws(DocumentFailure) {
        guard XMLRoot.beginsWithTag(file.bytes) else { return }
        do {
            let part = MarkupPart(limits: limits)
            _ = try part.parse(file.bytes, .xml(allowsDoctype: true), XMLVocabulary([:])) { _ in Wellformedness() }
        } catch {
            let isFault = error.diagnostic.id == "damaged-markup"
            if isFault, !claimsToBeXML(file) { return }
            throw error
        }
        throw DocumentFailure(.unknownXML(XMLRoot(file)?.name))
    }

    private static func claimsToBeXML(_ file: SourceFile) -> Bool {
        // Whatever the encoding, as long as it holds ASCII.
        let head = file.bytes.prefix(64).filter { $0 != 0 }
        return file.fileExtension == "xml" || String(decoding: head, as: UTF8.self).contains("<?xml ")
    }
}

/// Looks at nothing: the parser alone decides.
private final class Wellformedness: MarkupHandler {
    let failure: Diagnostic? = nil

    func start(_ name: Int, _ tag: borrowing XMLTag) {}

    func end(_ name: Int) {}

    func text(_ text: borrowing XMLText) {}
}

extension Diagnostic {
    static func unknownXML(_ root: XMLName?) -> Diagnostic {
        let name = root.map { $0.namespace.isEmpty ? "'\($0.localName)'" : "'\($0.localName)' of \($0.namespace)" }
        return Diagnostic(
            "unknown-xml",
            .error,
            "no reader knows XML" + (name.map { " with the root element \($0)" } ?? " of this kind"),
            suggestion: "say under 'xml:' in a pipeline file which elements are tables, rows and cells"
        )
    }
}
