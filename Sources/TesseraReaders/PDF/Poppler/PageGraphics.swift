import TesseraModel

/// What a page shows besides its words.
struct PageGraphics {
    /// Where a piece of text ends, and whether a blank is its last character.
    struct TextEnd {
        var right: Double
        var top: Double
        var bottom: Double
        var isBlank: Bool
    }

    var rules: [PageRule]
    var links: [(box: PageBox, target: String)]
    var ends: [TextEnd]
    /// The share of the page that pictures cover.
    var imageCoverage: Double

    init(_ page: PDFPage) {
        rules = page.rules.map { rule in
            rule.isHorizontal
                ? PageRule(
                    direction: .across,
                    position: rule.y0,
                    start: min(rule.x0, rule.x1),
                    end: max(rule.x0, rule.x1)
                )
                : PageRule(
                    direction: .down,
                    position: rule.x0,
                    start: min(rule.y0, rule.y1),
                    end: max(rule.y0, rule.y1)
                )
        }
        links = page.links.map { (PageBox($0.box), $0.target) }
        ends = page.runs.compactMap { run in
            guard run.rotation == 0, let last = run.text?.unicodeScalars.last else { return nil }
            return TextEnd(right: run.box.x1, top: run.box.y0, bottom: run.box.y1, isBlank: last.isWhiteSpace)
        }
        imageCoverage = page.imageCoverage
    }

    /// Whether the piece of text that ends with a word, the last on its line, ends with a blank; nil for unknown.
    fileprivate func hasBlank(behind word: PageBox) -> Bool? {
        let height = word.height
        let near = ends.filter { end in
            end.top < word.centerY && end.bottom > word.centerY && end.right > word.right - height * 0.1
                && end.right < word.right + height
        }
        guard !near.isEmpty else { return nil }
        return near.contains { $0.isBlank }
    }
}

extension PageBox {
    init(_ box: PDFBox) { self.init(left: box.x0, top: box.y0, right: box.x1, bottom: box.y1) }
}

extension PageSurface {
    /// Adds lines, and what the file says of the words.
    mutating func add(_ graphics: PageGraphics) {
        rules = graphics.rules
        for index in words.indices {
            let isLast = index + 1 == words.count || words[index + 1].line != words[index].line
            if isLast { words[index].isBeforeBlank = graphics.hasBlank(behind: words[index].box) }
            words[index].link = graphics.links.first { $0.box.holdsCenter(of: words[index].box) }?.target
        }
    }
}
