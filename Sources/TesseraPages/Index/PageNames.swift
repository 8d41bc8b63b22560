/// Names of files for pages that stand beside each other.
public struct PageNames {
    private var taken: Set<String> = [PageNames.index]

    /// The page that leads to the others.
    public static let index = "index.html"

    public init() {}

    /// A name that no other page has.
    /// - Parameter id: the id of the report; what may stand in no name of a file, or has a meaning in addresses, becomes
    ///   a hyphen.
    public mutating func name(for id: String) -> String {
        let kept = String(
            id.prefix(100).map { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.+".contains($0)) ? $0 : "-" }
        )
        let stem = kept.hasPrefix(".") || kept.isEmpty ? "report\(kept)" : kept
        var name = "\(stem).html"
        var number = 2
        // Some file systems take letters of both cases for the same.
        while !taken.insert(name.lowercased()).inserted {
            name = "\(stem)-\(number).html"
            number += 1
        }
        return name
    }
}
