public import TesseraModel

/// The formats that a dataset is written in.
public enum Writers {
    /// One line a format; descriptions of other files stand last.
    /// - Parameters:
    ///   - publication: what is said about origin and licence.
    ///   - derivation: what is said about how the dataset was made.
    ///   - checksum: SHA-256 of some bytes in lower-case hexadecimal digits.
    public static func all(
        publication: Publication,
        derivation: Derivation = Derivation(version: ""),
        checksum: @escaping @Sendable ([UInt8]) -> String
    ) -> [any Writer] {
        [ReportJSONWriter(), CSVWriter()]
            + descriptions(publication: publication, derivation: derivation, checksum: checksum)
    }

    /// One line a description: they describe the files of the formats. The Data Package lists the others, so it is last.
    /// - Parameters:
    ///   - publication: what is said about origin and licence.
    ///   - derivation: what is said about how the dataset was made.
    ///   - checksum: SHA-256 of some bytes in lower-case hexadecimal digits.
    public static func descriptions(
        publication: Publication,
        derivation: Derivation = Derivation(version: ""),
        checksum: @escaping @Sendable ([UInt8]) -> String
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
}
