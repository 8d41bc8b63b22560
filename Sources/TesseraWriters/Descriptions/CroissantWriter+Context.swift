import TesseraModel

extension CroissantWriter {
    /// The context that the specification prescribes, word for word; tools compare.
    static let context: JSONValue = .object(
        JSONObject(
            plainTerms.map { (key: $0, value: .string("cr:\($0)")) } + [
                (key: "@language", value: "en"),
                (key: "@vocab", value: "https://schema.org/"),
                (key: "conformsTo", value: "dct:conformsTo"),
                (key: "cr", value: "http://mlcommons.org/croissant/"),
                (key: "data", value: .object(["@id": "cr:data", "@type": "@json"])),
                (key: "dataType", value: .object(["@id": "cr:dataType", "@type": "@vocab"])),
                (key: "dct", value: "http://purl.org/dc/terms/"),
                (key: "examples", value: .object(["@id": "cr:examples", "@type": "@json"])),
                (key: "rai", value: "http://mlcommons.org/croissant/RAI/"),
                (key: "sc", value: "https://schema.org/"),
            ]
        )
    )

    private static let plainTerms = [
        "citeAs", "column", "equivalentProperty", "extract", "field", "fileObject", "fileProperty", "fileSet", "format",
        "includes", "isLiveDataset", "jsonPath", "key", "md5", "parentField", "path", "recordSet", "references",
        "regex",
        "repeated", "replace", "samplingRate", "separator", "source", "subField", "transform",
    ]
}
