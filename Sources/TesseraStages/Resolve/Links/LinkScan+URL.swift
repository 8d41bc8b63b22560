import TesseraModel

/// URLs that say so themselves.
extension LinkScan {
    private static let schemes = ["https", "http", "ftp", "hxxps", "hxxp"].map { Array($0.utf8) }

    /// A URL with a scheme.
    ///
    /// - Parameter colon: the colon behind the scheme.
    /// - Returns: where to go on; nil where there is no URL.
    mutating func schemeURL(colon: Int) -> Int? {
        let last = byte(colon - 1).lowered
        guard last == UInt8(ascii: "p") || last == UInt8(ascii: "s") else { return otherScheme(colon: colon) }
        let head = bytes[min(floor, colon)..<colon]
        let scheme = LinkScan.schemes.first { scheme in
            head.count >= scheme.count && head.suffix(scheme.count).map(\.lowered) == scheme
                && (!isWordByte(before: colon - scheme.count) || (floor > 0 && colon - scheme.count == floor))
        }
        guard let scheme else { return otherScheme(colon: colon) }
        let start = colon - scheme.count
        guard has("//", at: colon + 1) else { return has(" //", at: colon + 1) ? joinedScheme(start) : nil }
        if scheme[1] == UInt8(ascii: "x") { return isRewritten ? nil : refanged(from: start, through: colon) }

        let hostStart = userinfoEnd(from: colon + 3)
        let hostEnd = hostEnd(from: hostStart)
        guard hostEnd > hostStart else {
            let inner = byte(hostStart + 1)
            if byte(hostStart) == UInt8(ascii: "["), inner.hexValue != nil || inner == UInt8(ascii: ":") {
                return keep(damaged: start..<runEnd(from: hostStart), URLFailure("has a '[' without a ']'"))
            }
            return joinedScheme(start)
        }
        if hidingMark(at: hostEnd) != nil { return nil }
        return url(start: start, host: hostStart..<hostEnd)
    }

    /// A URL of a scheme that no dataset holds: its host is no link of its own.
    private func otherScheme(colon: Int) -> Int? {
        guard colon > 0, byte(colon - 1).isASCIIAlphanumeric, has("//", at: colon + 1) else { return nil }
        return runEnd(from: colon + 3)
    }

    /// The end of the characters that a URL may have, whatever they say.
    private func runEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, isURLByte(end) { end += 1 }
        return end
    }

    /// A URL that begins with `www.`.
    ///
    /// - Parameter dot: the first dot behind it.
    mutating func wwwURL(dot: Int) -> Int? {
        let start = dot - 3
        guard start >= floor, has("www", at: start), !isWordByte(before: start), byte(start - 1) != UInt8(ascii: ".")
        else {
            return nil
        }
        let end = hostEnd(from: start)
        if hidingMark(at: end) != nil { return nil }
        return url(start: start, host: start..<end)
    }

    /// Keeps a URL whose host is where it is said to be.
    ///
    /// - Returns: where to go on; nil where the host has no dot, or nothing beside dots.
    mutating func url(start: Int, host: Range<Int>, isPlain: Bool = true) -> Int? {
        let isAddress = byte(host.lowerBound) == UInt8(ascii: "[")
        var hostEnd = host.upperBound
        var restStart = portEnd(from: hostEnd)
        if !LinkScan.opensRest(byte(restStart)), !isAddress {
            hostEnd = sentenceEnd(ofHost: host)
            restStart = portEnd(from: hostEnd)
        }
        let labels = bytes[host.lowerBound..<max(host.lowerBound, hostEnd)].split(
            separator: UInt8(ascii: "."),
            omittingEmptySubsequences: false
        )
        // A host needs characters of its own: `www.` and `http://` alone are no links.
        guard isAddress || labels.count > 1, hostEnd > host.lowerBound else { return nil }
        var whole = restEnd(from: restStart, start: start)
        // `www.arms.example/www.rifles.example` are two.
        if start == host.lowerBound, byte(restStart) == UInt8(ascii: "/"), has("www.", at: restStart + 1) {
            whole = restStart
        }
        let end = max(restStart, trimmedEnd(of: start..<whole))
        if !isRewritten, let joined = joinedLines(start, end: max(whole, host.upperBound)) { return joined }
        if !isAddress, labels.dropLast().contains(where: \.isEmpty) || labels.first?.isEmpty == true {
            return isWorthANote(labels)
                ? keep(damaged: start..<end, URLFailure("has a host with two dots in a row")) : end
        }
        let isTrimmed =
            whole > end || host.upperBound > hostEnd && whole == end || ".,;:!?'&)]*".utf8.contains(byte(end))
        return keep(.url, start..<end, repairs: isTrimmed ? [.trimmedPunctuation] : [], isPlain: isPlain)
    }

    /// Whether a name with an empty label was meant to be the name of a host: `www..` and dots to fill in are not.
    private func isWorthANote(_ labels: [ArraySlice<UInt8>]) -> Bool {
        labels.count { !$0.isEmpty } > 1 && labels.count { $0.isEmpty } == 1
    }

    /// Where the host begins behind `user:password@`, if that is there.
    private func userinfoEnd(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end].isASCIIAlphanumeric || "-._~%!$*+=:".utf8.contains(bytes[end]) { end += 1 }
        return end > start && byte(end) == UInt8(ascii: "@") ? end + 1 : start
    }

    func isWordByte(before offset: Int) -> Bool {
        byte(offset - 1).isASCIIAlphanumeric || byte(offset - 1) == UInt8(ascii: "@")
    }
}
