import LibXML
import TesseraModel

/// Learns from the manifest of a package which of its parts are encrypted (OpenDocument 1.3 part 2, 4).
final class OpenDocumentManifest: MarkupHandler {
    static let name = "META-INF/manifest.xml"

    private var path = ""
    private(set) var encryptedParts: Set<String> = []

    let failure: Diagnostic? = nil

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        switch OpenDocumentName(rawValue: name) {
        case .manifestEntry: path = tag[.manifestPath] ?? ""
        case .manifestEncryption: encryptedParts.insert(path)
        default: break
        }
    }

    func end(_ name: Int) throws(XMLInterruption) {}

    func text(_ text: borrowing XMLText) throws(XMLInterruption) {}
}
