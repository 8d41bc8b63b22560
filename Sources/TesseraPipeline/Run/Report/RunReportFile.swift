import FileSystem
import TesseraModel

/// Writes `run.json` document by document, so that a run over many does not hold all of them.
public final class RunReportFile {
    private let output: OutputFolder
    private let file: GrowingFile
    private var count = 0

    /// - Throws: ``SetUpFailure`` where it cannot be written.
    public init(in output: OutputFolder) throws(SetUpFailure) {
        self.output = output
        do {
            file = try GrowingFile("\(output.path)/\(RunReport.fileName)")
            try file.append(Array("{\n  \"documents\": [".utf8))
        } catch {
            throw SetUpFailure(output.path, .unwritableOutput(error.description))
        }
    }

    /// Adds what became of the next document.
    /// - Throws: ``SetUpFailure`` where it cannot be written.
    public func add(_ outcome: RunOutcome) throws(SetUpFailure) {
        var outcome = outcome
        // The file is the same whether somebody wants to see notes or not.
        if outcome.conversion.hasReportFile, outcome.status != .failed { outcome.conversion.foldNotes() }
        let text = RunReport.document.json(outcome).serialised().dropLast()
        try append(Array((count == 0 ? "\n    " : ",\n    ").utf8) + RunReportFile.indented(text))
        count += 1
    }

    /// Adds what is said about the run as a whole, and puts the file in its place.
    /// - Parameters:
    ///   - tally: what the run came to.
    ///   - facts: when and on what it ran.
    ///   - skipped: files of the input folders that no reader's name fits.
    /// - Throws: ``SetUpFailure`` where it cannot be written.
    public func finish(_ tally: RunTally, _ facts: RunFacts, skipped: [SourcePath]) throws(SetUpFailure) {
        let rest = RunReport.file.json(RunReport.Rest(tally: tally, facts: facts, skipped: skipped)).serialised()
        // The documents are the first member, for members are sorted; in the rest, there are none.
        let head = Array("{\n  \"documents\": []".utf8)
        precondition(rest.starts(with: head), "the documents must come first")
        try append(Array((count == 0 ? "]" : "\n  ]").utf8) + rest.dropFirst(head.count))
        do {
            try file.finish()
        } catch {
            throw SetUpFailure(output.path, .unwritableOutput(error.description))
        }
    }

    private func append(_ bytes: [UInt8]) throws(SetUpFailure) {
        do {
            try file.append(bytes)
        } catch {
            throw SetUpFailure(output.path, .unwritableOutput(error.description))
        }
    }

    /// Lines two levels deeper; no text in JSON holds a line end.
    private static func indented(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var lines: [UInt8] = []
        lines.reserveCapacity(text.count + text.count / 4)
        for byte in text {
            lines.append(byte)
            if byte == UInt8(ascii: "\n") { lines += [0x20, 0x20, 0x20, 0x20] }
        }
        return lines
    }
}
