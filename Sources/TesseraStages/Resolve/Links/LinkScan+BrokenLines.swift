import TesseraModel

/// Links that go over the end of a line. In a normalised text the end of a line is a blank, so a word behind a blank
/// belongs to the link only where it can be nothing else.
extension LinkScan {
    /// A URL that goes on behind a blank.
    ///
    /// - Parameters:
    ///   - start: where it begins.
    ///   - end: where its first line ends, punctuation included.
    /// - Returns: where to go on; nil where it ends at the blank.
    mutating func joinedLines(_ start: Int, end: Int) -> Int? {
        var text = RewrittenText()
        text.append(bytes[start..<end])
        var lineEnd = end
        var sure = text
        while let line = wordBehindBlank(lineEnd) {
            let isSure = continues(text.bytes, with: bytes[line])
            // `2007/` alone says nothing; what stands behind it may.
            guard isSure || (text.bytes.last == UInt8(ascii: "/") && isFolder(bytes[line])) else { break }
            text.append(bytes[line])
            lineEnd = line.upperBound
            if isSure { sure = text }
        }
        return sure.bytes.count > end - start ? keep(sure, from: start, through: end, .joinedLine) : nil
    }

    /// A URL whose scheme stands alone at the end of a line: `http:// www.arms.example`.
    mutating func joinedScheme(_ start: Int) -> Int? {
        guard !isRewritten else { return nil }
        var schemeEnd = start
        while byte(schemeEnd) != UInt8(ascii: ":") { schemeEnd += 1 }
        var slashes = schemeEnd + 1
        if byte(slashes) == UInt8(ascii: " ") { slashes += 1 }
        guard has("//", at: slashes) else { return nil }
        let hostStart: Int
        if byte(slashes + 2) == UInt8(ascii: " ") {
            hostStart = slashes + 3
        } else {
            hostStart = slashes + 2
        }
        let hostEnd = hostEnd(from: hostStart)
        guard let name = HostName(bytes[hostStart..<sentenceEnd(ofHost: hostStart..<hostEnd)]), name.labels.count > 1,
            name.hasKnownEnd, byte(hostEnd) != UInt8(ascii: "@")
        else { return nil }
        var text = RewrittenText()
        text.append(bytes[start...schemeEnd])
        text.append(bytes[slashes..<slashes + 2])
        var end = hostStart
        while end < bytes.count, isURLByte(end) { end += 1 }
        text.append(bytes[hostStart..<end])
        return keep(text, from: start, through: hostStart, .joinedLine)
    }

    /// An e-mail address whose host is on the next line, or goes on there: `pico@ state.gov`, `pico@state. gov`.
    mutating func joinedHost(_ start: Int, at: Int) -> Int? {
        guard !isRewritten else { return nil }
        var text = RewrittenText()
        let end = hostEnd(from: at + 1)
        guard end == at + 1 || byte(end - 1) == UInt8(ascii: "."), let line = wordBehindBlank(end) else { return nil }
        text.append(bytes[start..<end])
        text.append(bytes[line.lowerBound..<hostEnd(from: line.lowerBound)])
        let host = text.bytes[(at + 1 - start)...]
        let whole = host.last == UInt8(ascii: ".") ? host.dropLast() : host
        guard let name = HostName(whole), name.labels.count > 1, whole.allSatisfy({ !$0.isASCIICapital }),
            SuffixWeight(of: name) == .strong
        else { return nil }
        return keep(text, from: start, through: end, .joinedLine)
    }

    /// The word behind the blank at an offset, or behind the end of a line there.
    private func wordBehindBlank(_ offset: Int) -> Range<Int>? {
        var start = offset
        var lines = 0
        while start < bytes.count, [0x09, 0x0A, 0x0D, 0x20].contains(bytes[start]), start - offset < 64 {
            if bytes[start] == 0x0A { lines += 1 }
            start += 1
        }
        guard start > offset, lines < 2, !beginsLink(start) else { return nil }
        var end = start
        while end < bytes.count, isURLByte(end), bytes[end] < 0x80 { end += 1 }
        guard end > start, !bytes[start..<end].contains(UInt8(ascii: "@")) else { return nil }
        return start..<end
    }

    // MARK: What goes on

    /// Whether a word is a name and a slash.
    private func isFolder(_ word: ArraySlice<UInt8>) -> Bool {
        word.count > 1 && word.last == UInt8(ascii: "/") && word.dropLast().allSatisfy(\.isASCIIAlphanumeric)
    }

