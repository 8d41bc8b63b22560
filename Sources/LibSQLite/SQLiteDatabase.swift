import CSQLite

/// A database in memory or in a file.
///
/// It belongs to one thread at a time: it is opened without SQLite's own locks.
@safe
public struct SQLiteDatabase: ~Copyable {
    private let handle: OpaquePointer

    /// Opens an empty database.
    /// - Throws: ``SQLiteFailure`` where memory is short.
    public init() throws(SQLiteFailure) {
        unsafe handle = try Self.open()
    }

    /// Opens a copy of a database.
    /// - Parameter bytes: the database as a file holds it.
    /// - Throws: ``SQLiteFailure`` where memory is short. Whether it is a database shows in the first query.
    public init(_ bytes: [UInt8]) throws(SQLiteFailure) {
        unsafe handle = try Self.open(bytes)
    }

    /// Opens the database in a file, and makes it where it is not there.
    /// - Parameters:
    ///   - file: Path of the file. Whether it is a database shows in the first query.
    ///   - isReadOnly: Whether the file must be there, and is left as it is.
    /// - Throws: ``SQLiteFailure`` where it cannot be opened.
    public init(file: String, isReadOnly: Bool = false) throws(SQLiteFailure) {
        let flags = isReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        unsafe handle = try Self.open(file, flags)
    }

    private static func open(
        _ name: String = ":memory:",
        _ flags: Int32 = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
    ) throws(SQLiteFailure) -> OpaquePointer {
        var handle: OpaquePointer?
        let code = unsafe sqlite3_open_v2(name, &handle, flags | SQLITE_OPEN_NOMUTEX, nil)
        guard code == SQLITE_OK, let open = unsafe handle else {
            // A handle that could not be opened must be closed like any other; closing none does nothing.
            unsafe sqlite3_close_v2(handle)
            throw SQLiteFailure(code: code, message: unsafe String(cString: sqlite3_errstr(code)))
        }
        unsafe sqlite3_extended_result_codes(open, 1)
        return unsafe open
    }

    private static func open(_ bytes: [UInt8]) throws(SQLiteFailure) -> OpaquePointer {
        let handle = unsafe try open()
        let size = Int64(bytes.count)
        var code = SQLITE_NOMEM
        if let copy = unsafe sqlite3_malloc64(UInt64(max(size, 1))) {
            unsafe bytes.withUnsafeBytes { bytes in
                if let base = bytes.baseAddress { unsafe copy.copyMemory(from: base, byteCount: bytes.count) }
            }
            let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
            let pages = unsafe copy.assumingMemoryBound(to: UInt8.self)
            // SQLite frees the copy, also where this fails.
            code = unsafe sqlite3_deserialize(handle, "main", pages, size, size, flags)
        }
        guard code == SQLITE_OK else {
            unsafe sqlite3_close_v2(handle)
            throw SQLiteFailure(code: code, message: unsafe String(cString: sqlite3_errstr(code)))
        }
        return unsafe handle
    }

    deinit {
        // SAFETY: every statement was finalised where it was made, so that nothing uses the handle any more.
        unsafe sqlite3_close_v2(handle)
    }

    /// Runs statements, and drops the rows that they give.
    /// - Parameter sql: statements of SQL, each with a semicolon at its end.
    /// - Throws: ``SQLiteFailure``; what was done before stays.
    public func execute(_ sql: String) throws(SQLiteFailure) {
        try check(unsafe sqlite3_exec(handle, sql, nil, nil, nil))
    }

    /// Runs one statement again and again.
    /// - Parameters:
    ///   - sql: one statement, with a `?` for each value.
    ///   - rows: the values, row by row.
    /// - Throws: ``SQLiteFailure``, also where a row has more or fewer values than the statement takes.
    public func execute(_ sql: String, for rows: [[SQLiteValue]]) throws(SQLiteFailure) {
        var iterator = rows.makeIterator()
        try execute(sql, forEach: { iterator.next() })
    }

