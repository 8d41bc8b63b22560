public import TesseraModel

/// Makes every run of white space in the report one space, and removes it at both ends; soft hyphens and zero-width
/// characters go. The one place where text is changed: readers and the segmenter hand it on as it is.
///
/// Quotation marks and dashes stay as printed; where texts are compared, they are folded.
public struct WhiteSpaceNormalisation: Transform {
    public init() {}

    public let name = "normalise"

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        report.updatePassages { _, passage in
            passage.text = WhiteSpaceNormalisation.normalised(passage.text, &passage.hyperlinks)
        }
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
        var none: [Hyperlink] = []
        return normalised(text, &none)
    }

    /// The text with single spaces.
    /// - Parameter hyperlinks: links on the text, from front to back; they are moved to where their text then stands,
    ///   less the white space at their ends.
    static func normalised(_ text: String, _ hyperlinks: inout [Hyperlink]) -> String {
        let bytes = text.utf8.span
        // Most texts have nothing to change, which costs a third of writing them anew.
        if hyperlinks.isEmpty, isNormal(bytes) { return text }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isSpacePending = false
        var offset = 0
        var mapping = HyperlinkMapping(hyperlinks)
        while offset < bytes.count {
            if offset >= mapping.next { mapping.advance(to: offset, length: result.count) }
            let (scalar, length) = bytes.scalar(at: offset)
            defer { offset += length }
            if scalar.isInvisible { continue }
            if scalar.isWhiteSpace {
                isSpacePending = true
                continue
            }
            if isSpacePending, !result.isEmpty { result.append(UInt8(ascii: " ")) }
            isSpacePending = false
            mapping.textFollows(at: result.count)
            for index in offset..<offset + length { result.append(bytes[index]) }
        }
        mapping.advance(to: .max, length: result.count)
        if !hyperlinks.isEmpty { hyperlinks = mapping.hyperlinks }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a text has single spaces, none at its ends, and no other white space.
    private static func isNormal(_ text: borrowing Span<UInt8>) -> Bool {
        let survey = BlankSurvey(text, isBehindBlank: true)
        guard !survey.hasDoubleBlank, !survey.hasControl else { return false }
        guard survey.hasMore else { return text.isEmpty || text[text.count - 1] != 0x20 }
        var isAfterSpace = true
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            if byte > 0x20, byte < 0x80 {
                isAfterSpace = false
                offset += 1
            } else if byte == 0x20 {
                if isAfterSpace { return false }
                isAfterSpace = true
                offset += 1
            } else {
                let (scalar, length) = text.scalar(at: offset)
                if scalar.isBlank { return false }
                isAfterSpace = false
                offset += length
            }
        }
        return !isAfterSpace || text.isEmpty
    }
}

/// Follows the ends of hyperlinks through a text that is being rewritten. Where there are none, it does nothing.
private struct HyperlinkMapping {
    /// Those behind have their new ranges.
    private(set) var hyperlinks: [Hyperlink]
    /// The offset in the old text at which the next link begins, or the one that is open ends.
    private(set) var next: Int
    private var index = 0
    private var isOpen = false
    /// Where the text of the open link begins in the new text, once it has any.
    private var start: Int?

    init(_ hyperlinks: [Hyperlink]) {
        self.hyperlinks = hyperlinks
        next = hyperlinks.first?.range.lowerBound ?? .max
    }

    /// Opens and closes links up to an offset in the old text.
    /// - Parameter length: the length of the new text so far.
    mutating func advance(to offset: Int, length: Int) {
        while index < hyperlinks.count, next <= offset {
            if isOpen {
                hyperlinks[index].range = min(start ?? length, length)..<length
                start = nil
                index += 1
                next = index < hyperlinks.count ? hyperlinks[index].range.lowerBound : .max
            } else {
                next = hyperlinks[index].range.upperBound
            }
            isOpen.toggle()
        }
    }

    /// Notes that a character of the text comes next in the new text, at an offset there.
    mutating func textFollows(at offset: Int) {
        if isOpen, start == nil { start = offset }
    }
}
