import TesseraModel
import TesseraPatterns

/// Finds phrases that point to what was said before, and tells which cell they mean.
///
/// `See previous` means the cell above, in the same column. It is not clear where that cell says nothing, or where a
/// sentence of the same cell stands before the phrase and may be meant as well; then no cell is named.
struct PreviousPhrases: Sendable {
    private let patterns: [Pattern]
    /// The row above, by row.
    private let above: [String: String]
    /// Cells with a text of their own.
    private let speaking: Set<CellAddress>

    init(_ patterns: [Pattern], in report: Report) {
        self.patterns = patterns
        let ids = report.rows.map(\.id)
        above = Dictionary(zip(ids.dropFirst(), ids)) { first, _ in first }
        speaking = Set(report.cells.lazy.filter { $0.status.isOwn || $0.status == .seeElsewhere }.map(\.address))
    }

    /// The phrases of a cell, from front to back, with the cell that each means; nil for one that is not clear.
    /// - Parameters:
    ///   - cell: the cell.
    ///   - text: its text.
    ///   - mentions: ranges of mentions. A phrase that leads up to one is a part of it: `previous comment on Section II`.
    func phrases(
        of cell: Cell,
        _ text: String,
        beside mentions: [Range<Int>]
    ) throws(DocumentFailure) -> [(range: Range<Int>, target: CellAddress?)] {
        var found: [Range<Int>] = []
        for pattern in patterns {
            var start = 0
            while start < text.utf8.count, let match = try pattern.match(text, .anywhere, from: start) {
                if !found.contains(where: { $0.overlaps(match.range) }) { found.append(match.range) }
                start = max(match.range.upperBound, start + 1)
            }
        }
        return found.sorted { $0.lowerBound < $1.lowerBound }
            .filter { phrase in
                !mentions.contains { $0.overlaps(phrase) || PreviousPhrases.leads(phrase, to: $0, in: text) }
            }
            .map { ($0, target(of: $0, in: cell, text)) }
    }

    private func target(of phrase: Range<Int>, in cell: Cell, _ text: String) -> CellAddress? {
        guard let row = above[cell.address.row] else { return nil }
        let target = CellAddress(row: row, column: cell.address.column)
        return speaking.contains(target) && !PreviousPhrases.hasSentence(before: phrase.lowerBound, in: text)
            ? target : nil
    }

    /// The most bytes between a phrase and the mention that it leads up to: ` on the subject of `.
    private static let longestLead = 20

    private static func leads(_ phrase: Range<Int>, to mention: Range<Int>, in text: String) -> Bool {
        let gap = phrase.upperBound..<max(phrase.upperBound, mention.lowerBound)
        guard mention.lowerBound >= phrase.upperBound, gap.count <= longestLead else { return false }
        return text.utf8Slice(gap).utf8.allSatisfy { $0 == 0x20 || ($0 | 0x20) &- 0x61 < 26 }
    }

    /// Whether a sentence ends before a byte: at a stop with a blank behind it, initials aside.
    private static func hasSentence(before end: Int, in text: String) -> Bool {
        var before: UInt8 = 0
        var last: UInt8 = 0
        for byte in text.utf8.prefix(end) {
            let isEnd = last == UInt8(ascii: ".") && !(before &- 0x41 < 26)
            let isStop = isEnd || last == UInt8(ascii: "?") || last == UInt8(ascii: "!")
            if byte == 0x0A || (isStop && byte == 0x20) { return true }
            before = last
            last = byte
        }
        return false
    }
}
