import CCurl

/// libcurl, loaded when it is first needed.
///
/// Shared between threads: the functions are found once and never change, and all of them may be called from any
/// thread for handles of that thread (libcurl-thread(3)).
@safe
struct CurlLibrary: @unchecked Sendable {
    private let table: UnsafePointer<tessera_curl>

    /// The libraries that have the functions: that of OpenSSL, and that of GnuTLS.
    private static let names = ["libcurl.so.4", "libcurl-gnutls.so.4"]

    /// Filled on first use, under the lock that Swift keeps for every global.
    private static let loaded = Result { () throws(CurlUnavailable) in try CurlLibrary(names) }

    /// The library of this process.
    static func shared() throws(CurlUnavailable) -> CurlLibrary { try loaded.get() }

    /// Loads the first of some libraries that is there.
    init(_ names: [String]) throws(CurlUnavailable) {
        let table = UnsafeMutablePointer<tessera_curl>.allocate(capacity: 1)
        unsafe table.initialize(to: tessera_curl())
        var reasons: [String] = []
        for name in names {
            guard let reason = unsafe tessera_curl_load(table, name) else {
                // Never freed: it lives as long as the process, like the library itself.
                unsafe self.table = UnsafePointer(table)
                return
            }
            unsafe reasons.append(String(cString: reason))
        }
        unsafe table.deallocate()
        throw CurlUnavailable(reason: reasons.first ?? "no name was given")
    }

    /// Calls functions of the library.
    func call<Result>(_ body: (borrowing tessera_curl) -> Result) -> Result { unsafe body(table.pointee) }

    /// The functions, for the wrappers of those that take arguments of any type.
    var functions: UnsafePointer<tessera_curl> { unsafe table }
}

/// Why there is no HTTP client.
public struct CurlUnavailable: Error, Sendable, Equatable, CustomStringConvertible {
    /// What the loader of libraries said.
    public let reason: String

    /// One line of text for a person.
    public var description: String { "libcurl cannot be loaded: \(reason)" }
}
