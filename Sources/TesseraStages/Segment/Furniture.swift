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
        /// The shape is empty until the line is known to be repeated.
        case line(Paragraph, shape: String)
        case border
        case text
    }

    /// What a line is to the report.
    enum Kind {
        /// A column heading: typed again, it shows where a page begins.
        case heading
        /// A label, or a text such as `N/A`.
        case matter
        case other
    }

    /// - Parameter kind: what a line is to the report; asked of lines that are repeated.
    init(_ document: SourceDocument, kind: (Paragraph) throws(DocumentFailure) -> Kind) throws(DocumentFailure) {
        guard document.origin.mediaType == "text/plain" else { return }
        var units: [Unit] = []
        for block in document.blocks { Furniture.add(block, to: &units) }
        Furniture.describe(&units)
        try Furniture.sort(&units, kind)
        addPageNumbers(units)
        addRunningHeads(units)
    }

    /// Why a paragraph is left out; nil for one that is not.
    func reason(of paragraph: Paragraph) -> Discarded.Reason? { reasons[paragraph.id] }

    // MARK: Lines

    private static func add(_ block: Block, to units: inout [Unit]) {
        switch block {
        case .pageBreak: units.append(.border)
        case .table(let table):
            switch table.content {
            case .grid: units.append(.text)
            case .lines(let lines):
                for line in lines {
                    let pieces = line.cells.flatMap(\.filledParagraphs)
                    if pieces.count == 1 {
                        units.append(unit(pieces[0]))
                    } else if !pieces.isEmpty {
                        units.append(.text)
                    }
                }
            case .stream(let cells): for cell in cells { add(cell, to: &units) }
            }
        default: block.forEachParagraph { if $0.isFilled { units.append(unit($0)) } }
        }
    }

    private static func add(_ cell: TableCell, to units: inout [Unit]) {
        let first = units.count
        for block in cell.blocks { add(block, to: &units) }
        // A number alone in a cell is its text; a heading alone shows where a page begins.
        if units.count == first + 1, case .line(let paragraph, _) = units[first],
            paragraph.text.pageShape.isPageNumberShape
        {
            units[first] = .text
        }
    }

    private static func unit(_ paragraph: Paragraph) -> Unit {
        paragraph.text.utf8.count <= longestHead ? .line(paragraph, shape: "") : .text
    }

    /// Gives lines their shapes, but for those that are the only ones, or nearly, which even a coarse look tells.
    private static func describe(_ units: inout [Unit]) {
        var counts: [UInt64: Int] = [:]
        let marks = units.map { unit in
            guard case .line(let paragraph, _) = unit else { return UInt64(0) }
            let mark = paragraph.text.coarseMark
            counts[mark, default: 0] += 1
            return mark
        }
        for (number, mark) in marks.enumerated() {
            guard case .line(let paragraph, _) = units[number] else { continue }
            let isRepeated = counts[mark] ?? 0 >= leastPages
            units[number] = isRepeated ? .line(paragraph, shape: paragraph.text.pageShape) : .text
        }
    }

    /// Tells headings and matter of the report from other lines; only what is repeated is looked at.
    private static func sort(
        _ units: inout [Unit],
        _ kind: (Paragraph) throws(DocumentFailure) -> Kind
    ) throws(DocumentFailure) {
        var counts: [String: Int] = [:]
        for case .line(_, let shape) in units { counts[shape, default: 0] += 1 }
        var kinds: [String: Kind] = [:]
        for (number, unit) in units.enumerated() {
            guard case .line(let paragraph, let shape) = unit else { continue }
            let known: Kind
            if let earlier = kinds[shape] {
                known = earlier
            } else {
                known = counts[shape] ?? 0 >= leastPages ? try kind(paragraph) : .matter
                kinds[shape] = known
            }
            switch known {
            case .heading: units[number] = .border
            case .matter: units[number] = .text
            case .other: break
            }
        }
    }

    // MARK: What is furniture

    /// Numbers that count pages: lines of one shape, each one more than the line before.
    private mutating func addPageNumbers(_ units: [Unit]) {
        var byShape: [String: [(paragraph: Paragraph, number: Int)]] = [:]
        for case .line(let paragraph, let shape) in units where shape.isPageNumberShape {
            if let number = paragraph.text.wholeNumbers.first {
                byShape[shape, default: []].append((paragraph, number))
            }
        }
        for lines in byShape.values {
            var run: [(paragraph: Paragraph, number: Int)] = []
            var best = run
            for line in lines {
                if let last = run.last, line.number != last.number + 1 { run = [] }
                run.append(line)
                if run.count > best.count { best = run }
            }
            // Most numbers of the shape must count, or else numbers mean something here.
            guard best.count >= Furniture.leastPages, best.count * 2 > lines.count else { continue }
            for line in best { reasons[line.paragraph.id] = .pageNumber }
        }
    }

    /// Lines that stand at the borders of pages, the same but for figures.
    private mutating func addRunningHeads(_ units: [Unit]) {
        var borders: [Int] = []
        var byShape: [String: [Int]] = [:]
        for (number, unit) in units.enumerated() {
            switch unit {
            case .border: borders.append(number)
            case .line(let paragraph, let shape):
                if reasons[paragraph.id] != nil {
                    borders.append(number)
                } else {
                    byShape[shape, default: []].append(number)
                }
            case .text: break
            }
        }
        for (shape, places) in byShape where places.count >= Furniture.leastPages {
            // What ends as a sentence does is text that happens to be said again.
            guard shape.contains(where: \.isLetter) || shape.contains("/"), shape.breaksOffInSentence else { continue }
            let near = places.count { place in Furniture.isNear(place, borders) }
            guard near * 5 >= places.count * 4 else { continue }
            for place in places {
                if case .line(let paragraph, _) = units[place] { reasons[paragraph.id] = .runningHead }
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
