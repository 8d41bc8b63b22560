import CIDN2

/// Names of hosts in the letters of any script (UTS 46).
public enum DomainName {
    /// A name with its letters in ASCII, as the domain name system holds it: `bücher.example` gives
    /// `xn--bcher-kva.example`.
    ///
    /// Mapped without the transitional rules, so `ß` stays a letter of its own; underscores are let through.
    /// - Parameter name: The name; its letters may be in any case and composed or not.
    /// - Returns: The name in lower case.
    /// - Throws: ``DomainNameFailure`` where no host can have this name.
    public static func ascii(_ name: String) throws(DomainNameFailure) -> String {
        // The name is read up to its first NUL.
        guard !name.utf8.contains(0) else { throw DomainNameFailure(message: "a NUL in the name") }
        let flags = Int32(IDN2_NFC_INPUT.rawValue | IDN2_NONTRANSITIONAL.rawValue)
        var result: UnsafeMutablePointer<UInt8>?
        let bytes = Array(name.utf8) + [0]
        let code = unsafe idn2_lookup_u8(bytes, &result, flags)
        guard code == Int32(IDN2_OK.rawValue), let found = unsafe result else {
            throw DomainNameFailure(message: unsafe String(cString: idn2_strerror(code)))
        }
        // The library has allocated the result, and only it can free it.
        defer { unsafe idn2_free(found) }
        return unsafe String(cString: found)
    }
}

/// A text that cannot be the name of a host.
public struct DomainNameFailure: Error, Sendable, Equatable {
    /// The library's own words.
    public var message: String

    /// Makes a failure.
    public init(message: String) { self.message = message }
}
