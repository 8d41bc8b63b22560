/// Finds the encoding that an HTML document declares, before anything of it is decoded ("prescan a byte stream to
/// determine its encoding", HTML Standard, 13.2.3.2).
struct EncodingDeclaration {
    /// How far it may stand from the beginning. The standard says 1024, and much of the world does not know.
    private static let reach = 16 << 10

    private let head: [UInt8]
    private var offset = 0

    /// The encoding that the declaration names; nil where there is none, or none that is known.
    static func find(in bytes: [UInt8]) -> WebEncoding? {
        var declaration = EncodingDeclaration(head: Array(bytes.prefix(reach)))
        return declaration.find()
    }

    private init(head: [UInt8]) { self.head = head }

    private mutating func find() -> WebEncoding? {
        while offset < head.count {
            guard head[offset] == UInt8(ascii: "<") else {
                offset += 1
                continue
            }
            if head.hasWord("<!--", at: offset) {
                skip(past: "-->", from: offset + 2)
            } else if head.hasWord("<meta", at: offset), offset + 5 < head.count, isEndOfName(head[offset + 5]) {
                offset += 5
                if let encoding = entry() { return encoding }
            } else if head.hasWord("<?xml", at: offset) {
                let start = offset
                skip(past: ">", from: offset)
                if let encoding = xmlEncoding(in: start..<offset) { return encoding }
            } else if offset + 1 < head.count, head[offset + 1].isASCIILetter || head[offset + 1] == UInt8(ascii: "/") {
                var end = HTMLTagScanner.endOfName(head, from: offset + 1 + (head[offset + 1].isASCIILetter ? 0 : 1))
                while HTMLTagScanner.nextAttribute(head, from: &end) != nil {}
                offset = end
            } else {
                offset += 1
            }
        }
        return nil
    }

    private func isEndOfName(_ byte: UInt8) -> Bool { byte.isHTMLSpace || byte == UInt8(ascii: "/") }

    private mutating func skip(past mark: String, from start: Int) {
        offset = start
        while offset < head.count {
            if head.hasWord(mark, at: offset) {
                offset += mark.utf8.count
                return
            }
            offset += 1
        }
    }

    /// What an element `meta` says: `charset="…"`, or a media type in `content` beside `http-equiv`.
    private mutating func entry() -> WebEncoding? {
        var charset: String?
        var content: String?
        var isContentType = false
        while let attribute = HTMLTagScanner.nextAttribute(head, from: &offset) {
            let value = String(decoding: head[attribute.value], as: UTF8.self)
            switch String(decoding: head[attribute.name], as: UTF8.self).lowercased() {
            case "charset": charset = charset ?? value
            case "content": content = content ?? value
            case "http-equiv": isContentType = value.lowercased() == "content-type"
            default: break
            }
        }
        if let charset, let encoding = WebEncoding.labelled(charset) { return encoding }
        guard isContentType, let content else { return nil }
        return EncodingDeclaration.charset(in: content).flatMap(WebEncoding.labelled)
    }

    /// The parameter `charset` of a media type.
    static func charset(in mediaType: String) -> String? {
        guard let name = mediaType.lowercased().firstRange(of: /charset\s*=\s*/) else { return nil }
        let value = mediaType.lowercased()[name.upperBound...]
        if let quote = value.first, quote == "\"" || quote == "'" {
            return String(value.dropFirst().prefix { $0 != quote })
        }
        return String(value.prefix { !$0.isWhitespace && $0 != ";" })
    }

    private func xmlEncoding(in range: Range<Int>) -> WebEncoding? {
        let declaration = String(decoding: head[range], as: UTF8.self)
        guard let match = declaration.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/) else { return nil }
        return WebEncoding.labelled(String(match.1))
    }
}
