public import TesseraModel

/// Finds the URLs and e-mail addresses of a report and makes absolute, normalised URLs of them.
public struct LinkResolution: Transform {
    public init() {}

    public let name = "resolve"

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        report.links = report.texts().flatMap { place, text in
            LinkScanner.scan(text).map { LinkResolution.link($0, in: text, at: place) }
        }
    }

    private static func link(_ found: LinkScanner.Found, in text: String, at place: TextAddress) -> Link {
        let written = String(text.utf8Slice(found.range))
        var normalised = found.kind == .url ? normalisedURL(written) : normalisedEmail(written)
        if found.isTrimmed { normalised.repairs.append(.trimmedPunctuation) }
        return Link(
            kind: found.kind,
            asWritten: written,
            url: normalised.url,
            host: normalised.host,
            repairs: normalised.repairs,
            place: place,
            range: found.range
        )
    }

    /// Scheme and host in lower case, a scheme where there is none, and at least `/` for a path (RFC 3986, 6.2.2
    /// and 6.2.3).
    private static func normalisedURL(_ written: String) -> (url: String, host: String, repairs: [Link.Repair]) {
        var repairs: [Link.Repair] = []
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
        let host = hostAndPort.split(separator: ":").first.map(String.init) ?? hostAndPort
        return ("\(scheme)://\(authority[..<hostStart])\(hostAndPort)\(path)", host, repairs)
    }

    private static func normalisedEmail(_ written: String) -> (url: String, host: String, repairs: [Link.Repair]) {
        let at = written.lastIndex(of: "@") ?? written.startIndex
        let host = written[written.index(after: at)...]
        let lowered = host.lowercased()
        return ("mailto:\(written[...at])\(lowered)", lowered, lowered == host ? [] : [.loweredHost])
    }
}
