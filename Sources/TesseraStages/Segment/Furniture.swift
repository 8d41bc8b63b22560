import TesseraModel

/// Tells the lines of a text that are repeated on its pages and belong to none of them: page numbers and running heads.
///
/// Readers of formats with pages have left them out already; this is for text, in which nothing marks them. A number
/// alone may be the text of a cell, so it must count: three of them in order, one more each time.
struct Furniture {
    /// By the number of the paragraph in the document.
    private var reasons: [Int: Discarded.Reason] = [:]

    /// The least number of pages on which something must be found.
    private static let leastPages = 3
    /// How many lines a running head may stand away from what shows the border of a page.
    private static let reach = 3
    /// The longest running head, in bytes.
    private static let longestHead = 300

    /// A line that may be furniture, or what shows where a page ends.
    private enum Unit {
        /// The number of a line in `lines`.
        case line(Int)
        case border
        case text
    }

    /// A line that may be furniture.
    private struct Line {
        var paragraph: Paragraph
        /// The number of its shape; nil where too few lines have it.
        var shape: Int?
    }

    /// What a line is to the report.
    enum Kind {
        /// A column heading: typed again, it shows where a page begins.
        case heading
        /// A label, or a text such as `N/A`.
        case matter
        case other
    }

    private var units: [Unit] = []
    private var lines: [Line] = []
    /// What lines have in common that are repeated.
    private var shapes: [String] = []

    /// - Parameter kind: what a line is to the report; asked of lines that are repeated.
    init(_ document: SourceDocument, kind: (Paragraph) throws(DocumentFailure) -> Kind) throws(DocumentFailure) {
        guard document.origin.mediaType == "text/plain" else { return }
        for block in document.blocks { add(block) }
        describeLines()
        try sortLines(kind)
        addPageNumbers()
        addRunningHeads()
        // What is known is in the reasons.
        (units, lines, shapes) = ([], [], [])
    }

    /// Why a paragraph is left out; nil for one that is not.
    func reason(of paragraph: Paragraph) -> Discarded.Reason? { reasons[paragraph.id] }

    // MARK: Lines

    private mutating func add(_ block: Block) {
        switch block {
        case .pageBreak: units.append(.border)
        case .table(let table):
            switch table.content {
            case .grid: units.append(.text)
            case .lines(let lines):
                for line in lines {
                    let pieces = line.cells.flatMap(\.filledParagraphs)
                    if pieces.count == 1 {
                        add(pieces[0])
                    } else if !pieces.isEmpty {
                        units.append(.text)
                    }
                }
            case .stream(let cells): for cell in cells { add(cell) }
            }
        default: block.forEachParagraph { if $0.isFilled { add($0) } }
        }
    }

    private mutating func add(_ cell: TableCell) {
        let first = units.count
        for block in cell.blocks { add(block) }
        // A number alone in a cell is its text; a heading alone shows where a page begins.
        if units.count == first + 1, case .line(let line) = units[first],
            lines[line].paragraph.text.pageShape.isPageNumberShape
        {
            units[first] = .text
        }
    }

    private mutating func add(_ paragraph: Paragraph) {
        guard paragraph.text.utf8.count <= Furniture.longestHead else { return units.append(.text) }
        units.append(.line(lines.count))
        lines.append(Line(paragraph: paragraph))
    }

    /// Gives lines their shapes, but for those that are the only ones, or nearly, which even a coarse look tells.
    private mutating func describeLines() {
        let marks = lines.map(\.paragraph.text.coarseMark)
        var counts: [UInt64: Int] = [:]
        for mark in marks { counts[mark, default: 0] += 1 }
        var numbers: [String: Int] = [:]
        // Of lines with one mark most are the same, whose shape need not be made again.
        var latest: [UInt64: Int] = [:]
        for (line, mark) in marks.enumerated() where counts[mark] ?? 0 >= Furniture.leastPages {
            let text = lines[line].paragraph.text
            if let other = latest[mark], lines[other].paragraph.text == text {
                lines[line].shape = lines[other].shape
            } else {
                let shape = text.pageShape
                let number = numbers[shape] ?? shapes.count
                if number == shapes.count {
                    shapes.append(shape)
                    numbers[shape] = number
                }
                lines[line].shape = number
                latest[mark] = line
            }
        }
    }

