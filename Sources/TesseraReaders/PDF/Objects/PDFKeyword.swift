/// A word of the file that is no object: an operator of a content stream, `obj`, `endstream`.
///
/// Nothing knows a word of more than nine letters, so that a word is one number and its length.
struct PDFKeyword: Hashable, Sendable {
    private var value: UInt64 = 0
    private var last: UInt8 = 0
    private var length: UInt8 = 0

    init(_ bytes: some Collection<UInt8>) {
        for byte in bytes.prefix(10) {
            length += 1
            if length <= 8 { value = value << 8 | UInt64(byte) } else { last = byte }
        }
    }

    init(_ word: String) { self.init(word.utf8) }

    static let object = PDFKeyword("obj")
    static let objectEnd = PDFKeyword("endobj")
    static let stream = PDFKeyword("stream")
    static let streamEnd = PDFKeyword("endstream")
    static let trailer = PDFKeyword("trailer")
    static let crossReferences = PDFKeyword("xref")
    static let crossReferenceStart = PDFKeyword("startxref")
    static let yes = PDFKeyword("true")
    static let no = PDFKeyword("false")
    static let null = PDFKeyword("null")
    static let reference = PDFKeyword("R")
}
