import TesseraModel

extension InlineMarkup {
    /// The language in which a text is marked up; nil for plain text.
    init?(in text: LinedText) {
        var marks = 0
        var hasUnderline = false
        for (index, line) in text.lines.enumerated() {
            let content = text.content(of: line)
            guard let first = content.first else { continue }
            if MarkedHeading(line, in: text) != nil { marks += 1 }
            if MarkedHeading.underline(index, in: text) != nil { hasUnderline = true }
            if text.bytes[first] != UInt8(ascii: "\\"), InlineMarkup.hasMarks(text.bytes[content]) { marks += 1 }
        }
        if hasUnderline {
            self.init(language: .restructuredText)
        } else if marks > 0 {
            self.init(language: .markdown)
        } else {
            return nil
        }
    }

    /// Whether a line has bold text, a link, or a character that is escaped for no other reason than marks.
    private static func hasMarks(_ line: ArraySlice<UInt8>) -> Bool {
        for offset in line.indices.dropLast(2) {
            let next = line[offset + 1]
            switch line[offset] {
            case UInt8(ascii: "\\") where "\"'$*_|[]#<>`".utf8.contains(next): return true
            case UInt8(ascii: "*") where next == UInt8(ascii: "*") && line[offset + 2] > 0x2A: return true
            case UInt8(ascii: "]") where next == UInt8(ascii: "("): return true
            case UInt8(ascii: "<") where line[(offset + 1)...].starts(with: "http".utf8): return true
            default: continue
            }
        }
        return false
    }
}

/// A heading that begins with number signs.
struct MarkedHeading {
    let level: Int
    /// UTF-8 byte offsets, without the marks.
    let range: Range<Int>

    init?(_ line: TextLine, in text: LinedText) {
        var content = text.content(of: line)
        let sign = UInt8(ascii: "#")
        level = text.bytes[content].prefix { $0 == sign }.count
        guard (1...6).contains(level), content.lowerBound - line.range.lowerBound < 4 else { return nil }
        content = content.lowerBound + level..<content.upperBound
        guard let first = content.first, text.bytes[first] <= 0x20 else { return nil }
        // Attributes as pandoc writes them: `{#acronyms .western}`.
        if text.bytes[content.upperBound - 1] == UInt8(ascii: "}"),
            let brace = text.bytes[content].lastIndex(of: UInt8(ascii: "{")), brace + 1 < content.upperBound,
            text.bytes[brace + 1] == sign || text.bytes[brace + 1] == UInt8(ascii: ".")
        {
            content = content.lowerBound..<brace
        }
        content = text.trimmed(content)
        let closing = text.bytes[content].reversed().prefix { $0 == sign }.count
        if closing > 0, closing < content.count, text.bytes[content.upperBound - closing - 1] <= 0x20 {
            content = content.lowerBound..<content.upperBound - closing
        }
        range = text.trimmed(content)
        guard !range.isEmpty else { return nil }
    }

    /// The character of the rule below a line that makes it a heading; nil where there is none.
    static func underline(_ index: Int, in text: LinedText) -> UInt8? {
        guard index + 1 < text.lines.count, index == 0 || text.isBlank(text.lines[index - 1]) else { return nil }
        let title = text.content(of: text.lines[index])
        let rule = text.content(of: text.lines[index + 1])
        guard let first = rule.first, rule.count > 2, !title.isEmpty, rule.count >= text.length(title)
        else { return nil }
        let mark = text.bytes[first]
        guard "=-~^\"'`:.*".utf8.contains(mark), text.bytes[rule].allSatisfy({ $0 == mark }),
            text.bytes[title.lowerBound] != mark
        else { return nil }
        return index + 2 == text.lines.count || text.isBlank(text.lines[index + 2]) ? mark : nil
    }
}
