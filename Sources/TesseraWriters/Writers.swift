public import TesseraModel

/// The formats that a dataset is written in.
public enum Writers {
    /// One line a format; descriptors of other files stand last.
    /// - Parameters:
    ///   - publication: what the descriptor says about origin and licence.
    ///   - checksum: SHA-256 of some bytes in lower-case hexadecimal digits.
    public static func all(
        publication: Publication,
        checksum: @escaping @Sendable ([UInt8]) -> String
    ) -> [any Writer] {
        [
            ReportJSONWriter(),
            CSVWriter(),
            DataPackageWriter(publication: publication, checksum: checksum),
        ]
    }
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
