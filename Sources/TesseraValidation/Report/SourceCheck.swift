import FileSystem
import LibNettle
import TesseraModel
import TesseraPipeline
import TesseraReaders

/// Checks a report against the document that it was made from: every character of the document is in it once, and
/// nothing else.
///
/// `report.json` does not say of which paragraphs a text was made, so that characters are counted, white space aside;
/// where the numbers differ, texts are looked for that stand in one of the two alone. Where they do not, the characters
/// of each cell are looked for at its places.
struct SourceCheck {
    /// How many texts are named.
    private static let limit = 5

    let report: Report
    /// Parts of the report that a review has kept as they were before.
    var kept = KeptParts([])
    /// Pipeline files say how XML of one's own, and some plain text, is read.
    let pipelines: PipelineSet?

    /// - Parameter source: the document's path; nil for the one that the report names.
    func findings(source: String?) -> [DatasetFinding] {
        let origin = report.source
        let path = source ?? origin.path
        do {
            guard try isSame(path, origin) else {
                // A file of this name may be anything; one that the user names is meant.
                return [finding(source == nil ? .editedSource(path) : .otherSource(path))]
            }
        } catch {
            return [finding(source == nil ? .sourceNotAtHand(path) : .unreadableSource(path, error))]
        }
        do {
            return compare(try document(path, origin))
        } catch {
            return [finding(.sourceNotRead(path, error.diagnostic.message))]
        }
    }

    func finding(_ diagnostic: Diagnostic) -> DatasetFinding {
        DatasetFinding(diagnostic, in: ReportCheck.file)
    }

    private func isSame(_ path: String, _ origin: Origin) throws(FileFailure) -> Bool {
        guard origin.parts.isEmpty else {
            var digest = IncrementalSHA256()
            for part in origin.parts { digest.update(try FileSystem.contents(of: part.path)) }
            return digest.hexDigest() == origin.sha256
        }
        return SHA256.hexDigest(of: try FileSystem.contents(of: path)) == origin.sha256
    }

    private func document(_ path: String, _ origin: Origin) throws(DocumentFailure) -> SourceDocument {
        let parts = origin.parts.enumerated().map { SourcePath.Part(file: $1.path, name: $1.path, number: $0 + 1) }
        let source = SourcePath(file: path, name: origin.path, parts: parts)
        var log = DiagnosticLog()
        guard let pipelines else { return try DocumentLoader().load(source, log: &log) }
        return try DocumentLoader(mappings: pipelines.mappings).load(source, for: pipelines, log: &log).document
    }

    // MARK: Counting

    private func compare(_ document: SourceDocument) -> [DatasetFinding] {
        // What was kept is not from this source. The report says so, and what is left can be compared.
        if kept.count > 0 { return [finding(.reviewedInPart(kept))] + compareCells(document) }
        let paragraphs = document.paragraphs.map { Array($0.text.countedCharacters.utf8) }
        let passages = report.passages().filter { $0.destination != .coveredCell }
        let texts = passages.map { Array($0.passage.text.countedCharacters.utf8) }
        guard SourceCheck.counts(paragraphs) != SourceCheck.counts(texts) else { return compareCells(document) }
        let wholeDocument = Array(paragraphs.joined())
        let wholeReport = Array(texts.joined())
        var findings: [DatasetFinding] = []
        for (paragraph, text) in zip(document.paragraphs, paragraphs) where !SourceCheck.holds(wholeReport, text) {
            findings.append(finding(.lostFromSource(paragraph)))
        }
        for (passage, text) in zip(passages, texts) where !SourceCheck.holds(wholeDocument, text) {
            findings.append(finding(.notInSource(passage.passage, in: passage.destination)))
        }
        if findings.count > SourceCheck.limit { findings.removeLast(findings.count - SourceCheck.limit) }
        let surplus = wholeReport.count - wholeDocument.count
        return findings.isEmpty ? [finding(.otherCharacters(surplus))] : findings
    }

