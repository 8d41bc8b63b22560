/// Where a regular expression matched.
public struct RegularExpressionMatch: Sendable, Equatable {
    /// The range of each group in UTF-8 bytes from the beginning of the text; group 0 is the whole match.
    ///
    /// Nil for a group that took no part in the match. There is one element for every group of the pattern.
    public let ranges: [Range<Int>?]

    /// The range of the whole match in UTF-8 bytes from the beginning of the text.
    public let range: Range<Int>

    /// Makes a match from the ranges of its groups.
    ///
    /// - Parameters:
    ///   - range: The range of the whole match.
    ///   - groups: The ranges of the groups from 1 on.
    public init(range: Range<Int>, groups: [Range<Int>?]) {
        self.range = range
        ranges = [range] + groups
    }
}
