public import TesseraModel

/// Makes every run of white space in the report one space, and removes it at both ends; soft hyphens and zero-width
/// characters go. The one place where text is changed: readers and the segmenter hand it on as it is.
///
/// Quotation marks and dashes stay as printed; where texts are compared, they are folded.
public struct WhiteSpaceNormalisation: Transform {
    public init() {}

    public let name = "normalise"

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        report.updatePassages { _, passage in passage.text = WhiteSpaceNormalisation.normalised(passage.text) }
        if let code = report.identity.documentCode {
            report.identity.documentCode = WhiteSpaceNormalisation.normalised(code)
        }
        for row in report.rows.indices {
            for index in report.rows[row].references.indices {
                let written = report.rows[row].references[index].asWritten
                report.rows[row].references[index].asWritten = WhiteSpaceNormalisation.normalised(written)
            }
        }
    }

    /// The text with single spaces.
    public static func normalised(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isSpacePending = false
        for scalar in text.unicodeScalars where !isInvisible(scalar) {
            if scalar.properties.isWhitespace {
                isSpacePending = true
            } else {
                if isSpacePending, !result.isEmpty { result.append(" ") }
                isSpacePending = false
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Characters that only steer line breaking: soft hyphen, zero-width space, word joiner, byte order mark.
    static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAD, 0x200B, 0x2060, 0xFEFF: true
        default: false
        }
    }
}
