import CXLSXWriter

/// libxlsxwriter, loaded when it is first needed.
///
/// Shared between threads: the functions are found once and never change, and the library keeps no state outside its
/// workbooks.
@safe
struct XLSXLibrary: @unchecked Sendable {
    private let table: UnsafePointer<tessera_xlsx>

    /// Filled on first use, under the lock that Swift keeps for every global.
    private static let loaded = Result { () throws(XLSXFailure) in
        try XLSXLibrary(unsafe String(cString: tessera_xlsx_library()))
    }

    /// The library of this process.
    static func shared() throws(XLSXFailure) -> XLSXLibrary { try loaded.get() }

    /// Loads a library by its name.
    init(_ name: String) throws(XLSXFailure) {
        let table = UnsafeMutablePointer<tessera_xlsx>.allocate(capacity: 1)
        unsafe table.initialize(to: tessera_xlsx())
        if let reason = unsafe tessera_xlsx_load(table, name) {
            let reason = unsafe String(cString: reason)
            unsafe table.deallocate()
            throw .missingLibrary(reason)
        }
        // Never freed: it lives as long as the process, like the library itself.
        unsafe self.table = UnsafePointer(table)
    }

    /// Calls functions of the library.
    func call<Result>(_ body: (borrowing tessera_xlsx) -> Result) -> Result { unsafe body(table.pointee) }

    /// Calls a function that may fail.
    func check(_ body: (borrowing tessera_xlsx) -> lxw_error) throws(XLSXFailure) {
        let code = call(body)
        guard code == LXW_NO_ERROR else { throw .failed(message(code)) }
    }

    /// What an error means.
    func message(_ error: lxw_error) -> String {
        call { functions in
            unsafe functions.strerror(error).map { unsafe String(cString: $0) } ?? "error \(error.rawValue)"
        }
    }
}
