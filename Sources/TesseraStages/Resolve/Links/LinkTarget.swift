import TesseraModel

/// What the target of a hyperlink is.
enum LinkTarget {
    /// An address that `links.csv` can hold.
    case address(LinkAddress)
    case other(OtherLink.Kind)

    /// - Parameter written: the target as the source has it.
    init(_ written: String) {
        // Line ends and tabs inside a target, and blanks around it, mean nothing (URL Standard, 4.4).
        var scalars = written.unicodeScalars.filter { !["\t", "\n", "\r"].contains($0) }[...]
        scalars = scalars.drop { $0.value <= 0x20 }
        while let last = scalars.last, last.value <= 0x20 { scalars.removeLast() }
        let target = String(scalars)
        if target.hasPrefix("#") {
            self = .other(.internal)
        } else if let scheme = LinkTarget.scheme(of: target) {
            self = LinkTarget.absolute(target, scheme: scheme)
        } else if target.hasPrefix("//"), target.utf8.count > 2 {
            self = LinkTarget.address(String(target.dropFirst(2)), kind: .url)
        } else if let found = LinkScanner.scan(target).first, found.range.lowerBound == 0,
            found.isPlain || found.range.upperBound == target.utf8.count
        {
            // People type `www.arms.example` where a URL is asked for.
            self = LinkTarget.address(target, kind: found.kind)
        } else {
            self = .other(.relative)
        }
    }

    private static func address(_ written: String, kind: Link.Kind) -> LinkTarget {
        do {
            return .address(try LinkAddress(written, kind: kind))
        } catch {
            return .other(.invalidAddress)
        }
    }

    private static func absolute(_ target: String, scheme: String) -> LinkTarget {
        let rest = target.utf8.dropFirst(scheme.utf8.count + 1)
        switch scheme {
        case "http", "https", "ftp":
            guard rest.starts(with: "//".utf8), let first = rest.dropFirst(2).first, !"/?#:".utf8.contains(first)
            else { return .other(.otherScheme) }
            return address(target, kind: .url)
        case "mailto":
            let name = String(Substring(rest))
            guard name.prefix(while: { $0 != "?" }).dropFirst().contains("@") else { return .other(.otherScheme) }
            return address(name, kind: .email)
        default:
            // `C:\\Reports` is a file.
            return .other(scheme.utf8.count == 1 ? .relative : .otherScheme)
        }
    }

    /// The scheme in lower case; nil for none (RFC 3986, 3.1).
    private static func scheme(of target: String) -> String? {
        guard let colon = target.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = target[..<colon].lowercased()
        guard let first = scheme.utf8.first, first.isASCIILetter,
            scheme.utf8.allSatisfy({ $0.isASCIIAlphanumeric || "+-.".utf8.contains($0) })
        else { return nil }
        // `www.arms.example:8080` has a port, not a scheme.
        return scheme.utf8.contains(UInt8(ascii: ".")) ? nil : scheme
    }
}
