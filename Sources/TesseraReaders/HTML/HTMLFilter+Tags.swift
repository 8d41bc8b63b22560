/// What becomes of each tag.
extension HTMLFilter {
    /// The marks for what may overlap paragraphs, and for the end of a row.
    private enum Mark {
        static let link: HTMLTagName = "x-link"
        static let linkEnd: HTMLTagName = "x-link-end"
        static let deletion: HTMLTagName = "x-del"
        static let deletionEnd: HTMLTagName = "x-del-end"
        static let hide: HTMLTagName = "x-hide"
        static let hideEnd: HTMLTagName = "x-hide-end"
        static let rowEnd: HTMLTagName = "x-row-end"
    }

    mutating func startTag() {
        let endOfName = HTMLTagScanner.endOfName(source, from: offset + 1)
        guard let end = HTMLTagScanner.endOfTag(source, from: endOfName) else {
            // A tag that the end of the document cuts off is none.
            skip(to: source.count)
            return
        }
        let name = HTMLTagName(source[offset + 1..<endOfName])
        var attributes = endOfName..<end
        let hasSlash = endsWithSlash(attributes)
        if hasSlash { attributes = endOfName..<end - 1 }
        let isEmpty = hasSlash && isXML
        let use = name.use
        switch use {
        case .kept, .row, .preformatted: keep(name, attributes, isEmpty: isEmpty)
        case .keptWhole: writeTag(name, attributes: attributes)
        case .cell:
            if mentions("span", attributes) {
                writeTag(name, attributes: attributes, isEmpty: isEmpty)
            } else {
                keep(name, attributes, isEmpty: isEmpty)
            }
        case .keptOnce:
            if isBegun.insert(name).inserted { writeTag(name, attributes: attributes) }
        case .heading:
            // A heading ends the one before it; libxml2 would nest them.
            if let openHeading { writeEndTag(openHeading) }
            openHeading = isEmpty ? nil : name
            headingStart = end + 1
            keep(name, attributes, isEmpty: isEmpty)
        case .paragraph: startParagraph(attributes, isEmpty: isEmpty)
        case .literal, .skipped:
            skip(to: end + 1)
            if !isEmpty { content(of: name, use) }
        case .link:
            startLink(attributes)
            if !isEmpty { hide(name, attributes) }
        case .deletion:
            if !isEmpty { writeTag(Mark.deletion, isEmpty: true) }
        case .wordBreak: write("\u{200B}")
        case .inline:
            if !isEmpty { hide(name, attributes) }
        case .void: break
        }
        if offset <= end { skip(to: end + 1) }
        if use == .preformatted { skipLineEnd() }
    }

    mutating func endTag() {
        let endOfName = HTMLTagScanner.endOfName(source, from: offset + 2)
        let end = HTMLTagScanner.endOfTag(source, from: endOfName)
        let name = HTMLTagName(source[offset + 2..<endOfName])
        switch name.use {
        case .kept, .cell, .preformatted:
            if name == "br" { writeTag(name) } else { writeEndTag(name) }
        case .row:
            writeEndTag(name)
            // libxml2 does not know of a row that has no start tag.
            writeTag(Mark.rowEnd, isEmpty: true)
        case .heading:
            // Whatever its number, it ends the heading that is open.
            if let openHeading { writeEndTag(openHeading) }
            openHeading = nil
        case .paragraph:
            writeEndTag(isInWholeHeading ? "div" : name)
            isInWholeHeading = false
        case .keptOnce:
            // What follows the end of the document still counts.
            if name == "head" { writeEndTag(name) }
        case .link:
            endLink()
            unhide(name)
        case .deletion: writeTag(Mark.deletionEnd, isEmpty: true)
        case .inline: unhide(name)
        case .keptWhole, .literal, .skipped, .wordBreak, .void: break
        }
        skip(to: end.map { $0 + 1 } ?? source.count)
    }

    private mutating func keep(_ name: HTMLTagName, _ attributes: Range<Int>, isEmpty: Bool) {
        writeTag(name, attributes: mayHide(attributes) ? attributes : nil, isEmpty: isEmpty)
    }

