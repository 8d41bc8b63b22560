import TesseraModel

/// An entity in a text, before it is known to which cell the text belongs.
struct FoundEntity: Equatable {
    var kind: Entity.Kind
    var value: String
    var qualifier: Entity.Qualifier?
    var unit: String?
    /// UTF-8 byte offsets into the text.
    var range: Range<Int>
}
