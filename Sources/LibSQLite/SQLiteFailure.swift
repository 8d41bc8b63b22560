/// Why SQLite could not do something.
public struct SQLiteFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The extended result code of sqlite3.h.
    public let code: Int32
    /// What SQLite says about it.
    public let message: String

    /// One line of text for a person.
    public var description: String { "SQLite: \(message)" }
}
