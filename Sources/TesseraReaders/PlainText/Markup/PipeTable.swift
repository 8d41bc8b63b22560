import TesseraModel

/// A table with a line a row, pipes between cells and a rule below the first row.
struct PipeTable {
    let lines: Range<Int>
    let table: Table

    init?(at index: Int, in text: LinedText, _ markup: InlineMarkup?) {
        guard index + 1 < text.lines.count, let header = PipeTable.cells(of: index, in: text),
            let rule = PipeTable.ruleCount(text.lines[index + 1], in: text), rule == header.count
        else { return nil }
        let joiner = LineJoiner(text, wrapping: nil, markup: markup ?? InlineMarkup(language: .markdown))
        var rows = [PipeTable.row(header, index, joiner, isHeader: true)]
        var end = index + 2
        while end < text.lines.count, let cells = PipeTable.cells(of: end, in: text) {
            rows.append(PipeTable.row(cells, end, joiner, isHeader: false))
            end += 1
        }
        lines = index..<end
        let first = text.lines[index]
        let last = text.lines[end - 1]
        let start = text.place(text.content(of: first), in: first)
        table = Table(.grid(rows), at: start.joined(with: text.place(text.content(of: last), in: last)))
    }

    /// How many columns a rule like `|---|:-:|` parts; nil for another line.
    static func ruleCount(_ line: TextLine, in text: LinedText) -> Int? {
        let content = text.content(of: line)
        guard text.bytes[content].contains(UInt8(ascii: "|")), text.bytes[content].contains(UInt8(ascii: "-")) else {
            return nil
        }
        let parts = borders(content, in: text)
        for part in parts {
            let cell = text.trimmed(part)
            var dashes = 0
            for (number, offset) in cell.enumerated() {
                switch text.bytes[offset] {
                case UInt8(ascii: "-"): dashes += 1
                case UInt8(ascii: ":") where number == 0 || number == cell.count - 1: continue
                default: return nil
                }
            }
            guard dashes > 0 else { return nil }
        }
        return parts.count
    }

    /// The cells of a row; nil for a line without pipes.
    private static func cells(of index: Int, in text: LinedText) -> [Range<Int>]? {
        let content = text.content(of: text.lines[index])
        guard text.bytes[content].contains(UInt8(ascii: "|")) else { return nil }
        return borders(content, in: text)
    }

    /// What stands between pipes; those at both ends of the line may be missing.
    private static func borders(_ content: Range<Int>, in text: LinedText) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = content.lowerBound
        var offset = start
        while offset < content.upperBound {
            if text.bytes[offset] == UInt8(ascii: "\\") {
                offset += 1
            } else if text.bytes[offset] == UInt8(ascii: "|") {
                if offset > content.lowerBound { parts.append(start..<offset) }
                start = offset + 1
            }
            offset += 1
        }
        if start < content.upperBound { parts.append(start..<content.upperBound) }
        return parts
    }

    private static func row(_ cells: [Range<Int>], _ index: Int, _ joiner: LineJoiner, isHeader: Bool) -> TableRow {
        let text = joiner.text
        let cells = cells.map { cell in
            let pieces = text.parts(of: cell).filter { !$0.isEmpty }.map { TextPiece(line: index, range: $0) }
            let content = text.trimmed(cell)
            return TableCell(
                pieces.map { .paragraph(joiner.paragraph([$0])) },
                at: text.place(content, in: text.lines[index])
            )
        }
        return TableRow(cells, isHeader: isHeader)
    }
}

extension LinedText {
    /// What stands between the line breaks of a cell: `<br>`, `<br/>`, `<br />`.
    fileprivate func parts(of cell: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = cell.lowerBound
        var offset = start
        while offset < cell.upperBound {
            if bytes[offset] == UInt8(ascii: "<"), let end = lineBreak(at: offset, before: cell.upperBound) {
                parts.append(trimmed(start..<offset))
                start = end
                offset = end
            } else {
                offset += 1
            }
        }
        return parts + [trimmed(start..<cell.upperBound)]
    }

    private func lineBreak(at offset: Int, before end: Int) -> Int? {
        let limit = min(offset + 6, end)
        guard let close = bytes[offset..<limit].firstIndex(of: UInt8(ascii: ">")) else { return nil }
        let name = bytes[(offset + 1)..<close].filter { $0 != 0x20 && $0 != UInt8(ascii: "/") }.map { $0 | 0x20 }
        return name == Array("br".utf8) ? close + 1 : nil
    }
}
