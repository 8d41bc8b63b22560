/// What a web server answered.
public struct HTTPAnswer: Sendable, Equatable {
    /// The number in the status line.
    public var status: Int
    /// The lines of the head, in their order; of several heads (`100 Continue`) those of the last.
    public var headers: [HTTPHeader]
    /// Where a redirect leads, as an absolute address; nil for none.
    public var redirectTarget: String?
    /// Bytes of the body that were read.
    public var bodyBytes: Int
    /// Whether the body is longer than the limit; the rest was not read.
    public var isBodyCut: Bool

    /// Makes an answer from its parts.
    ///
    /// - Parameters:
    ///   - status: The number in the status line.
    ///   - headers: The lines of the head.
    ///   - redirectTarget: Where a redirect leads.
    ///   - bodyBytes: Bytes of the body that were read.
    ///   - isBodyCut: Whether there are more.
    public init(
        status: Int,
        headers: [HTTPHeader] = [],
        redirectTarget: String? = nil,
        bodyBytes: Int = 0,
        isBodyCut: Bool = false
    ) {
        self.status = status
        self.headers = headers
        self.redirectTarget = redirectTarget
        self.bodyBytes = bodyBytes
        self.isBodyCut = isBodyCut
    }

    /// The values of all lines with a name.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The values, in their order.
    public func values(of name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// The value of the first line with a name.
    ///
    /// - Parameter name: The name, in any case.
    /// - Returns: The value; nil where there is no such line.
    public func value(of name: String) -> String? { values(of: name).first }
}

/// Collects the head of an answer from its lines as they come.
struct HTTPHead {
    private(set) var headers: [HTTPHeader] = []
    private(set) var byteCount = 0
    private var isComplete = false

    /// Takes the next line, with its line end.
    mutating func append(_ line: some Collection<UInt8>) {
        byteCount += line.count
        let text = String(decoding: line, as: UTF8.self)
        if text.hasPrefix("HTTP/") {
            // A further answer, after `100 Continue` or `103 Early Hints`.
            headers = []
            isComplete = false
        } else if !isComplete {
            take(text)
        }
    }

    private mutating func take(_ line: String) {
        let trimmed = line.trimmingBlanks
        if trimmed.isEmpty {
            // What comes behind the body (RFC 9112, section 7.1.2) is no part of the head.
            isComplete = true
        } else if line.hasPrefix(" ") || line.hasPrefix("\t") {
            // A value that goes on in the next line (RFC 9112, section 5.2).
            guard !headers.isEmpty else { return }
            headers[headers.count - 1].value += " \(trimmed)"
        } else if let colon = line.firstIndex(of: ":") {
            let value = String(line[line.index(after: colon)...]).trimmingBlanks
            headers.append(HTTPHeader(String(line[..<colon]).trimmingBlanks, value))
        }
    }
}

extension String {
    /// Without blanks, tabs and line ends around it.
    fileprivate var trimmingBlanks: String {
        let isBlank: (UInt8) -> Bool = { [0x20, 0x09, 0x0D, 0x0A].contains($0) }
        let tail = utf8.drop(while: isBlank)
        let count = tail.reversed().drop(while: isBlank).count
        return String(decoding: tail.prefix(count), as: UTF8.self)
    }
}