    /// Runs one statement again and again.
    /// - Parameters:
    ///   - sql: one statement, with a `?` for each value.
    ///   - nextRow: the values for the next time; nil for an end.
    /// - Throws: ``SQLiteFailure``, also where a row has more or fewer values than the statement takes.
    public func execute(_ sql: String, forEach nextRow: () -> [SQLiteValue]?) throws(SQLiteFailure) {
        let statement = unsafe try prepare(sql)
        defer { unsafe sqlite3_finalize(statement) }
        let count = unsafe sqlite3_bind_parameter_count(statement)
        // The texts of one row, one behind the other: SQLite reads them here and copies none.
        var texts: [UInt8] = []
        while let row = nextRow() {
            guard row.count == Int(count) else {
                let message = "the statement takes \(count) values, and a row has \(row.count)"
                throw SQLiteFailure(code: SQLITE_RANGE, message: message)
            }
            texts.removeAll(keepingCapacity: true)
            for case .text(let text) in row { texts.append(contentsOf: text.utf8) }
            // SAFETY: the texts stay where they are until the step is done; the next one has others bound in their place.
            let code = unsafe texts.withUnsafeBufferPointer { texts in
                unsafe Self.step(statement, row, texts)
            }
            guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
            try check(unsafe sqlite3_reset(statement))
        }
    }

    /// The rows that one statement gives.
    /// - Throws: ``SQLiteFailure``.
    public func rows(_ sql: String) throws(SQLiteFailure) -> [[SQLiteValue]] {
        let statement = unsafe try prepare(sql)
        defer { unsafe sqlite3_finalize(statement) }
        var rows: [[SQLiteValue]] = []
        while true {
            let code = unsafe sqlite3_step(statement)
            if code == SQLITE_DONE { return rows }
            guard code == SQLITE_ROW else { throw failure(code) }
            let columns = unsafe sqlite3_column_count(statement)
            rows.append((0..<columns).map { unsafe Self.value($0, of: statement) })
        }
    }

    /// The database as a file holds it.
    /// - Throws: ``SQLiteFailure`` where memory is short.
    public func serialised() throws(SQLiteFailure) -> [UInt8] {
        var size: Int64 = 0
        guard let bytes = unsafe sqlite3_serialize(handle, "main", &size, 0) else {
            throw SQLiteFailure(code: SQLITE_NOMEM, message: "out of memory")
        }
        defer { unsafe sqlite3_free(bytes) }
        // SAFETY: SQLite gives that many bytes, and they are copied before they are freed.
        return unsafe Array(UnsafeBufferPointer(start: bytes, count: Int(size)))
    }

    private func prepare(_ sql: String) throws(SQLiteFailure) -> OpaquePointer {
        var statement: OpaquePointer?
        try check(unsafe sqlite3_prepare_v2(handle, sql, -1, &statement, nil))
        guard let prepared = unsafe statement else {
            throw SQLiteFailure(code: SQLITE_MISUSE, message: "there is no statement")
        }
        return unsafe prepared
    }

    /// Runs a statement once.
    /// - Parameter texts: the texts of the row, one behind the other.
    private static func step(
        _ statement: OpaquePointer,
        _ row: [SQLiteValue],
        _ texts: UnsafeBufferPointer<UInt8>
    ) -> Int32 {
        var offset = 0
        for (number, value) in row.enumerated() {
            let index = Int32(number + 1)
            let code: Int32
            switch value {
            case .null: code = unsafe sqlite3_bind_null(statement, index)
            case .integer(let number): code = unsafe sqlite3_bind_int64(statement, index, number)
            case .real(let number): code = unsafe sqlite3_bind_double(statement, index, number)
            case .text(let text):
                let count = text.utf8.count
                code = unsafe tessera_sqlite_bind_text(statement, index, texts.baseAddress, offset, UInt64(count))
                offset += count
            }
            guard code == SQLITE_OK else { return code }
        }
        return unsafe sqlite3_step(statement)
    }

    private static func value(_ index: Int32, of statement: OpaquePointer) -> SQLiteValue {
        switch unsafe sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: return .integer(unsafe sqlite3_column_int64(statement, index))
        case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(statement, index))
        case SQLITE_NULL: return .null
        default:
            let bytes = unsafe sqlite3_column_text(statement, index)
            let count = unsafe Int(sqlite3_column_bytes(statement, index))
            return .text(unsafe String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self))
        }
    }

    private func check(_ code: Int32) throws(SQLiteFailure) {
        guard code == SQLITE_OK else { throw failure(code) }
    }

    private func failure(_ code: Int32) -> SQLiteFailure {
        SQLiteFailure(code: code, message: unsafe String(cString: sqlite3_errmsg(handle)))
    }
}
