import TesseraModel

/// A URL or an e-mail address in its normal form.
struct LinkAddress {
    var kind: Link.Kind
    /// Absolute; `mailto:` for an e-mail address.
    var url: String
    /// In lower case.
    var host: String
    /// What was done to make `url` of what was written.
    var repairs: [Link.Repair] = []

    /// - Parameter written: a URL with or without its scheme, or an e-mail address without one.
    init(_ written: String, kind: Link.Kind) {
        self.kind = kind
        url = ""
        host = ""
        switch kind {
        case .url: normaliseURL(written)
        case .email: normaliseEmail(written)
        }
    }

    /// Scheme and host in lower case, a scheme where there is none, and at least `/` for a path (RFC 3986, 6.2.2
    /// and 6.2.3).
    private mutating func normaliseURL(_ written: String) {
        var scheme = "http"
        var rest = written[...]
        if let colon = written.firstIndex(of: ":"), written[colon...].hasPrefix("://") {
            scheme = written[..<colon].lowercased()
            rest = written[colon...].dropFirst(3)
        } else {
            repairs.append(.addedScheme)
        }
        let authorityEnd = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        let authority = rest[..<authorityEnd]
        var path = rest[authorityEnd...]
        let hostStart = authority.lastIndex(of: "@").map(authority.index(after:)) ?? authority.startIndex
        let hostAndPort = authority[hostStart...].lowercased()
        if hostAndPort != authority[hostStart...] { repairs.append(.loweredHost) }
        if path.first != "/" {
            repairs.append(.addedPath)
            path = "/" + path
        }
        host = hostAndPort.split(separator: ":").first.map(String.init) ?? hostAndPort
        url = "\(scheme)://\(authority[..<hostStart])\(hostAndPort)\(path)"
    }

    private mutating func normaliseEmail(_ written: String) {
        // What a hyperlink adds behind the address, a subject for instance, stays as it is.
        let end = written.firstIndex(of: "?") ?? written.endIndex
        let at = written[..<end].lastIndex(of: "@") ?? written.startIndex
        let name = written[written.index(after: at)..<end]
        host = name.lowercased()
        if host != name { repairs.append(.loweredHost) }
        url = "mailto:\(written[...at])\(host)\(written[end...])"
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
        var bytes = LinkAddress.percentDecoded(rest)
        while let last = bytes.last, "/.,;:!?)]'".utf8.contains(last) { bytes.removeLast() }
        return bytes
    }

    /// The bytes that the text stands for (RFC 3986, 2.1).
    private static func percentDecoded(_ text: Substring) -> [UInt8] {
        let bytes = Array(text.utf8)
        var decoded: [UInt8] = []
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count,
                let byte = UInt8(String(decoding: bytes[offset + 1...offset + 2], as: UTF8.self), radix: 16)
            {
                decoded.append(byte)
                offset += 3
            } else {
                decoded.append(bytes[offset])
                offset += 1
            }
        }
        return decoded
    }
}
