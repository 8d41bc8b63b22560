import FileSystem
public import TesseraModel

/// Reads the report of a dataset.
public enum DatasetReader {
    /// The file that holds the whole report.
    public static let reportFile = "report.json"

    /// Whether a path names a dataset: a folder with a `report.json`, or that file.
    /// - Throws: `DocumentFailure` where the path cannot be looked at.
    public static func isDataset(_ path: String) throws(DocumentFailure) -> Bool {
        try kind(of: "\(path)/\(reportFile)") == .file || isReport(path)
    }

    /// Reads a report.
    /// - Parameter path: the folder of a dataset, or its `report.json`.
    /// - Throws: `DocumentFailure` where the file cannot be read, or is none of this version of the program.
    public static func report(at path: String) throws(DocumentFailure) -> CheckedReport {
        let file = isReport(path) ? path : "\(path)/\(reportFile)"
        let bytes: [UInt8]
        do {
            bytes = try FileSystem.contents(of: file)
        } catch {
            throw DocumentFailure(.unreadableReport("it cannot be opened: \(error)"))
        }
        let json: JSONValue
        do {
            json = try JSONParser.parse(bytes)
        } catch {
            throw DocumentFailure(.unreadableReport("line \(error.line): \(error.message)"))
        }
        do {
            return try ReportDecoder.report(json)
        } catch {
            throw DocumentFailure(.unreadableReport("\(error)"))
        }
    }

    private static func isReport(_ path: String) -> Bool {
        path == reportFile || path.hasSuffix("/\(reportFile)")
    }

    private static func kind(of path: String) throws(DocumentFailure) -> FileSystem.Kind {
        do {
            return try FileSystem.kind(of: path)
        } catch {
            throw DocumentFailure(.unreadableReport("it cannot be looked at: \(error)"))
        }
    }
}

extension Diagnostic {
    fileprivate static func unreadableReport(_ reason: String) -> Diagnostic {
        Diagnostic(
            "unreadable-dataset",
            .error,
            "the report of the dataset cannot be read: \(reason)",
            suggestion: "make the dataset again with 'tessera convert'; 'tessera validate' says more"
        )
    }
}
