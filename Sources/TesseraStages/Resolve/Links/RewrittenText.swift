/// The text of one link, put together from pieces of a text that hides or breaks it.
struct RewrittenText {
    private(set) var bytes: [UInt8] = []
    /// For each byte, where its piece ends in the original text.
    private var ends: [Int] = []

    /// Adds a piece as it stands.
    mutating func append(_ piece: ArraySlice<UInt8>) {
        bytes += piece
        ends += piece.indices.map { $0 + 1 }
    }

    /// Adds something else for a piece that ends at an offset of the original text.
    mutating func append(_ replacement: String, end: Int) {
        bytes += replacement.utf8
        ends += Array(repeating: end, count: replacement.utf8.count)
    }

    /// Makes `http` of `hxxp`.
    mutating func restoreScheme() {
        guard bytes.count > 4, bytes[..<4].loweredBytes.elementsEqual("hxxp".utf8) else { return }
        bytes.replaceSubrange(1...2, with: "tt".utf8)
    }

    /// Where the text up to an offset ends in the original text.
    func originalEnd(_ offset: Int) -> Int { ends[offset - 1] }
}
