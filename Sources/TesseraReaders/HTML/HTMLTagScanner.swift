/// Finds the parts of a tag as a browser does (HTML Standard, 13.2.5): quotation marks count only around the value of
/// an attribute.
enum HTMLTagScanner {
    /// An attribute: where its name and its value stand. An attribute without a value has an empty one.
    struct Attribute {
        var name: Range<Int>
        var value: Range<Int>
    }

    /// The end of a name: the first byte behind it.
    static func endOfName(_ text: [UInt8], from start: Int) -> Int {
        var end = start
        while end < text.count, !text[end].isHTMLSpace, text[end] != slash, text[end] != greater { end += 1 }
        return end
    }

    /// The `>` that ends a tag; nil where the text ends first.
    /// - Parameter start: behind the name of the element.
    static func endOfTag(_ text: [UInt8], from start: Int) -> Int? {
        var offset = start
        while nextAttribute(text, from: &offset) != nil {}
        return offset < text.count ? offset : nil
    }

    /// The next attribute of a tag; nil at its end.
    /// - Parameter offset: moves behind the attribute, or onto the `>`.
    static func nextAttribute(_ text: [UInt8], from offset: inout Int) -> Attribute? {
        while offset < text.count, text[offset].isHTMLSpace || text[offset] == slash { offset += 1 }
        guard offset < text.count, text[offset] != greater else { return nil }
        let start = offset
        // A name may begin with an equals sign, however odd that is.
        offset += 1
        while offset < text.count, !text[offset].isHTMLSpace, text[offset] != slash, text[offset] != greater,
            text[offset] != equals
        {
            offset += 1
        }
        let name = start..<offset
        var next = offset
        while next < text.count, text[next].isHTMLSpace { next += 1 }
        guard next < text.count, text[next] == equals else { return Attribute(name: name, value: offset..<offset) }
        next += 1
        while next < text.count, text[next].isHTMLSpace { next += 1 }
        return Attribute(name: name, value: value(text, from: next, offset: &offset))
    }

    private static func value(_ text: [UInt8], from start: Int, offset: inout Int) -> Range<Int> {
        var end = start
        if start < text.count, text[start] == UInt8(ascii: "\"") || text[start] == UInt8(ascii: "'") {
            end += 1
            while end < text.count, text[end] != text[start] { end += 1 }
            offset = min(end + 1, text.count)
            return start + 1..<max(start + 1, end)
        }
        while end < text.count, !text[end].isHTMLSpace, text[end] != greater { end += 1 }
        offset = end
        return start..<end
    }

    private static let slash = UInt8(ascii: "/")
    private static let greater = UInt8(ascii: ">")
    private static let equals = UInt8(ascii: "=")
}

extension Array<UInt8> {
    /// Whether a word stands at some place, in whatever case.
    /// - Parameter word: in lower case.
    func hasWord(_ word: String, at start: Int) -> Bool {
        guard start >= 0, count - start >= word.utf8.count else { return false }
        return zip(self[start...], word.utf8).allSatisfy { byte, wanted in
            byte == wanted || (byte | 0x20 == wanted && byte.isASCIILetter)
        }
    }
}