    /// libxml2 ends a heading where a paragraph begins, also one that the whole heading consists of.
    private mutating func startParagraph(_ attributes: Range<Int>, isEmpty: Bool) {
        isInWholeHeading = openHeading != nil && source[headingStart..<offset].allSatisfy(\.isHTMLSpace)
        if !isInWholeHeading { openHeading = nil }
        keep(isInWholeHeading ? "div" : "p", attributes, isEmpty: isEmpty)
    }

    /// Whether `/` ends a tag, and not the value of its last attribute.
    private func endsWithSlash(_ attributes: Range<Int>) -> Bool {
        guard let last = attributes.last, source[last] == UInt8(ascii: "/") else { return false }
        guard last > attributes.lowerBound else { return true }
        let before = source[last - 1]
        return before.isHTMLSpace || before == UInt8(ascii: "\"") || before == UInt8(ascii: "'")
    }

    // MARK: Content that is no markup

    private mutating func content(of name: HTMLTagName, _ use: HTMLTagName.Use) {
        let end = unended.contains(name) ? nil : endTag(of: name)
        if use == .skipped {
            skip(to: end ?? source.count)
            return
        }
        // Without an end tag, what follows is better taken for the document than for its title.
        guard let end else {
            unended.insert(name)
            return
        }
        writeTag(name)
        if name == "textarea" { skipLineEnd() }
        copyLiterally(upTo: end, resolvesReferences: name != "xmp")
        writeEndTag(name)
    }

    private func endTag(of name: HTMLTagName) -> Int? {
        var search = offset
        while let found = position(of: "</", from: search) {
            let end = HTMLTagScanner.endOfName(source, from: found + 2)
            if end < source.count, HTMLTagName(source[found + 2..<end]) == name { return found }
            search = found + 2
        }
        return nil
    }

    /// A line end that follows the start tag is not part of the text.
    private mutating func skipLineEnd() {
        guard offset < source.count, source[offset] == 0x0D || source[offset] == 0x0A else { return }
        skip(to: offset + (source.hasWord("\r\n", at: offset) ? 2 : 1))
    }

    // MARK: Marks

    private mutating func startLink(_ attributes: Range<Int>) {
        endLink()
        guard mentions("href", attributes) else { return }
        writeTag(Mark.link, attributes: attributes, isEmpty: true)
        isLinkOpen = true
    }

    private mutating func endLink() {
        if isLinkOpen { writeTag(Mark.linkEnd, isEmpty: true) }
        isLinkOpen = false
    }

    private mutating func hide(_ name: HTMLTagName, _ attributes: Range<Int>) {
        if let index = hiding.lastIndex(where: { $0.name == name }) { hiding[index].depth += 1 }
        guard mayHide(attributes), hiding.count < 256 else { return }
        writeTag(Mark.hide, attributes: attributes, isEmpty: true)
        hiding.append((name, 1))
    }

    private mutating func unhide(_ name: HTMLTagName) {
        guard let index = hiding.lastIndex(where: { $0.name == name }) else { return }
        hiding[index].depth -= 1
        guard hiding[index].depth == 0 else { return }
        hiding.remove(at: index)
        writeTag(Mark.hideEnd, isEmpty: true)
    }

    /// Whether attributes may hide their element; what they say exactly, the content handler finds out.
    private func mayHide(_ attributes: Range<Int>) -> Bool {
        // Both words in one pass: this is asked of nearly every tag.
        attributes.contains { index in
            switch source[index] | 0x20 {
            case UInt8(ascii: "h"): source.hasWord("hidden", at: index)
            case UInt8(ascii: "d"): source.hasWord("display", at: index)
            default: false
            }
        }
    }

    private func mentions(_ word: String, _ range: Range<Int>) -> Bool {
        guard let first = word.utf8.first else { return false }
        for index in range where source[index] | 0x20 == first && source.hasWord(word, at: index) { return true }
        return false
    }
}
