import FileSystem
public import TesseraModel

/// What `run.json` tells of a run, read back: the documents come out as they went in.
///
/// What the file does not hold is not there either: of an outcome the files, the version and the folded notes' texts.
public struct RunRecord: Sendable {
    /// The program that ran, with its version.
    public var program: String
    /// What became of the documents, in the order of the run.
    public var outcomes: [RunOutcome]
    /// When and on what it ran.
    public var facts: RunFacts
    /// Files of the input folders that no reader knows.
    public var skipped: [String]

    /// Larger than the report of a run over a million documents.
    private static let largestFile = 4 << 30

    /// Reads the report of a run.
    /// - Parameter path: The file, or the folder of datasets that holds it.
    /// - Throws: ``SetUpFailure`` where it cannot be read, or is no such report.
    public init(at path: String) throws(SetUpFailure) {
        var file = path
        let bytes: [UInt8]
        do {
            if try FileSystem.kind(of: path) == .directory { file = "\(path)/\(RunReport.fileName)" }
            bytes = try FileSystem.contents(of: file, limit: RunRecord.largestFile)
        } catch {
            throw SetUpFailure(file, .unreadable(error))
        }
        do {
            try self.init(bytes)
        } catch {
            throw SetUpFailure(file, error.diagnostic)
        }
    }

    /// Reads the report of a run.
    /// - Parameter bytes: What `run.json` holds.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it is no such report.
    public init(_ bytes: [UInt8]) throws(DocumentFailure) {
        let json: JSONValue
        do {
            json = try JSONParser.parse(bytes)
        } catch {
            throw DocumentFailure(.badRunReport(error.description))
        }
        do {
            try self.init(JSONCursor(json))
        } catch {
            throw DocumentFailure(.badRunReport(error.description))
        }
    }
}

extension Diagnostic {
    fileprivate static func badRunReport(_ reason: String) -> Diagnostic {
        Diagnostic(
            "bad-run-report",
            .error,
            "this is no report of a run, as this version of the program writes it: \(reason)",
            suggestion: "run 'tessera convert' again, which writes it anew"
        )
    }
}
