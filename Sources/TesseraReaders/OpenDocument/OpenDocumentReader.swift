import LibXML
public import TesseraModel

/// Reads text documents in OpenDocument packages: zip archives with the text in `content.xml`.
///
/// Spreadsheets, presentations and drawings are recognised too, and refused with a reason.
public struct OpenDocumentReader: Reader {
    static let mediaTypePrefix = "application/vnd.oasis.opendocument."
    private static let content = "content.xml"
    private static let styles = "styles.xml"
    private static let metadata = "meta.xml"
    /// What a package holds instead of its parts where they are encrypted as one (OpenDocument 1.4 part 2).
    private static let encryptedPackage = "encrypted-package"

    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "odt",
        title: "OpenDocument text",
        mediaType: mediaTypePrefix + "text",
        extensions: ["odt", "ott", "odm", "oth"]
    )

    /// Told by the media type, which stands uncompressed in the first entry; failing that, by the name of the part
    /// with the text.
    public func recognises(_ file: SourceFile) -> Bool {
        guard let entry = LeadingEntry(of: file.bytes) else { return false }
        if entry.name == "mimetype", let content = entry.content {
            return content.starts(with: OpenDocumentReader.mediaTypePrefix.utf8)
        }
        do {
            return try SourceArchive(file.bytes, limits: limits).contains(OpenDocumentReader.content)
        } catch {
            return false
        }
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        let archive = try SourceArchive(file.bytes, limits: limits)
        try refuseEncrypted(archive)
        var common = OpenDocumentStyles()
        var omissions: [Omission] = []
        if archive.contains(OpenDocumentReader.styles) {
            let part = try parse(OpenDocumentReader.styles, of: archive, common)
            _ = part.builder.finish()
            common = part.styles.forOtherParts
            omissions = part.builder.omissions
        }
        var metadata = DocumentMetadata()
        if archive.contains(OpenDocumentReader.metadata) {
            metadata = try parse(OpenDocumentReader.metadata, of: archive, common).metadata
        }
        let content = try parse(OpenDocumentReader.content, of: archive, common)
        content.metadata = metadata
        return try content.document(
            from: file.origin,
            mediaType: mediaType(of: archive) ?? format.mediaType,
            runningHeads: omissions
        )
    }

    private func parse(
        _ name: String,
        of archive: SourceArchive,
        _ styles: OpenDocumentStyles
    ) throws(DocumentFailure) -> OpenDocumentContent {
        // Packages of OpenOffice.org 1 and 2 have a document type declaration without any content.
        try archive.parse(name, .xml(allowsDoctype: true), OpenDocumentName.vocabulary) { locator in
            OpenDocumentContent(part: name, styles: styles, limits: limits, locator: locator)
        }
    }

    private func refuseEncrypted(_ archive: SourceArchive) throws(DocumentFailure) {
        guard archive.contains(OpenDocumentManifest.name) else { return }
        let manifest = try archive.parse(
            OpenDocumentManifest.name,
            .xml(allowsDoctype: true),
            OpenDocumentName.vocabulary
        ) { _ in OpenDocumentManifest() }
        let parts = [
            OpenDocumentReader.content, OpenDocumentReader.styles, OpenDocumentReader.metadata,
            OpenDocumentReader.encryptedPackage,
        ]
        if !manifest.encryptedParts.isDisjoint(with: parts) { throw DocumentFailure(.encryptedDocument) }
    }

    /// What the package says that it is, as far as that is credible.
    private func mediaType(of archive: SourceArchive) throws(DocumentFailure) -> String? {
        guard archive.contains("mimetype") else { return nil }
        let text = String(decoding: try archive.contents(of: "mimetype").prefix(128), as: UTF8.self)
        let mediaType = text.filter { !$0.isWhitespace }
        return mediaType.hasPrefix(OpenDocumentReader.mediaTypePrefix) ? mediaType : nil
    }
}
