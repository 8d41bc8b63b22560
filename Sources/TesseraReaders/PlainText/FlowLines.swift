import TesseraModel

/// Lines of running text, with blank lines between paragraphs.
struct FlowLines {
    let joiner: LineJoiner

    /// The paragraphs and page breaks of some lines.
    func blocks(_ lines: Range<Int>) -> [Block] {
        let text = joiner.text
        var blocks: [Block] = []
        var open: [TextPiece] = []
        func close() {
            blocks += joiner.paragraphs(of: open).map(Block.paragraph)
            open = []
        }
        for index in lines {
            if let piece = text.piece(ofLine: index) { open.append(piece) } else { close() }
            if let pageBreak = text.pageBreak(behind: text.lines[index]) {
                close()
                blocks.append(pageBreak)
            }
        }
        close()
        return blocks
    }
}
