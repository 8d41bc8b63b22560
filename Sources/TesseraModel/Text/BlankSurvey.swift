/// What white space some bytes hold, found in one pass without a branch.
///
/// Text is gone through for its blanks by every stage, and nearly always there is nothing to do. Where a loop branches at
/// blanks, a processor guesses wrong at the end of every word; of this one, the compiler makes steps of many bytes. With it,
/// reading 30 MB of text fell from 395 to 337 ms, and a matrix of 1,000 rows as `.odt` from 12.0 to 11.2.
package struct BlankSurvey: Sendable {
    /// Whether a blank (U+0020) stands behind another one.
    package let hasDoubleBlank: Bool
    /// Whether there is a tab, a line end or a form feed.
    package let hasOtherSpace: Bool
    /// Whether there is any character below U+0020, those of ``hasOtherSpace`` included.
    package let hasControl: Bool
    /// Whether there is anything beyond ASCII.
    package let hasMore: Bool

    /// - Parameters:
    ///   - bytes: UTF-8.
    ///   - start: where to begin.
    ///   - isBehindBlank: whether what stands before counts as a blank.
    package init(_ bytes: borrowing Span<UInt8>, from start: Int = 0, isBehindBlank: Bool = false) {
        var doubleBlanks: UInt8 = 0
        var otherSpaces: UInt8 = 0
        var controls: UInt8 = 0
        var all: UInt8 = 0
        var before: UInt8 = isBehindBlank ? 1 : 0
        for index in start..<bytes.count {
            let byte = bytes[index]
            let blank: UInt8 = byte == 0x20 ? 1 : 0
            doubleBlanks |= blank & before
            otherSpaces |= byte &- 0x09 < 5 ? 1 : 0
            controls |= byte < 0x20 ? 1 : 0
            all |= byte
            before = blank
        }
        hasDoubleBlank = doubleBlanks > 0
        hasOtherSpace = otherSpaces > 0
        hasControl = controls > 0
        hasMore = all >= 0x80
    }
}
