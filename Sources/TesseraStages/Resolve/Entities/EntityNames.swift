import TesseraModel

/// The names that the program brings along: countries, regions, currencies, international organisations.
///
/// Read when the first text is looked at, so that a start of the program costs nothing.
enum EntityNames {
    /// A line of `territories.txt`: what it is, its code, its name.
    private struct Line {
        var kind: String
        var code: String
        var name: String
    }

    private static let lines: [Line] = rows(PackageResources.territories_txt).compactMap { fields in
        fields.count == 3 ? Line(kind: fields[0], code: fields[1], name: fields[2]) : nil
    }

    /// Countries, regions, and organisations.
    static let names = NameLexicon(places + organisations)

    private static let places: [(name: String, entry: NameLexicon.Entry)] = lines.compactMap { line in
        switch line.kind {
        case "C": (line.name, NameLexicon.Entry(kind: .country, value: line.code))
        case "R": (line.name, NameLexicon.Entry(kind: .region, value: line.code))
        case "N": (line.name, NameLexicon.Entry(kind: nil, value: ""))
        default: nil
        }
    }

    private static let organisations: [(name: String, entry: NameLexicon.Entry)] =
        rows(PackageResources.organisations_txt).flatMap { fields in
            let short = fields[0]
            let isName = short.utf8.count >= 2 && !short.utf8.contains { $0 &- 0x61 < 26 }
            return ((isName ? [short] : []) + fields.dropFirst()).map {
                ($0, NameLexicon.Entry(kind: .organisation, value: short))
            }
        }

    /// Codes of currencies after ISO 4217.
    static let currencies = Set(lines.lazy.filter { $0.kind == "M" }.map(\.code))

    /// Names that persons or other places bear as well, with towns that tell that the country is meant.
    static let ambiguous: [String: Set<String>] = Dictionary(
        lines.filter { $0.kind == "A" }.map { ($0.name, Set($0.code.split(separator: " ").map(String.init))) }
    ) { first, _ in first }

    /// The fields of each line of a resource that is no comment.
    private static func rows(_ bytes: [UInt8]) -> [[String]] {
        bytes.split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }.map { line in
            line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(decoding: $0, as: UTF8.self) }
        }
    }
}
