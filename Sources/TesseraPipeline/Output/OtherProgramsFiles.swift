import TesseraModel

/// What programs that show folders leave in them. It says nothing about the user's own work.
enum FileManagers {
    static let files: Set<String> = [".DS_Store", ".directory", "Thumbs.db", "desktop.ini"]
}

/// A file by which a program of an office tells others that it has a document open.
struct LockFile: Equatable {
    let name: String
    /// The name of the document.
    let document: String
    let program: String

    /// Nil for a name that is none of a lock file.
    init?(_ name: String) {
        if name.hasPrefix(".~lock."), name.hasSuffix("#"), name.utf8.count > 8 {
            document = String(name.dropFirst(7).dropLast())
            program = "LibreOffice"
        } else if name.hasPrefix("~$"), name.utf8.count > 2 {
            document = String(name.dropFirst(2))
            program = "Excel"
        } else {
            return nil
        }
        self.name = name
    }
}

extension Diagnostic {
    static func openFiles(_ folder: String, _ locks: [LockFile]) -> Diagnostic {
        let documents = locks.map { "\($0.document) is open in \($0.program)" }.joined(separator: ", ")
        let names = locks.map { "'\($0.name)'" }.joined(separator: ", ")
        return Diagnostic(
            "open-file",
            .error,
            "the dataset in '\(folder)' is in use: \(documents)",
            suggestion: "close it; if it is closed already, the program has left \(names) behind: remove it"
        )
    }
}
