import TesseraModel

/// A URL or an e-mail address in its normal form.
struct LinkAddress: Sendable, Equatable {
    var kind: Link.Kind
    /// Absolute; `mailto:` for an e-mail address.
    var url: String
    /// In lower case and ASCII.
    var host: String
    /// The parts of a URL; nil for an e-mail address.
    private(set) var web: WebURL?
    /// What was done to make `url` of what was written.
    var repairs: [Link.Repair] = []

    /// - Parameter written: a URL with or without its scheme, or an e-mail address without one.
    /// - Throws: ``URLFailure`` where it is none.
    init(_ written: String, kind: Link.Kind) throws(URLFailure) {
        self.kind = kind
        switch kind {
        case .url:
            let hasScheme =
                written.utf8.firstIndex(of: UInt8(ascii: ":")).map { written[$0...].hasPrefix("://") } ?? false
            let parsed = try WebURL(hasScheme ? Array(written.utf8) : Array("http://\(written)".utf8))
            web = parsed
            url = parsed.text
            host = parsed.host.text
            repairs = (hasScheme ? [] : [.addedScheme]) + parsed.repairs
        case .email:
            let bytes = Array(written.utf8)
            // What a hyperlink adds behind the address, a subject for instance, stays as it is.
            let quoted = bytes.lastIndex(of: UInt8(ascii: "\"")) ?? 0
            let headers = bytes[quoted...].firstIndex(of: UInt8(ascii: "?")) ?? bytes.count
            guard let at = bytes[..<headers].lastIndex(of: UInt8(ascii: "@")) else { throw URLFailure("has no '@'") }
            let name = bytes[(at + 1)..<headers]
            host = try URLHost(name).text
            if !name.elementsEqual(host.utf8) {
                repairs.append(name.loweredBytes.elementsEqual(host.utf8) ? .loweredHost : .toASCII)
            }
            // RFC 6068, 2: what a name may hold and a URL may not.
            let local = PercentEncoding.encode(bytes[..<at], as: .path)
            if local.count != at { repairs.append(.percentEncoded) }
            url = "mailto:\(local.text)@\(host)\(bytes[headers...].text)"
        }
    }

    // MARK: Comparison

    /// Whether a reader who follows either address comes to the same place: a trailing slash, punctuation that was
    /// taken into a link, percent-encoding, the subject of an e-mail, and a scheme that was only assumed make no
    /// difference.
    func leadsToTheSame(as other: LinkAddress) -> Bool {
        guard kind == other.kind else { return false }
        if url == other.url { return true }
        let ignoresScheme = repairs.contains(.addedScheme) || other.repairs.contains(.addedScheme)
        return essence(withoutScheme: ignoresScheme) == other.essence(withoutScheme: ignoresScheme)
    }

    private func essence(withoutScheme: Bool) -> [UInt8] {
        var rest = url[...]
        if kind == .email {
            rest = rest.prefix { $0 != "?" }
        } else if withoutScheme, let colon = rest.firstIndex(of: ":") {
            rest = rest[colon...]
        }
        var bytes = PercentEncoding.decode(rest.utf8)
        while let last = bytes.last, "/.,;:!?)]'".utf8.contains(last) { bytes.removeLast() }
        return bytes
    }
}
