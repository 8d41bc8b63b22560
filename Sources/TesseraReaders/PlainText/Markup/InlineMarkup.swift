import TesseraModel

/// The marks inside the text of a paragraph, as a language of marked-up text has them.
struct InlineMarkup {
    enum Language {
        /// CommonMark, as pandoc writes it.
        case markdown
        /// reStructuredText.
        case restructuredText
    }

    var language: Language

    /// Whether a backslash at the end of a line breaks it there.
    func hasHardBreak(_ line: ArraySlice<UInt8>) -> Bool {
        guard language == .markdown else { return false }
        return !line.reversed().prefix { $0 == UInt8(ascii: "\\") }.count.isMultiple(of: 2)
    }

    /// The paragraph without its marks. Links become hyperlinks.
    func paragraph(_ string: String, at place: SourcePlace) -> Paragraph {
        let bytes = Array(string.utf8)
        let marks: Set<UInt8> =
            language == .markdown
            ? Set("\\*_`<[".utf8) : Set("\\*`".utf8)
        guard bytes.contains(where: { marks.contains($0) }) else { return Paragraph(string, at: place) }
        var scan = InlineScan(bytes, language)
        scan.run()
        return Paragraph(
            String(decoding: scan.output, as: UTF8.self),
            at: place,
            hyperlinks: scan.links.sorted { $0.range.lowerBound < $1.range.lowerBound }
        )
    }

    /// What stands before the text of a line.
    enum LineMark {
        case none
        /// `>`: a quotation.
        case quotation
        /// `|`: a line that keeps its end.
        case line
        /// An item of a list.
        case bullet
        /// A number, which is text as well.
        case number

        var startsParagraph: Bool { self == .line || self == .bullet || self == .number }
    }

    func mark(of piece: TextPiece, in text: LinedText) -> LineMark {
        let bytes = text.bytes[piece.range]
        guard let first = bytes.first else { return .none }
        let isAlone = bytes.count == 1 || bytes[bytes.startIndex + 1] == 0x20
        switch first {
        case UInt8(ascii: ">") where language == .markdown: return .quotation
        case UInt8(ascii: "|") where language == .restructuredText && isAlone: return .line
        case UInt8(ascii: "-") where isAlone, UInt8(ascii: "*") where isAlone, UInt8(ascii: "+") where isAlone:
            return .bullet
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            let rest = bytes.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            let isNumber = rest.starts(with: ". ".utf8) || rest.starts(with: ") ".utf8)
            return isNumber && bytes.count - rest.count < 4 ? .number : .none
        default: return .none
        }
    }

    /// The text of a line behind its mark; nil where nothing stands there.
    func withoutMark(_ piece: TextPiece, in text: LinedText) -> TextPiece? {
        switch mark(of: piece, in: text) {
        case .none, .number: return piece
        case .quotation, .line, .bullet:
            let range = text.trimmed(piece.range.lowerBound + 1..<piece.range.upperBound)
            return range.isEmpty ? nil : TextPiece(line: piece.line, range: range, indent: piece.indent + 2)
        }
    }
}
