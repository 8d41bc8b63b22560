public import TesseraModel

/// What a dataset is written with: formats, which people choose, and descriptions of the files, which are always there.
public enum Writers {
    /// One line a format, in the order in which they are written.
    public static let formats: [any Writer] = [
        ReportJSONWriter(),
        CSVWriter(),
        JSONLinesWriter(),
        SQLiteWriter(),
        SpreadsheetWriter(),
        MarkdownWriter(),
    ]

    /// The names of the formats that are written where nobody chooses.
    public static let usualFormats = ["json", "csv"]

    /// One line a description: they describe the files of the formats, and stand behind them. The Data Package lists the
    /// others as well, so it is last.
    /// - Parameters:
    ///   - publication: what is said about origin and licence.
    ///   - derivation: what is said about how the dataset was made.
    ///   - checksum: SHA-256 of some bytes in lower-case hexadecimal digits.
    public static func descriptions(
        publication: Publication = Publication(),
        derivation: Derivation = Derivation(version: ""),
        checksum: @escaping @Sendable ([UInt8]) -> String = { _ in "" }
    ) -> [any Writer] {
        let facts = DescriptionFacts(publication: publication, derivation: derivation, checksum: checksum)
        return [
            CSVWWriter(facts),
            CroissantWriter(facts),
            DCATWriter(facts),
            CitationWriter(facts),
            DataPackageWriter(facts),
        ]
    }

    /// All writers of a dataset in some ``formats``, by their names in any order.
    public static func all(
        formats names: [String] = usualFormats,
        publication: Publication,
        derivation: Derivation = Derivation(version: ""),
        checksum: @escaping @Sendable ([UInt8]) -> String
    ) -> [any Writer] {
        formats.filter { names.contains($0.name) }
            + descriptions(publication: publication, derivation: derivation, checksum: checksum)
    }

    /// The names of all files that any writer may make.
    public static let fileNames = Set(files.keys)

    private static let files = Dictionary(
        uniqueKeysWithValues: (formats + descriptions()).flatMap(\.files).map { ($0.name, $0) }
    )
    private static let descriptionNames = Set(descriptions().flatMap(\.fileNames))

    /// What is known of a file of a dataset; of a name that no writer has, only that it is some bytes.
    static func file(named name: String) -> DatasetFile {
        files[name] ?? DatasetFile(name, name, mediaType: "application/octet-stream", isText: false)
    }

    /// Whether a file describes others.
    package static func isDescription(_ name: String) -> Bool { descriptionNames.contains(name) }
}
