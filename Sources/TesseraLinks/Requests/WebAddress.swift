/// The parts of an address that decide whom to ask, after RFC 3986, section 3. The HTTP client has the last word on
/// whether an address is sound.
struct WebAddress: Equatable {
    /// In lower case, without the colon.
    var scheme: String
    /// In lower case, without user and port; empty where there is none.
    var host: String
    /// As written, empty where it is that of the scheme.
    var port: String
    /// From the slash behind the host to the query, both included.
    var pathAndQuery: String

    /// Nil where there is no scheme.
    init?(_ url: String) {
        guard let colon = url.firstIndex(of: ":") else { return nil }
        let scheme = url[..<colon]
        guard let first = scheme.first, first.isASCII, first.isLetter,
            scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) })
        else { return nil }
        self.scheme = scheme.lowercased()
        let rest = url[url.index(after: colon)...].prefix { $0 != "#" }
        guard rest.hasPrefix("//") else {
            (host, port) = ("", "")
            pathAndQuery = String(rest)
            return
        }
        let behind = rest.dropFirst(2)
        let authority = behind.prefix { !"/?\\".contains($0) }
        pathAndQuery = String(behind.dropFirst(authority.count))
        let withPort = authority.lastIndex(of: "@").map { authority[authority.index(after: $0)...] } ?? authority
        // An IPv6 address stands in brackets and has colons of its own.
        let hostEnd =
            withPort.hasPrefix("[")
            ? withPort.firstIndex(of: "]").map(withPort.index(after:)) : withPort.firstIndex(of: ":")
        host = withPort[..<(hostEnd ?? withPort.endIndex)].lowercased()
        port = hostEnd.map { String(withPort[$0...].drop { $0 == ":" }) } ?? ""
    }

    /// Whether it can be asked over HTTP.
    var isWeb: Bool { (scheme == "http" || scheme == "https") && !host.isEmpty }

    /// Whether it is the front page of its host.
    var isFrontPage: Bool { ["", "/"].contains(pathAndQuery) }

    /// The address without its fragment, which is never sent.
    static func withoutFragment(_ url: String) -> String { String(url.prefix { $0 != "#" }) }

    /// Whether a domain is written as one may be (RFC 1123, section 2.1): labels of letters, digits and inner hyphens,
    /// at least two of them; letters beyond ASCII are those of international names.
    static func isDomain(_ name: Substring) -> Bool {
        let labels = name.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.count >= 2, name.utf8.count <= 253 else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                && label.allSatisfy { $0 == "-" || $0.isLetter || $0.isNumber }
        } && labels.last?.contains(where: \.isLetter) == true
    }
}
