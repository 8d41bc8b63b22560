import TesseraModel

/// A document, form or act that a text names.
struct FoundDocument: Equatable {
    var role: Reference.Role
    var family: DocumentFamily
    /// The numbering that the target follows; empty for the title of an act.
    var scheme: String
    /// The symbol or title, normalised.
    var target: String
    /// UTF-8 byte offsets into the text.
    var range: Range<Int>
}
