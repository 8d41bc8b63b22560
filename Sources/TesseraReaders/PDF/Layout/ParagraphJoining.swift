/// Puts printed lines together to paragraphs.
struct ParagraphJoining {
    let words: WordJoining

    /// The paragraphs of lines that stand below each other.
    /// - Parameters:
    ///   - limits: how far the lines may run, and how far apart they stand.
    ///   - page: from 1.
    func paragraphs(of lines: [LayoutLine], _ limits: LineBreak, page: Int) -> [LayoutParagraph] {
        var paragraphs: [LayoutParagraph] = []
        var previous: LayoutLine?
        // Among titles and the lines of an address any line with a capital may be one of its own: they have no full
        // stops, or most of them end where they need not.
        let ends = zip(lines, lines.dropFirst()).count { limits.kind(from: $0, to: $1) == .end }
        let areTitles = !lines.contains(where: \.endsSentence) || ends * 2 >= lines.count
        for line in lines {
            guard let above = previous, !paragraphs.isEmpty else {
                paragraphs.append(LayoutParagraph(line, page: page))
                previous = line
                continue
            }
            previous = line
            let index = paragraphs.count - 1
            switch limits.kind(from: above, to: line) {
            case .wrap:
                // Where a sentence ends with a full line, another paragraph may begin in the next one.
                if above.endsSentence || areTitles, line.beginsSentence {
                    paragraphs[index].doubtBorder()
                }
                paragraphs[index].append(line, page: page, joining: words)
            case .unclear where above.endsSentence && line.beginsSentence:
                paragraphs[index].doubtBorder()
                paragraphs.append(LayoutParagraph(line, page: page))
            case .unclear: paragraphs[index].append(line, page: page, joining: words)
            case .end: paragraphs.append(LayoutParagraph(line, page: page))
            }
        }
        if let last = lines.last, !paragraphs.isEmpty {
            paragraphs[paragraphs.count - 1].room = limits.right - last.box.right
        }
        return paragraphs
    }
}

extension LayoutLine {
    private static let closers = ")]}\"'”’»›".unicodeScalars

    /// Whether the line ends with a full stop or the like, closing quotation marks and brackets aside.
    var endsSentence: Bool {
        let end = words.last?.text.unicodeScalars.reversed().first { !LayoutLine.closers.contains($0) }
        return end.map { ".!?:;".unicodeScalars.contains($0) } ?? false
    }

    /// Whether the line begins as a sentence can: not with a small letter.
    var beginsSentence: Bool {
        let first = words.first?.text.unicodeScalars.first { !"([{\"'“‘«‹".unicodeScalars.contains($0) }
        return first.map { $0.value < 0x80 ? !("a"..."z").contains($0) : !$0.properties.isLowercase } ?? false
    }
}
