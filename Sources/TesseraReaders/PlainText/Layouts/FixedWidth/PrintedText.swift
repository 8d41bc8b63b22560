/// The printed lines of a text, page by page.
struct PrintedText {
    let text: LinedText
    /// Those that are not blank.
    let lines: [PrintedLine]
    /// Indices of `lines`.
    let pages: [Range<Int>]
    /// The number of the page of each of `lines`.
    let pageNumbers: [Int]

    init(_ text: LinedText) {
        self.text = text
        var lines: [PrintedLine] = []
        var pages: [Range<Int>] = []
        var numbers: [Int] = []
        var start = 0
        for index in text.lines.indices {
            if let line = PrintedLine(index, of: text) {
                lines.append(line)
                numbers.append(pages.count)
            }
            if text.lines[index].endsPage {
                pages.append(start..<lines.count)
                start = lines.count
            }
        }
        if start < lines.count { pages.append(start..<lines.count) }
        self.lines = lines
        self.pages = pages
        pageNumbers = numbers
    }

    /// Whether the text has page boundaries. What comes from pages was set in proportional type, and converters moved
    /// it; everything else was printed in columns of characters.
    var isPaged: Bool { pages.count > 1 || text.lines.contains(where: \.endsPage) }

    /// Whether a blank line or a page boundary stands before a printed line.
    func isParted(_ index: Int) -> Bool {
        index > 0 && (lines[index].index > lines[index - 1].index + 1 || startsPage(index))
    }

    func startsPage(_ index: Int) -> Bool { index > 0 && pageNumbers[index] != pageNumbers[index - 1] }

    /// How many columns the widest lines show: as many as a twentieth of the lines with any columns.
    var columnCount: Int {
        var counts: [Int] = []
        for line in lines {
            for number in 0..<line.segmentStarts.count {
                if number == counts.count { counts.append(0) }
                counts[number] += 1
            }
        }
        guard counts.count > 1 else { return 1 }
        let needed = max(2, counts[1] / 20)
        return min(counts.lastIndex { $0 >= needed } ?? 0, 15) + 1
    }
}
