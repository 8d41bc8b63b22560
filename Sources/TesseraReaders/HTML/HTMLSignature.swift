/// The beginning of a file, as far as it tells whether the file is HTML.
struct HTMLSignature {
    private static let reach = 16 << 10

    private let head: [UInt8]
    /// Behind white space, comments and processing instructions.
    private let start: Int
    /// Whether the document begins with an XML declaration.
    let isXML: Bool

    init(_ bytes: [UInt8]) {
        // The zeroes of UTF-16 aside, since tags are ASCII.
        var head = bytes.prefix(HTMLSignature.reach).filter { $0 != 0 }
        for mark in [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]] as [[UInt8]] where head.starts(with: mark) {
            head.removeFirst(mark.count)
        }
        let afterSpace = HTMLSignature.skipSpace(head, from: 0)
        isXML = head.hasWord("<?xml", at: afterSpace)
        start = HTMLSignature.skipProlog(head, from: afterSpace)
        self.head = head
    }

    /// - Parameter hasHTMLName: whether the file is named like HTML; then any of its usual tags will do.
    func isHTML(hasHTMLName: Bool) -> Bool {
        if isTag("<html", at: start) || isTag("<!doctype", at: start) && isTag("html", at: afterDoctype) { return true }
        guard hasHTMLName, !isXML else { return false }
        let isMarkup = start < head.count && head[start] == UInt8(ascii: "<")
        return isMarkup && tags(limit: 1) > 0 || tags(limit: 2) > 1
    }

    private var afterDoctype: Int { HTMLSignature.skipSpace(head, from: start + "<!doctype".utf8.count) }

    /// Whether a word stands somewhere and ends there.
    private func isTag(_ word: String, at offset: Int) -> Bool {
        let end = offset + word.utf8.count
        guard head.hasWord(word, at: offset) else { return false }
        return end >= head.count || head[end].isHTMLSpace || head[end] == UInt8(ascii: ">")
            || head[end] == UInt8(ascii: "/")
    }

    /// How many tags are usual in HTML, up to a limit.
    private func tags(limit: Int) -> Int {
        var count = 0
        for offset in start..<max(start, head.count) where head[offset] == UInt8(ascii: "<") && count < limit {
            let name = String(
                decoding: head[(offset + 1)...].prefix(12).prefix {
                    !$0.isHTMLSpace && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/")
                },
                as: UTF8.self
            )
            if HTMLSignature.usualNames.contains(name.lowercased()) { count += 1 }
        }
        return count
    }

    private static func skipSpace(_ bytes: [UInt8], from start: Int) -> Int {
        var offset = start
        while offset < bytes.count, bytes[offset].isHTMLSpace { offset += 1 }
        return offset
    }

    private static func skipProlog(_ bytes: [UInt8], from start: Int) -> Int {
        var offset = start
        while true {
            let end = bytes.hasWord("<!--", at: offset) ? "-->" : bytes.hasWord("<?", at: offset) ? ">" : nil
            guard let end else { return offset }
            while offset < bytes.count, !bytes.hasWord(end, at: offset) { offset += 1 }
            offset = skipSpace(bytes, from: offset + end.utf8.count)
        }
    }

    private static let usualNames: Set<String> = [
        "head", "title", "meta", "link", "style", "script", "base", "body", "frameset", "table", "tr", "td", "th", "p",
        "div",
        "span", "center", "font", "a", "b", "i", "br", "hr", "img", "ul", "ol", "li", "dl", "pre", "form",
        "h1", "h2", "h3", "h4", "h5", "h6", "article", "section", "main", "header", "nav", "strong", "em", "blockquote",
    ]
}
