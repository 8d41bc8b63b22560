import TesseraModel

extension OpenDocumentContent {
    /// The document, once the part with its text has been parsed.
    /// - Parameter runningHeads: what another part has left out.
    /// - Throws: ``TesseraModel/DocumentFailure`` where there is no text.
    func document(
        from origin: Origin,
        mediaType: String,
        runningHeads: [Omission] = []
    ) throws(DocumentFailure) -> SourceDocument {
        var metadata = metadata
        metadata.language = metadata.language ?? styles.language
        let blocks = builder.finish()
        var origin = origin
        origin.mediaType = mediaType
        let document = SourceDocument(
            origin: origin,
            metadata: metadata,
            blocks: blocks,
            omissions: builder.omissions + runningHeads
        )
        guard !document.paragraphs.isEmpty else { throw DocumentFailure(.emptyDocument) }
        return document
    }
}
