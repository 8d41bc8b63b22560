public import TesseraModel

/// Every character of the document is in exactly one place of the report, and no character of the report is made up.
///
/// White space is not counted, nor are the invisible characters that normalising removes.
public struct ConservationCheck: Check {
    public init() {}

    public let name = "conservation"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        var claims: [[Range<Int>]] = Array(repeating: [], count: document.paragraphs.count)
        for (destination, passage) in report.passages() {
            var original = ""
            for span in passage.source {
                guard document.paragraphs.indices.contains(span.paragraph) else { continue }
                claims[span.paragraph].append(span.range)
                original += document.paragraphs[span.paragraph].text.utf8Slice(span.range)
            }
            if !ConservationCheck.sameCharacters(original, passage.text) {
                log.append(.changedText(passage, original, in: destination))
            }
        }
        for (paragraph, ranges) in zip(document.paragraphs, claims) {
            check(paragraph, ranges.sorted { $0.lowerBound < $1.lowerBound }, log: &log)
        }
    }

    private func check(_ paragraph: Paragraph, _ claims: [Range<Int>], log: inout DiagnosticLog) {
        var end = 0
        for claim in claims + [paragraph.text.utf8.count..<paragraph.text.utf8.count] {
            if claim.lowerBound < end {
                let twice = claim.lowerBound..<min(end, claim.upperBound)
                if isSubstantial(paragraph, twice) { log.append(.textTwice(paragraph, twice)) }
            } else if isSubstantial(paragraph, end..<claim.lowerBound) {
                log.append(.lostText(paragraph, end..<claim.lowerBound))
            }
            end = max(end, claim.upperBound)
        }
    }

    private func isSubstantial(_ paragraph: Paragraph, _ range: Range<Int>) -> Bool {
        !range.isEmpty && paragraph.text.utf8Slice(range).unicodeScalars.contains { ConservationCheck.counts($0) }
    }

    private static func sameCharacters(_ one: String, _ other: String) -> Bool {
        // Most texts are untouched but for white space at their ends.
        if one == other { return true }
        return one.unicodeScalars.lazy.filter(counts).elementsEqual(other.unicodeScalars.lazy.filter(counts))
    }

    private static func counts(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isWhitespace && !WhiteSpaceNormalisation.isInvisible(scalar)
    }
}

extension Diagnostic {
    private static func excerpt(_ text: some StringProtocol) -> String {
        text.count > 60 ? text.prefix(60) + "…" : String(text)
    }

    fileprivate static func lostText(_ paragraph: Paragraph, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            "lost-text",
            .error,
            "'\(excerpt(paragraph.text.utf8Slice(range)))' is in no part of the report",
            at: paragraph.place.narrowed(to: range),
            suggestion: "this is a fault of the program: please report it with the document"
        )
    }

    fileprivate static func textTwice(_ paragraph: Paragraph, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            "text-twice",
            .error,
            "'\(excerpt(paragraph.text.utf8Slice(range)))' is in two parts of the report",
            at: paragraph.place.narrowed(to: range),
            suggestion: "this is a fault of the program: please report it with the document"
        )
    }

    fileprivate static func changedText(
        _ passage: Passage,
        _ original: String,
        in destination: Report.Destination
    ) -> Diagnostic {
        Diagnostic(
            "changed-text",
            .error,
            "a \(destination.rawValue) reads '\(excerpt(passage.text))' where the document reads '\(excerpt(original))'",
            at: passage.place,
            suggestion: "this is a fault of the program: please report it with the document"
        )
    }
}
