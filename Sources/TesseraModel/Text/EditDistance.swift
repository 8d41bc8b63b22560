/// How far two words are apart, in slips of the pen.
///
/// The restricted edit distance of F. J. Damerau, "A technique for computer detection and correction of spelling errors",
/// Communications of the ACM 7 (1964).
public enum EditDistance {
    /// The number of letters to insert, delete, replace or exchange with their neighbour.
    public static func between(_ one: String, _ other: String) -> Int {
        let one = Array(one)
        let other = Array(other)
        var last: [Int] = []
        var previous = Array(0...other.count)
        for x in one.indices {
            var row = [x + 1]
            for y in other.indices {
                var best = min(previous[y + 1] + 1, row[y] + 1, previous[y] + (one[x] == other[y] ? 0 : 1))
                if x > 0, y > 0, one[x] == other[y - 1], one[x - 1] == other[y] { best = min(best, last[y - 1] + 1) }
                row.append(best)
            }
            last = previous
            previous = row
        }
        return previous[other.count]
    }

    /// Nobody mistypes a word of more bytes, and comparing is quadratic in the length.
    private static let longest = 60

    /// The known word that is nearest to one that is not known, and how far it is; nil where there is none, or the word is
    /// too long to be a slip.
    public static func nearest(to word: String, among known: [String]) -> (word: String, distance: Int)? {
        guard word.utf8.count <= longest else { return nil }
        return known.map { (word: $0, distance: between($0, word)) }.min { $0.distance < $1.distance }
    }
}
