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
        let bytes = text.utf8.span
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isSpacePending = false
        var offset = 0
        while offset < bytes.count {
            let (scalar, length) = bytes.scalar(at: offset)
            defer { offset += length }
            if scalar.isInvisible { continue }
            if scalar.isWhiteSpace {
                isSpacePending = true
                continue
            }
            if isSpacePending, !result.isEmpty { result.append(UInt8(ascii: " ")) }
            isSpacePending = false
            for index in offset..<offset + length { result.append(bytes[index]) }
        }
        return String(decoding: result, as: UTF8.self)
    }
}
