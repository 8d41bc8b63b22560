import LibIDN2

/// The host of a URL, parsed and written again (URL Standard, 3.5).
struct URLHost: Sendable, Equatable {
    enum Kind: Sendable {
        case domain, ipv4, ipv6
    }

    var kind: Kind
    /// As it stands in a URL: lower case, ASCII, an IPv6 address in brackets.
    var text: String

    /// - Parameter written: the host as it was written; UTF-8.
    /// - Throws: ``URLFailure`` where it can be no host.
    init(_ written: some Collection<UInt8>) throws(URLFailure) {
        if written.first == UInt8(ascii: "[") {
            let inner = Array(written.dropFirst())
            guard inner.last == UInt8(ascii: "]") else { throw URLFailure("has a '[' without a ']'") }
            kind = .ipv6
            text = "[\(try IPv6Address(inner.dropLast()).text)]"
            return
        }
        guard let decoded = String(validating: PercentEncoding.decode(written), as: UTF8.self) else {
            throw URLFailure("has a host that is no UTF-8")
        }
        let name = try URLHost.ascii(decoded)
        guard !name.isEmpty else { throw URLFailure("has no host") }
        if let byte = name.utf8.first(where: URLHost.isForbidden) {
            throw URLFailure("has a host with \(URLHost.name(of: byte))")
        }
        if let address = try IPv4Address(name) {
            kind = .ipv4
            text = address.text
        } else {
            kind = .domain
            text = name
        }
    }

    /// The name in ASCII and lower case (URL Standard, 3.3, not strict).
    private static func ascii(_ name: String) throws(URLFailure) -> String {
        let lowered = name.utf8.map(\.lowered)
        // Plain names need no tables: the standard gives them the same.
        if lowered.allSatisfy({ $0 < 0x80 }), !hasEncodedLabel(lowered) { return lowered.text }
        do {
            return try DomainName.ascii(name)
        } catch {
            throw URLFailure("has a host that no name server can hold: \(error.message)")
        }
    }

    private static func hasEncodedLabel(_ name: [UInt8]) -> Bool {
        name.indices.contains { index in
            name[index] == UInt8(ascii: "x") && (index == 0 || name[index - 1] == UInt8(ascii: "."))
                && name[index...].starts(with: "xn--".utf8)
        }
    }

    /// Forbidden domain code points (URL Standard, 3.1).
    private static func isForbidden(_ byte: UInt8) -> Bool {
        // Most bytes of a name are none of these, and need not be looked for.
        !byte.isASCIIAlphanumeric && (byte <= 0x20 || byte == 0x7F || "#/:<>?@[\\]^|%".utf8.contains(byte))
    }

    private static func name(of byte: UInt8) -> String {
        byte == 0x20 ? "a blank" : byte < 0x20 || byte == 0x7F ? "a control character" : "'\(Unicode.Scalar(byte))'"
    }
}
