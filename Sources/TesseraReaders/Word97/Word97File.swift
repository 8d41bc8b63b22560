import TesseraModel

/// The streams of a Word document, taken apart as far as that goes without reading its text.
struct Word97File {
    /// Where streams may contain one character twice; a file in order has none of them.
    private static let mostRepetitions = 2

    let head: FileInformationBlock
    let text: Word97Text
    let styles: StyleSheet
    /// What is wrong with the document, a clause each.
    private(set) var damage: [String] = []
    private let tables: LittleEndianBytes
    /// The characters of each subdocument, as many as there are.
    private let ranges: [Range<Int>]
    /// Characters behind those that the head counts: in order, that is a paragraph mark or nothing.
    let unclaimed: Range<Int>

    /// - Parameters:
    ///   - head: the head of the document.
    ///   - stream: the stream of the text.
    ///   - tables: the stream of the tables.
    ///   - data: the stream of what is too large for the others; empty where there is none.
    init(_ head: FileInformationBlock, stream: [UInt8], tables: [UInt8], data: [UInt8]) {
        let stream = LittleEndianBytes(stream)
        let tables = LittleEndianBytes(tables)
        self.head = head
        self.tables = tables
        let limit = Word97File.mostRepetitions * stream.count
        let length = Subdocument.allCases.reduce(0) { $0 + head.length(of: $1) }
        var pieces = PieceTable(head.table(.pieces, in: tables), limit: limit)
        if pieces.pieces.isEmpty, !head.isInPieces, let bounds = head.textBounds {
            pieces = PieceTable(bounds: bounds, length: min(length, stream.count))
            damage.append("the table of the pieces of its text is missing")
        } else if pieces.isBroken {
            damage.append("the table of the pieces of its text is damaged")
        }
        let characterPages = PropertyPages(.characters, head.table(.characterPages, in: tables), in: stream)
        let paragraphPages = PropertyPages(.paragraphs, head.table(.paragraphPages, in: tables), in: stream)
        text = Word97Text(
            pieces,
            stream: stream,
            data: LittleEndianBytes(data),
            characterPages: characterPages,
            paragraphPages: paragraphPages
        )
        styles = StyleSheet(head.table(.styles, in: tables))
        var start = 0
        let count = text.characters.count
        ranges = Subdocument.allCases.map { subdocument in
            let end = start + head.length(of: subdocument)
            defer { start = end }
            return min(start, count)..<min(end, count)
        }
        unclaimed = min(start, count)..<count
        if hasUnclaimedText { damage.append("\(unclaimed.count) characters of its text belong to no part of it") }
        let missing = max(0, length - text.characters.count) + text.missing
        if missing > 0 { damage.append("\(missing) of \(max(length, count)) characters of its text are missing") }
        if text.misplacedParagraphs > 0 {
            damage.append("the properties of \(text.misplacedParagraphs) of its paragraphs do not fit its text")
        }
        let pages = characterPages.missing + paragraphPages.missing
        if pages > 0 { damage.append("\(pages) pages with the properties of its text are missing") }
    }

    /// Whether there is text that the head does not count.
    var hasUnclaimedText: Bool { text.characters[unclaimed].contains { $0 > 0x20 } }

    func table(_ table: FileInformationBlock.Table) -> LittleEndianBytes { head.table(table, in: tables) }

    /// The characters of a subdocument, as many as there are.
    func range(of subdocument: Subdocument) -> Range<Int> { ranges[subdocument.rawValue] }

    /// The texts that a subdocument consists of.
    func stories(of subdocument: Subdocument, _ table: PositionTable) -> [Range<Int>] {
        let range = range(of: subdocument)
        return table.stories(length: range.count).map { story in
            range.lowerBound + story.lowerBound..<range.lowerBound + story.upperBound
        }
    }
}
