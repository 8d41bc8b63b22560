import TesseraModel

/// An absolute `http`, `https` or `ftp` URL, parsed and written again as browsers do (URL Standard of the WHATWG, 4.4
/// and 4.5, for the schemes that it calls special).
struct WebURL: Sendable, Equatable {
    /// The schemes, with the ports that need no mention.
    static let defaultPorts: [String: UInt16] = ["http": 80, "https": 443, "ftp": 21]

    private(set) var scheme: String
    private(set) var username: [UInt8] = []
    private(set) var password: [UInt8] = []
    var host: URLHost
    private(set) var port: UInt16?
    /// At least one; percent-encoded.
    private(set) var path: [[UInt8]] = [[]]
    private(set) var query: [UInt8]?
    private(set) var fragment: [UInt8]?
    /// What had to be changed, in the order of the URL.
    private(set) var repairs: [Link.Repair] = []

    /// - Parameter written: the URL with its scheme; UTF-8.
    /// - Throws: ``URLFailure`` where it is none, with the reason.
    init(_ written: some Collection<UInt8>) throws(URLFailure) {
        // Line ends and tabs inside a URL, and blanks around it, mean nothing.
        var rest = written.filter { ![0x09, 0x0A, 0x0D].contains($0) }[...].drop { $0 <= 0x20 }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }

        guard let colon = rest.firstIndex(of: UInt8(ascii: ":")) else { throw URLFailure("has no scheme") }
        scheme = rest[..<colon].loweredBytes.text
        guard WebURL.defaultPorts[scheme] != nil else { throw URLFailure("has the scheme '\(scheme)'") }
        // Any number of slashes, of either kind, opens the host.
        rest = rest[(colon + 1)...].drop(while: WebURL.isSlash)
        let authorityEnd = rest.firstIndex { WebURL.isSlash($0) || "?#".utf8.contains($0) } ?? rest.endIndex
        let authority = rest[..<authorityEnd]
        var hostAndPort = authority
        if let at = authority.lastIndex(of: UInt8(ascii: "@")) {
            hostAndPort = authority[(at + 1)...]
            let userinfo = authority[..<at]
            let end = userinfo.firstIndex(of: UInt8(ascii: ":")) ?? userinfo.endIndex
            username = PercentEncoding.encode(userinfo[..<end], as: .userinfo)
            password = PercentEncoding.encode(userinfo[end...].dropFirst(), as: .userinfo)
        }
        let (hostPart, portPart) = WebURL.split(hostAndPort)
        host = try URLHost(hostPart)
        noteHost(hostPart)
        if !username.isEmpty || !password.isEmpty { repairs.append(.keptUserinfo) }
        if let portPart { try setPort(portPart) }
        setPath(rest[authorityEnd...])
    }

    // MARK: Parts

    private static func isSlash(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "/") || byte == UInt8(ascii: "\\") }

    /// Host and port; the colons of an IPv6 address are its own.
    private static func split(_ text: ArraySlice<UInt8>) -> (host: ArraySlice<UInt8>, port: ArraySlice<UInt8>?) {
        var isInBrackets = false
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "["): isInBrackets = true
            case UInt8(ascii: "]"): isInBrackets = false
            case UInt8(ascii: ":") where !isInBrackets: return (text[..<index], text[(index + 1)...])
            default: break
            }
        }
        return (text, nil)
    }

    private mutating func noteHost(_ written: ArraySlice<UInt8>) {
        let lowered = written.loweredBytes.text
        if host.text != lowered {
            repairs.append(host.kind == .domain ? .toASCII : .normalisedAddress)
        } else if !written.elementsEqual(lowered.utf8) {
            repairs.append(.loweredHost)
        }
    }

    private mutating func setPort(_ digits: ArraySlice<UInt8>) throws(URLFailure) {
        guard digits.allSatisfy(\.isASCIIDigit) else { throw URLFailure("has a port that is no number") }
        let significant = digits.drop { $0 == UInt8(ascii: "0") }
        let number = significant.isEmpty ? (digits.isEmpty ? nil : 0) : UInt16(significant.text)
        guard digits.isEmpty || number != nil else { throw URLFailure("has a port above 65535") }
        if let number, number != WebURL.defaultPorts[scheme] {
            port = number
        } else {
            repairs.append(.droppedPort)
        }
    }

    /// Path, query and fragment.
    private mutating func setPath(_ text: ArraySlice<UInt8>) {
        let fragmentStart = text.firstIndex(of: UInt8(ascii: "#")) ?? text.endIndex
        let beforeFragment = text[..<fragmentStart]
        let queryStart = beforeFragment.firstIndex(of: UInt8(ascii: "?")) ?? beforeFragment.endIndex
        let written = beforeFragment[..<queryStart]
        if written.isEmpty { repairs.append(.addedPath) }
        let segments = written.dropFirst().split(omittingEmptySubsequences: false, whereSeparator: WebURL.isSlash)
        path = []
        var hasDots = false
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch WebURL.dots(segment) {
            case 1:
                hasDots = true
                if isLast { path.append([]) }
            case 2:
                hasDots = true
                _ = path.popLast()
                if isLast { path.append([]) }
            default: path.append(PercentEncoding.encode(segment, as: .path))
            }
        }
        if path.isEmpty { path = [[]] }
        if hasDots { repairs.append(.resolvedDots) }
        if queryStart < fragmentStart {
            query = PercentEncoding.encode(text[(queryStart + 1)..<fragmentStart], as: .query)
        }
        if fragmentStart < text.endIndex {
            fragment = PercentEncoding.encode(text[(fragmentStart + 1)...], as: .fragment)
        }
        let length = text.count + (written.isEmpty ? 1 : 0)
        if !hasDots, tail.count != length { repairs.append(.percentEncoded) }
    }

    /// 1 for `.` and 2 for `..`, also where they are percent-encoded; 0 for any other segment.
    private static func dots(_ segment: ArraySlice<UInt8>) -> Int {
        guard segment.count <= 6 else { return 0 }
        let plain = PercentEncoding.decode(segment)
        return plain.elementsEqual(".".utf8) ? 1 : plain.elementsEqual("..".utf8) ? 2 : 0
    }

    // MARK: Writing

    /// Path, query and fragment as they are written.
    private var tail: [UInt8] {
        var bytes: [UInt8] = []
        for segment in path { bytes += "/".utf8 + segment }
        if let query { bytes += "?".utf8 + query }
        if let fragment { bytes += "#".utf8 + fragment }
        return bytes
    }

    /// The URL in its normal form; all ASCII.
    var text: String {
        var userinfo = username
        if !password.isEmpty { userinfo += ":".utf8 + password }
        if !userinfo.isEmpty { userinfo += "@".utf8 }
        let port = port.map { ":\($0)" } ?? ""
        return "\(scheme)://\(userinfo.text)\(host.text)\(port)\(tail.text)"
    }
}
