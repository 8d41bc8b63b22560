import TesseraModel

/// A paragraph put together from printed lines.
struct LayoutParagraph {
    private(set) var text: [UInt8] = []
    private(set) var hyperlinks: [Hyperlink] = []
    /// The page on which it begins, from 1, and what it covers there.
    let page: Int
    private(set) var box: PageBox
    /// Where it ends, on the same page or a later one.
    private(set) var lastPage: Int
    private(set) var lastBox: PageBox
    private(set) var lastLine: LayoutLine
    let firstLine: LayoutLine
    /// How much room the last line leaves, in points.
    var room = Double.infinity
    /// Whether the last line is full, so that the text may go on: a word of usual length would have had no room.
    var isOpen: Bool { room < lastLine.letterHeight * 3 }
    /// Places at which the paragraph may end, and places at which a word may be joined otherwise.
    private(set) var doubtfulBorders = 0
    private(set) var doubtfulWords = 0

    init(_ line: LayoutLine, page: Int) {
        self.page = page
        (box, lastPage, lastBox, lastLine, firstLine) = (line.box, page, line.box, line, line)
        append(line.words)
    }

    /// How sure one such place leaves the text.
    private static let confidence = 0.9

    var uncertainty: Uncertainty? {
        guard doubtfulBorders + doubtfulWords > 0 else { return nil }
        var confidence = 1.0
        for _ in 0..<min(doubtfulBorders + doubtfulWords, 20) { confidence *= LayoutParagraph.confidence }
        return Uncertainty(doubtfulBorders > 0 ? .paragraphs : .joinedWord, confidence: confidence)
    }

    mutating func doubtBorder() { doubtfulBorders += 1 }

    /// Adds the next printed line.
    mutating func append(_ line: LayoutLine, page: Int, joining: WordJoining) {
        join(line, joining)
        append(line.words)
        lastLine = line
        lastBox = page == lastPage ? lastBox.union(line.box) : line.box
        if page == self.page { box = box.union(line.box) }
        lastPage = page
    }

    /// Adds the rest of the paragraph that stands elsewhere.
    mutating func append(_ rest: LayoutParagraph, joining: WordJoining) {
        join(rest.firstLine, joining)
        let start = text.count
        text += rest.text
        hyperlinks += rest.hyperlinks.map {
            Hyperlink(range: $0.range.lowerBound + start..<$0.range.upperBound + start, target: $0.target)
        }
        doubtfulBorders += rest.doubtfulBorders
        doubtfulWords += rest.doubtfulWords
        (lastPage, lastBox, lastLine, room) = (rest.lastPage, rest.lastBox, rest.lastLine, rest.room)
    }

    /// Puts what belongs there between the last line and the next one.
    private mutating func join(_ line: LayoutLine, _ joining: WordJoining) {
        guard let left = lastLine.words.last, let right = line.words.first else { return }
        let (joint, isCertain) = joining.joint(left, right)
        if !isCertain { doubtfulWords += 1 }
        switch joint {
        case .blank: text.append(0x20)
        case .nothing: break
        case .droppedHyphen: dropLastScalar()
        }
    }

    private mutating func append(_ words: [PageWord]) {
        for (number, word) in words.enumerated() {
            if number > 0 { text.append(0x20) }
            let start = text.count
            text += word.text.utf8
            guard let target = word.link else { continue }
            if let last = hyperlinks.last, last.target == target, last.range.upperBound + 1 >= start {
                hyperlinks[hyperlinks.count - 1].range = last.range.lowerBound..<text.count
            } else {
                hyperlinks.append(Hyperlink(range: start..<text.count, target: target))
            }
        }
    }

    private mutating func dropLastScalar() {
        while let byte = text.popLast(), byte & 0xC0 == 0x80 {}
        if let last = hyperlinks.last, last.range.upperBound > text.count {
            hyperlinks[hyperlinks.count - 1].range = last.range.lowerBound..<max(text.count, last.range.lowerBound)
        }
    }

    var paragraph: Paragraph {
        var paragraph = Paragraph(
            String(decoding: text, as: UTF8.self),
            at: SourcePlace(page: page, box, lastPage: lastPage, lastBox),
            hyperlinks: hyperlinks
        )
        paragraph.uncertainty = uncertainty
        return paragraph
    }
}
