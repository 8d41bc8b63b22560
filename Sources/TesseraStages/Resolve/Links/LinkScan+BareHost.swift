import TesseraModel

/// Hosts without a scheme.
extension LinkScan {
    /// A URL around a dot that stands between letters or digits.
    ///
    /// - Returns: where to go on: behind all that could be a name of a host.
    mutating func bareHost(dot: Int) -> Int? {
        let before = byte(dot - 1)
        guard dot > floor, before.isASCIIAlphanumeric || before >= 0x80 || before == UInt8(ascii: "-") else {
            return nil
        }
        let start = nameStart(before: dot)
        let whole = hostEnd(from: dot)
        guard start < dot, dot - start < 254, mayBegin(start), endsLikeHost(dot..<whole) else { return whole }
        // The name in front of an `@`, a link with marks in brackets, and the call of a function are looked at elsewhere,
        // or nowhere.
        let next = byte(whole)
        guard next != UInt8(ascii: "@"), next != UInt8(ascii: "\\"), next != UInt8(ascii: "("),
            next != UInt8(ascii: "="),
            hidingMark(at: whole) == nil, !(next == UInt8(ascii: " ") && hidingMark(at: whole + 1)?.isWord == true),
            !has("://", at: whole)
        else { return whole }
        let end = sentenceEnd(ofHost: start..<whole)
        guard end > dot, let host = BareHost(bytes[start..<end]) else { return whole }
        if let email = bracketedEmail(start..<end) { return email }
        var around = BareHost.Surroundings()
        let isWhole = end == whole
        let restStart = isWhole ? portEnd(from: end) : end
        let restEnd = isWhole ? trimmedEnd(of: start..<restEnd(from: restStart, start: start)) : end
        let rest = restStart < restEnd ? bytes[restStart..<restEnd] : []
        around.hasSlash = !rest.isEmpty
        around.hasPath = rest.count > 1
        around.hasTellingPath = rest.dropFirst().contains {
            $0.isASCIIDigit || $0.isASCIICapital || "/?=_".utf8.contains($0)
        }
        around.hasPort = restStart > end
        around.isEnclosed = isEnclosed(start..<max(end, restEnd))
        around.isBesideLink = isBesideLink(start)
        around.cue = cue(before: start)
        around.isRefanged = isRewritten
        guard host.score(around) >= BareHost.enough else { return whole }
        return url(start: start, host: start..<whole, isPlain: false) ?? whole
    }

    /// An e-mail address in brackets, with ` at ` in the place of its mark: `<pico at state.gov>`.
    private mutating func bracketedEmail(_ host: Range<Int>) -> Int? {
        guard !isRewritten, has(" at ", at: host.lowerBound - 4) else { return nil }
        let mark = host.lowerBound - 4
        var start = mark
        while start > floor, bytes[start - 1].isASCIIAlphanumeric || "._-+".utf8.contains(bytes[start - 1]) {
            start -= 1
        }
        let (opener, closer) = (byte(start - 1), byte(host.upperBound))
        // `(available at state.gov)` is prose: in round brackets, the name must be none of a word.
        let isName = bytes[start..<mark].contains { !$0.isASCIILetter }
        guard start < mark,
            (opener == UInt8(ascii: "<") && closer == UInt8(ascii: ">"))
                || (isName && opener == UInt8(ascii: "(") && closer == UInt8(ascii: ")"))
        else { return nil }
        var text = RewrittenText()
        text.append(bytes[start..<mark])
        text.append("@", end: host.lowerBound)
        text.append(bytes[host])
        return keep(text, from: start, through: mark, .refanged)
    }

    /// Whether a name has at least two letters behind one of its dots: abbreviations and numbers do not.
    private func endsLikeHost(_ range: Range<Int>) -> Bool {
        for offset in range where bytes[offset] == UInt8(ascii: ".") {
            let (first, second) = (byte(offset + 1), byte(offset + 2))
            if first.isASCIILetter && second.isASCIIAlphanumeric || first >= 0xC3 { return true }
        }
        return false
    }

    /// Where the name begins that goes on at a dot.
    private func nameStart(before dot: Int) -> Int {
        var start = dot
        while start > floor, dot - start < 260 {
            let previous = bytes[start - 1]
            if previous.isASCIIAlphanumeric || LinkScan.isHostMark(previous) {
                start -= 1
            } else if previous >= 0x80 {
                let character = characterStart(before: start)
                // A script that writes no blanks goes on into the name without being part of it.
                let isOtherScript = byte(character) >= 0xE3 && byte(start) < 0x80
                guard character >= floor, wordLength(at: character) > 0, !isOtherScript else { break }
                start = character
            } else {
                break
            }
        }
        return start
    }

    /// Whether a host may begin at an offset, by its first character and the one in front of it.
    private func mayBegin(_ start: Int) -> Bool {
        guard byte(start).isASCIIAlphanumeric || byte(start) >= 0x80 else { return false }
        return !"/\\@$#%&+~^=".utf8.contains(byte(start - 1))
    }

    private func isEnclosed(_ link: Range<Int>) -> Bool {
        switch byte(link.lowerBound - 1) {
        case UInt8(ascii: "("): byte(link.upperBound) == UInt8(ascii: ")")
        case UInt8(ascii: "["): byte(link.upperBound) == UInt8(ascii: "]")
        case UInt8(ascii: "<"): byte(link.upperBound) == UInt8(ascii: ">")
        default: false
        }
    }

    /// Whether only a word or mark that joins two things of a kind stands between the last link and an offset.
    private func isBesideLink(_ start: Int) -> Bool {
        guard let last = links.last, start - last.range.upperBound <= 6, start > last.range.upperBound else {
            return false
        }
        let between = bytes[last.range.upperBound..<start].filter { $0 != UInt8(ascii: " ") }.loweredBytes.text
        return ["and", "or", "&", ",", ";", "/", "|", ",and", "et", "y", "und"].contains(between)
    }

    /// How surely the word before an offset speaks of a page of the web.
    private func cue(before offset: Int) -> Int {
        var end = offset
        while end > floor, end > offset - 4, !bytes[end - 1].isASCIILetter { end -= 1 }
        var start = end
        while start > floor, end - start < 12, bytes[start - 1].isASCIILetter { start -= 1 }
        let word = bytes[start..<end].loweredBytes.text
        return LinkScan.strongCues.contains(word) ? 2 : LinkScan.weakCues.contains(word) ? 1 : 0
    }

    private static let strongCues: Set<String> = [
        "domain", "homepage", "internet", "online", "page", "portal", "site", "sites", "sitio", "url", "visit",
        "visite", "web", "webpage", "website", "websites", "webseite",
    ]
    private static let weakCues: Set<String> = [
        "at", "from", "in", "on", "see", "via", "en", "sur", "voir", "unter", "siehe", "auf", "su", "ver", "to",
    ]
}