    private static func counts(_ texts: [[UInt8]]) -> [Int] {
        var counts = Array(repeating: 0, count: 256)
        for text in texts { for byte in text { counts[Int(byte)] += 1 } }
        return counts
    }

    /// Whether some bytes stand somewhere in others.
    private static func holds(_ text: [UInt8], _ piece: [UInt8]) -> Bool {
        guard let first = piece.first else { return true }
        guard piece.count <= text.count else { return false }
        let text = text.span
        let piece = piece.span
        for start in 0...(text.count - piece.count) where text[start] == first {
            var length = 1
            while length < piece.count, text[start + length] == piece[length] { length += 1 }
            if length == piece.count { return true }
        }
        return false
    }
}

extension String {
    /// The characters that conservation counts: neither white space nor invisible.
    var countedCharacters: String {
        var kept = String.UnicodeScalarView()
        for scalar in unicodeScalars where !scalar.isBlank { kept.append(scalar) }
        return String(kept)
    }
}

extension Diagnostic {
    fileprivate static func reviewedInPart(_ kept: KeptParts) -> Diagnostic {
        Diagnostic(
            "reviewed-in-part",
            .warning,
            "\(kept.count) \(kept.count == 1 ? "part of the dataset is" : "parts of the dataset are") kept from an earlier version, because "
                + "a review has not accepted what its source gives: only the other cells were compared with the source",
            notes: kept.messages,
            suggestion: "see what they are under 'diagnostics' in report.json, and review them with 'tessera review'"
        )
    }

    fileprivate static func sourceNotAtHand(_ path: String) -> Diagnostic {
        Diagnostic(
            "source-not-at-hand",
            .note,
            "the dataset was not compared with its source: there is no file '\(path)'",
            suggestion: "name the source with --source"
        )
    }

    fileprivate static func editedSource(_ path: String) -> Diagnostic {
        Diagnostic(
            "edited-source",
            .warning,
            "the dataset was not compared with its source: '\(path)' is not the file that it was made from, "
                + "or was edited since: its SHA-256 is another one",
            suggestion: "convert it again; if the source lies elsewhere, name it with --source"
        )
    }

    fileprivate static func otherSource(_ path: String) -> Diagnostic {
        Diagnostic(
            "other-source",
            .error,
            "'\(path)' is not the source of the dataset: its SHA-256 is another one",
            suggestion: "name the file that was converted"
        )
    }

    fileprivate static func unreadableSource(_ path: String, _ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "other-source",
            .error,
            "the source '\(path)' cannot be read: \(failure)",
            suggestion: "name the file that was converted"
        )
    }

    fileprivate static func sourceNotRead(_ path: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            "source-not-at-hand",
            .note,
            "the dataset was not compared with its source '\(path)', which could not be read: \(reason)",
            suggestion: "name the folder of its pipeline file with --pipelines"
        )
    }

    fileprivate static func lostFromSource(_ paragraph: Paragraph) -> Diagnostic {
        Diagnostic(
            "unlike-source",
            .error,
            "the source has '\(paragraph.text.onOneLine.shortened(to: 60))' at \(paragraph.place.start), "
                + "and the report does not",
            suggestion: .convertAgain
        )
    }

    fileprivate static func notInSource(_ passage: Passage, in destination: Report.Destination) -> Diagnostic {
        Diagnostic(
            "unlike-source",
            .error,
            "the report has '\(passage.text.onOneLine.shortened(to: 60))' in '\(destination.rawValue)', "
                + "and the source does not",
            suggestion: .convertAgain
        )
    }

    fileprivate static func otherCharacters(_ surplus: Int) -> Diagnostic {
        let difference =
            surplus == 0
            ? "other bytes of text" : "\(surplus.magnitude) bytes of text \(surplus > 0 ? "more" : "fewer")"
        return Diagnostic(
            "unlike-source",
            .error,
            "the report has \(difference) than its source",
            suggestion: .convertAgain
        )
    }
}
