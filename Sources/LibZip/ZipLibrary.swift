import CZip

/// libzip, loaded when the first archive is opened.
///
/// Shared between threads: the functions are found once and never change, and the library keeps no state outside its
/// archives.
@safe
struct ZipLibrary: @unchecked Sendable {
    private let table: UnsafePointer<tessera_zip>

    /// Filled on first use, under the lock that Swift keeps for every global.
    private static let loaded = Result { () throws(ZipFailure) in try ZipLibrary(names) }

    /// The library of this process.
    static func shared() throws(ZipFailure) -> ZipLibrary { try loaded.get() }

    /// The names under which the library may be there, the likeliest first.
    private static var names: [String] {
        var names: [String] = []
        while let name = unsafe tessera_zip_library(names.count) { names.append(unsafe String(cString: name)) }
        return names
    }

    /// Loads the first library that is there.
    init(_ names: [String]) throws(ZipFailure) {
        let table = UnsafeMutablePointer<tessera_zip>.allocate(capacity: 1)
        unsafe table.initialize(to: tessera_zip())
        var reasons: [String] = []
        for name in names {
            guard let reason = unsafe tessera_zip_load(table, name) else {
                // Never freed: it lives as long as the process, like the library itself.
                unsafe self.table = UnsafePointer(table)
                return
            }
            reasons.append(unsafe String(cString: reason))
        }
        unsafe table.deallocate()
        throw ZipFailure(kind: .missingLibrary, message: "libzip cannot be loaded: \(reasons.joined(separator: "; "))")
    }

    /// The functions of the library.
    var functions: tessera_zip { unsafe table.pointee }
}