    /// Whether a word can be nothing but what comes next in a URL.
    private func continues(_ url: [UInt8], with word: ArraySlice<UInt8>) -> Bool {
        guard let last = url.last, let first = word.first else { return false }
        let shape = Continuation(word)
        if last != UInt8(ascii: "."), shape.isAddress { return false }
        switch last {
        case UInt8(ascii: "."):
            return shape.isPageExtension && lacksExtension(url.dropLast()) || completesHost(url, with: word)
        case UInt8(ascii: "/"), UInt8(ascii: "-"):
            return first.isASCIIAlphanumeric && shape.isPath
        case UInt8(ascii: "="), UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "%"),
            UInt8(ascii: "~"), UInt8(ascii: "+"):
            // No sentence goes on behind one of these.
            return first.isASCIIAlphanumeric && (shape.isPath || shape.hasDigitOrMark)
        default:
            guard last.isASCIIAlphanumeric, first == UInt8(ascii: "/"),
                word.dropFirst().first?.isASCIIAlphanumeric == true
            else { return false }
            return shape.isPath || Continuation(word.dropFirst()).isPath
        }
    }

    /// Whether a URL has a path, and no dot in the last part of it.
    private func lacksExtension(_ url: ArraySlice<UInt8>) -> Bool {
        let parts = url.split(separator: UInt8(ascii: "/"))
        guard let last = parts.last, url.last?.isASCIIAlphanumeric == true else { return false }
        return parts.count > (url.contains(UInt8(ascii: ":")) ? 2 : 1) && !last.contains(UInt8(ascii: "."))
    }

    /// Whether the host of a URL ends at a full stop, is no whole name yet, and is one with the word.
    private func completesHost(_ url: [UInt8], with word: ArraySlice<UInt8>) -> Bool {
        let hostStart = url.firstIndex(of: UInt8(ascii: ":")).map { $0 + 3 } ?? 0
        guard hostStart < url.count else { return false }
        let begun = url[hostStart...].dropLast()
        guard !begun.contains(where: { "/?#".utf8.contains($0) }) else { return false }
        let end = word.firstIndex { !($0.isASCIIAlphanumeric || LinkScan.isHostMark($0)) } ?? word.endIndex
        var rest = word[..<end]
        let isPathNext = end < word.endIndex && word[end] == UInt8(ascii: "/")
        while let last = rest.last, LinkScan.isHostMark(last) { rest.removeLast() }
        guard !rest.contains(where: \.isASCIICapital), let before = HostName(begun), !before.hasKnownEnd,
            let whole = HostName(begun + [UInt8(ascii: ".")] + rest), whole.suffix != nil, whole.ownLabels > 0
        else { return false }
        return isPathNext || SuffixWeight(of: whole) == .strong
    }
}

/// What a word looks like that stands behind a URL and a blank.
private struct Continuation {
    private static let fileExtensions: Set<String> = [
        "asp", "aspx", "cfm", "cgi", "doc", "docx", "htm", "html", "jsp", "pdf", "php", "ppt", "pptx", "shtml", "txt",
        "xhtml", "xls", "xlsx", "xml",
    ]

    private let word: ArraySlice<UInt8>

    init(_ word: ArraySlice<UInt8>) {
        var word = word
        while let last = word.last, ".,;:!?')]".utf8.contains(last) { word.removeLast() }
        self.word = word
    }

    /// Whether the word alone is the ending that pages of the web have, and that is no word of prose.
    var isPageExtension: Bool { ["asp", "aspx", "htm", "html", "jsp", "pdf", "php", "shtml"].contains(word.text) }

    /// Whether the word is an address by itself: a host and a path.
    var isAddress: Bool {
        guard let slash = word.firstIndex(of: UInt8(ascii: "/")), let name = HostName(word[..<slash]) else {
            return false
        }
        return name.ownLabels > 0 && SuffixWeight(of: name) == .strong
    }

    /// Whether the word is written as only a piece of a path is: it ends in a file's name, or has marks in it that words
    /// of prose do not have.
    var isPath: Bool {
        let path = word.prefix { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
        let name = path.split(separator: UInt8(ascii: "/")).last ?? []
        let parts = name.split(separator: UInt8(ascii: "."))
        if parts.count > 1, let last = parts.last, Continuation.fileExtensions.contains(last.loweredBytes.text) {
            return true
        }
        if hasMark("_~%") || (hasMark("?") && hasMark("=")) { return true }
        let slashes = word.count { $0 == UInt8(ascii: "/") }
        let isLower = !word.contains(where: \.isASCIICapital)
        let hasLetter = word.contains(where: \.isASCIILetter)
        // `and/or`, `12/05/2006` and `SALW/MANPADS` are prose.
        return hasLetter && isLower && slashes > 1
            && (word.last == UInt8(ascii: "/") || word.contains(where: \.isASCIIDigit))
    }

    var hasDigitOrMark: Bool { word.contains(where: \.isASCIIDigit) || hasMark("=&-/") }

    /// Whether one of some marks stands between letters or digits.
    private func hasMark(_ marks: String) -> Bool {
        word.indices.dropFirst().dropLast().contains { index in
            marks.utf8.contains(word[index]) && word[index - 1].isASCIIAlphanumeric
                && word[index + 1].isASCIIAlphanumeric
        }
    }
}
