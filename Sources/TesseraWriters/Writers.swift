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

    /// One line a description: they describe the files of the formats, and stand behind them.
    /// - Parameters:
    ///   - publication: what is said about origin and licence.
    ///   - checksum: SHA-256 of some bytes in lower-case hexadecimal digits.
    public static func descriptions(
        publication: Publication = Publication(),
        checksum: @escaping @Sendable ([UInt8]) -> String = { _ in "" }
    ) -> [any Writer] {
        [
            DataPackageWriter(publication: publication, checksum: checksum)
        ]
    }

    /// All writers of a dataset in some formats.
    /// - Parameter names: names of ``formats``, in any order.
    public static func all(
        formats names: [String] = usualFormats,
        publication: Publication,
        checksum: @escaping @Sendable ([UInt8]) -> String
    ) -> [any Writer] {
        formats.filter { names.contains($0.name) } + descriptions(publication: publication, checksum: checksum)
    }

    /// The names of all files that any writer may make.
    public static let fileNames = Set((formats + descriptions()).flatMap(\.fileNames))
}

/// Where a report comes from and under which terms it may be used: what the pipeline file says about it.
public struct Publication: Sendable, Equatable {
    public var publisher: String?
    /// Address of the report on the web.
    public var sourceURL: String?
    /// Name of a licence in the Open Definition's or SPDX's list.
    public var licenceName: String?
    public var licenceTitle: String?
    public var licenceURL: String?

    public init(
        publisher: String? = nil,
        sourceURL: String? = nil,
        licenceName: String? = nil,
        licenceTitle: String? = nil,
        licenceURL: String? = nil
    ) {
        self.publisher = publisher
        self.sourceURL = sourceURL
        self.licenceName = licenceName
        self.licenceTitle = licenceTitle
        self.licenceURL = licenceURL
    }
}
