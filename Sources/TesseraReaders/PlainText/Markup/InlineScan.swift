import TesseraModel

/// One walk through a text that leaves its marks out.
///
/// The rules are those of CommonMark 0.31 (sections 2.4 and 6) and of the reStructuredText specification ("Inline
/// markup"), as far as converters use them: what is no complete mark stays text.
struct InlineScan {
    let bytes: [UInt8]
    let language: InlineMarkup.Language
    private(set) var output: [UInt8] = []
    private(set) var links: [Hyperlink] = []
    private var offset = 0
    /// Emphasis that is open: the mark, where it stands in the output.
    private var open: [(mark: [UInt8], position: Int)] = []
    private var removed: [Range<Int>] = []

    init(_ bytes: [UInt8], _ language: InlineMarkup.Language) {
        self.bytes = bytes
        self.language = language
    }

    mutating func run() {
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\\"): escape()
            case UInt8(ascii: "*"): emphasis()
            case UInt8(ascii: "_") where language == .markdown: emphasis()
            case UInt8(ascii: "`"): quoted()
            case UInt8(ascii: "<") where language == .markdown: address()
            case UInt8(ascii: "[") where language == .markdown: link()
            default: take()
            }
        }
        removeMarks()
    }

    private mutating func take() {
        output.append(bytes[offset])
        offset += 1
    }

    /// A backslash takes its meaning from the character behind it.
    private mutating func escape() {
        guard offset + 1 < bytes.count else {
            // A backslash at the end is a line break.
            offset += 1
            return
        }
        let next = bytes[offset + 1]
        if next == 0x20 {
            // In Markdown a no-break space, which pandoc also writes before the end of a line.
            if language == .markdown { output += Array("\u{A0}".utf8) }
            offset += 2
        } else if language == .restructuredText || next.isPunctuation {
            output.append(next)
            offset += 2
        } else {
            take()
        }
    }

    private mutating func emphasis() {
        let byte = bytes[offset]
        var end = offset
        while end < bytes.count, bytes[end] == byte, end < offset + 3 { end += 1 }
        let mark = Array(bytes[offset..<end])
        let before = offset > 0 ? bytes[offset - 1] : 0x20
        let after = end < bytes.count ? bytes[end] : 0x20
        let isWordInside = byte == UInt8(ascii: "_") || language == .restructuredText
        let canClose = before > 0x20 && !(isWordInside && after.isWordCharacter)
        let canOpen = after > 0x20 && !(isWordInside && before.isWordCharacter)
        if canClose, let opener = open.lastIndex(where: { $0.mark == mark }),
            open[opener].position < output.count - mark.count
        {
            removed.append(open[opener].position..<open[opener].position + mark.count)
            removed.append(output.count..<output.count + mark.count)
            open.removeSubrange(opener...)
        } else if canOpen {
            open.append((mark, output.count))
        }
        output += mark
        offset = end
    }

    /// Code, or a link of reStructuredText.
    private mutating func quoted() {
        let mark = bytes[offset...].prefix { $0 == UInt8(ascii: "`") }.count
        let start = offset + mark
        guard let end = closing(mark, from: start) else { return takeAll(to: start) }
        var content = Array(bytes[start..<end])
        offset = end + mark
        if language == .restructuredText, mark == 1 {
            let target = content.lastIndex(of: UInt8(ascii: "<"))
            if let target, content.last == UInt8(ascii: ">"), offset < bytes.count, bytes[offset] == UInt8(ascii: "_") {
                let address = String(decoding: content[(target + 1)..<(content.count - 1)], as: UTF8.self)
                content = Array(content[..<target])
                while content.last == 0x20 { content.removeLast() }
                links.append(Hyperlink(range: output.count..<output.count + content.count, target: address))
            }
            while offset < bytes.count, bytes[offset] == UInt8(ascii: "_") { offset += 1 }
        }
        output += content
    }

    private func closing(_ mark: Int, from start: Int) -> Int? {
        var end = start
        while let next = bytes[end...].firstIndex(of: UInt8(ascii: "`")) {
            let length = bytes[next...].prefix { $0 == UInt8(ascii: "`") }.count
            if length == mark, next > start { return next }
            end = next + length
        }
        return nil
    }

    private mutating func takeAll(to end: Int) {
        output += bytes[offset..<end]
        offset = end
    }

    /// `<http://…>` and `<name@…>`.
    private mutating func address() {
        guard let end = bytes[offset...].firstIndex(where: { $0 == UInt8(ascii: ">") || $0 <= 0x20 }),
            bytes[end] == UInt8(ascii: ">")
        else { return take() }
        let content = bytes[(offset + 1)..<end]
        let text = String(decoding: content, as: UTF8.self)
        guard text.contains("://") || text.contains("@") || text.hasPrefix("mailto:") else { return take() }
        links.append(
            Hyperlink(
                range: output.count..<output.count + content.count,
                target: text.contains(":") ? text : "mailto:" + text
            )
        )
        output += content
        offset = end + 1
    }

    /// `[text](address "title")`.
    private mutating func link() {
        guard let middle = bytes[offset...].closingBracket(UInt8(ascii: "["), UInt8(ascii: "]")),
            middle + 1 < bytes.count, bytes[middle + 1] == UInt8(ascii: "("),
            let end = bytes[(middle + 1)...].closingBracket(UInt8(ascii: "("), UInt8(ascii: ")"))
        else { return take() }
        var inner = InlineScan(Array(bytes[(offset + 1)..<middle]), language)
        inner.run()
        let address = bytes[(middle + 2)..<end].split(separator: 0x20, maxSplits: 1).first ?? []
        links.append(
            Hyperlink(
                range: output.count..<output.count + inner.output.count,
                target: String(decoding: address, as: UTF8.self)
            )
        )
        output += inner.output
        offset = end + 1
    }

    /// Leaves out marks of emphasis that have their counterpart, and moves links accordingly.
    private mutating func removeMarks() {
        guard !removed.isEmpty else { return }
        let marks = removed.sorted { $0.lowerBound < $1.lowerBound }
        var kept: [UInt8] = []
        var moved = [Int](repeating: 0, count: output.count + 1)
        var next = 0
        for position in output.indices {
            while next < marks.count, marks[next].upperBound <= position { next += 1 }
            moved[position] = kept.count
            if next == marks.count || !marks[next].contains(position) { kept.append(output[position]) }
        }
        moved[output.count] = kept.count
        links = links.map { link in
            Hyperlink(range: moved[link.range.lowerBound]..<moved[link.range.upperBound], target: link.target)
        }
        output = kept
    }
}

extension UInt8 {
    fileprivate var isPunctuation: Bool { self > 0x20 && self < 0x7F && !isWordCharacter || self == UInt8(ascii: "_") }

    fileprivate var isWordCharacter: Bool {
        (0x61...0x7A).contains(self | 0x20) || (0x30...0x39).contains(self) || self >= 0x80
    }
}

extension ArraySlice<UInt8> {
    /// The bracket that closes the one at the start.
    fileprivate func closingBracket(_ opening: UInt8, _ closing: UInt8) -> Int? {
        var depth = 0
        var offset = startIndex
        while offset < endIndex {
            switch self[offset] {
            case UInt8(ascii: "\\"): offset += 1
            case opening: depth += 1
            case closing:
                depth -= 1
                if depth == 0 { return offset }
            default: break
            }
            offset += 1
        }
        return nil
    }
}