    /// Tells headings and matter of the report from other lines; only what is repeated is looked at.
    private mutating func sortLines(_ kind: (Paragraph) throws(DocumentFailure) -> Kind) throws(DocumentFailure) {
        var counts = Array(repeating: 0, count: shapes.count)
        for line in lines { if let shape = line.shape { counts[shape] += 1 } }
        var kinds: [Kind?] = Array(repeating: nil, count: shapes.count)
        for index in units.indices {
            guard case .line(let line) = units[index] else { continue }
            guard let shape = lines[line].shape, counts[shape] >= Furniture.leastPages else {
                units[index] = .text
                continue
            }
            let known: Kind
            if let earlier = kinds[shape] { known = earlier } else { known = try kind(lines[line].paragraph) }
            kinds[shape] = known
            switch known {
            case .heading: units[index] = .border
            case .matter: units[index] = .text
            case .other: break
            }
        }
    }

    // MARK: What is furniture

    /// Numbers that count pages: lines of one shape, each one more than the line before.
    private mutating func addPageNumbers() {
        let areNumbers = shapes.map(\.isPageNumberShape)
        var byShape: [Int: [(paragraph: Int, number: Int)]] = [:]
        for case .line(let line) in units {
            guard let shape = lines[line].shape, areNumbers[shape] else { continue }
            let paragraph = lines[line].paragraph
            if let number = paragraph.text.wholeNumbers.first {
                byShape[shape, default: []].append((paragraph.id, number))
            }
        }
        for lines in byShape.values {
            var run: [(paragraph: Int, number: Int)] = []
            var best = run
            for line in lines {
                if let last = run.last, line.number != last.number + 1 { run = [] }
                run.append(line)
                if run.count > best.count { best = run }
            }
            // Most numbers of the shape must count, or else numbers mean something here.
            guard best.count >= Furniture.leastPages, best.count * 2 > lines.count else { continue }
            for line in best { reasons[line.paragraph] = .pageNumber }
        }
    }

    /// Lines that stand at the borders of pages, the same but for figures.
    private mutating func addRunningHeads() {
        var borders: [Int] = []
        // By the number of the shape: units, from front to back.
        var places: [[Int]] = Array(repeating: [], count: shapes.count)
        for (number, unit) in units.enumerated() {
            switch unit {
            case .border: borders.append(number)
            case .line(let line):
                if reasons[lines[line].paragraph.id] != nil {
                    borders.append(number)
                } else if let shape = lines[line].shape {
                    places[shape].append(number)
                }
            case .text: break
            }
        }
        for (shape, places) in zip(shapes, places) where places.count >= Furniture.leastPages {
            // What ends as a sentence does is text that happens to be said again.
            guard shape.contains(where: \.isLetter) || shape.contains("/"), shape.breaksOffInSentence else { continue }
            let near = places.count { place in Furniture.isNear(place, borders) }
            guard near * 5 >= places.count * 4 else { continue }
            for place in places {
                if case .line(let line) = units[place] { reasons[lines[line].paragraph.id] = .runningHead }
            }
        }
    }

    /// Whether a border of a page stands close to a line.
    private static func isNear(_ place: Int, _ borders: [Int]) -> Bool {
        var low = 0
        var high = borders.count
        while low < high {
            let middle = (low + high) / 2
            if borders[middle] < place { low = middle + 1 } else { high = middle }
        }
        let above = low > 0 ? place - borders[low - 1] : .max
        let below = low < borders.count ? borders[low] - place : .max
        return min(above, below) <= reach
    }
}

extension String {
    /// What lines have in common that are repeated on pages.
    fileprivate var pageShape: String { WhiteSpaceNormalisation.normalised(self).withoutFigures }

    /// The same for all texts of one ``pageShape``: the hash (FNV-1a) of what neither white space, nor figures nor
    /// characters beyond ASCII can change.
    fileprivate var coarseMark: UInt64 {
        let bytes = utf8.span
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in bytes.indices {
            let byte = bytes[index]
            // "#" is the sign that stands for figures.
            guard byte > 0x23, byte < 0x80, byte &- 0x30 >= 10 else { continue }
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
        return hash
    }
}
