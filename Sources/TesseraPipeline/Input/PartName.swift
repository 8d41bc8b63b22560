/// The name of a file that says which part of a report it holds: `report_p2.txt`, `report-part2.html`,
/// `report.html?page=2`.
struct PartName {
    /// The path without the mark: what all parts of the report have in common.
    let whole: String
    /// The mark without its number: `_p`, `-part`, `?page=`. The parts of a report have the same.
    let mark: String
    let number: Int

    /// The words that mark a part behind a hyphen or a low line.
    private static let words = ["part", "page", "p"]
    private static let query = "page="

    /// - Returns: nil for a name without such a mark.
    init?(_ path: String) {
        let name = path.split(separator: "/").last.map(String.init) ?? ""
        let folder = path.dropLast(name.count)
        guard let found = PartName.query(in: name) ?? PartName.suffix(in: name),
            let number = Int(found.digits), found.digits.utf8.count <= 4, !found.before.isEmpty
        else { return nil }
        whole = String(folder + found.before + found.after)
        mark = found.mark
        self.number = number
    }

    /// The number of a first part whose name has no mark.
    /// - Parameter others: the numbers of the marked parts.
    func unmarkedNumber(beside others: [Int]) -> Int? {
        // The pages of a site count from 0 or from 1, and the first of them may go without; other parts count from 1.
        guard mark.hasSuffix("=") else { return others.contains { $0 < 2 } ? nil : 1 }
        let first = others.min() ?? 2
        return first == 0 ? nil : min(1, first - 1)
    }

    private typealias Pieces = (before: Substring, mark: String, digits: Substring, after: Substring)

    /// A query such as `?page=2`, at the end of the name or before its extension.
    private static func query(in name: String) -> Pieces? {
        guard let start = name.lastIndex(where: { $0 == "?" || $0 == "&" }) else { return nil }
        let content = name[name.index(after: start)...]
        guard content.lowercased().hasPrefix(query) else { return nil }
        let rest = content.dropFirst(query.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        let after = rest.dropFirst(digits.count)
        guard !digits.isEmpty, after.isEmpty || after.first == "." else { return nil }
        return (name[..<start], "\(name[start])\(query)", digits, after)
    }

    /// A suffix such as `_p2`, before the extension.
    private static func suffix(in name: String) -> Pieces? {
        let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
        let stem = name[..<dot]
        guard let last = stem.lastIndex(where: { !($0.isASCII && $0.isNumber) }) else { return nil }
        let digits = stem[stem.index(after: last)...]
        let marked = stem[...last]
        guard !digits.isEmpty, let word = words.first(where: { marked.lowercased().hasSuffix($0) }) else { return nil }
        let before = marked.dropLast(word.count)
        guard let sign = before.last, sign == "_" || sign == "-" else { return nil }
        return (before.dropLast(), "\(sign)\(word)", digits, name[dot...])
    }
}
