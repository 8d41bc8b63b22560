public import TesseraModel

/// Every character of the document is in exactly one place of the report, and no character of the report is made up.
///
/// White space is not counted, nor are the invisible characters that normalising removes. A cell that covers several
/// addresses counts at its origin; ``SpanCheck`` looks after the others.
public struct ConservationCheck: Check {
    public init() {}

    public let name = "conservation"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        var claims: [[Range<Int>]] = Array(repeating: [], count: document.paragraphs.count)
        for (destination, passage) in report.passages() {
            var original = ""
            for span in passage.source {
                guard document.paragraphs.indices.contains(span.paragraph) else { continue }
                if destination != .coveredCell { claims[span.paragraph].append(span.range) }
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
        let bytes = paragraph.text.utf8.span
        var scalars = CountedScalars(range)
        return scalars.advance(in: bytes) != nil
    }

    private static func sameCharacters(_ one: String, _ other: String) -> Bool {
        // Most texts are untouched but for white space at their ends.
        if one == other { return true }
        let first = one.utf8.span
        let second = other.utf8.span
        var firstScalars = CountedScalars(0..<first.count)
        var secondScalars = CountedScalars(0..<second.count)
        while true {
            let scalar = firstScalars.advance(in: first)
            guard scalar == secondScalars.advance(in: second) else { return false }
            if scalar == nil { return true }
        }
    }
}

/// The characters that conservation counts: neither white space nor invisible.
private struct CountedScalars {
    private var range: Range<Int>

    /// - Parameter range: UTF-8 byte offsets.
    init(_ range: Range<Int>) {
        self.range = range
    }

    /// The next one; nil at the end of the range.
    mutating func advance(in text: borrowing Span<UInt8>) -> Unicode.Scalar? {
        while let offset = range.first {
            let (scalar, length) = text.scalar(at: offset)
            range = min(offset + length, range.upperBound)..<range.upperBound
            if !scalar.isBlank { return scalar }
        }
        return nil
    }
}

extension Diagnostic {
    fileprivate static func lostText(_ paragraph: Paragraph, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            "lost-text",
            .error,
            "'\(paragraph.text.utf8Slice(range).shortened(to: 60))' is in no part of the report",
            at: paragraph.place.narrowed(to: range),
            suggestion: .programFault
        )
    }

    fileprivate static func textTwice(_ paragraph: Paragraph, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            "text-twice",
            .error,
            "'\(paragraph.text.utf8Slice(range).shortened(to: 60))' is in two parts of the report",
            at: paragraph.place.narrowed(to: range),
            suggestion: .programFault
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
            "a \(destination.rawValue) reads '\(passage.text.shortened(to: 60))' where the document reads '\(original.shortened(to: 60))'",
            at: passage.place,
            suggestion: .programFault
        )
    }
}
