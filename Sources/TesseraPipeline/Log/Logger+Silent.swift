public import Logging

extension Logger {
    /// Logs nothing: what the library does where nobody hands it a logger of theirs.
    public static let silent = Logger(label: "tessera") { _ in SwiftLogNoOpLogHandler() }
}
