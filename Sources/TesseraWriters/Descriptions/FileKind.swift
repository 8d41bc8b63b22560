import TesseraModel

/// What a file of a dataset is, by its name.
struct FileKind {
    /// The usual extension, as Data Package and DCAT name formats.
    var format: String
    /// IANA media type.
    var mediaType: String
    /// Whether the media type stands in IANA's register.
    var isRegistered = true
    /// Whether the file is UTF-8.
    var isText = true

    init(_ file: OutputFile) {
        let name = file.name
        let dot = name.lastIndex(of: ".").map { name.index(after: $0) } ?? name.endIndex
        self = FileKind.known[String(name[dot...])] ?? FileKind(format: String(name[dot...]))
    }

    private init(format: String) {
        self.init(format: format, mediaType: "application/octet-stream", isText: false)
    }

    private init(format: String, mediaType: String, isRegistered: Bool = true, isText: Bool = true) {
        self.format = format
        self.mediaType = mediaType
        self.isRegistered = isRegistered
        self.isText = isText
    }

    private static let known: [String: FileKind] = [
        "csv": FileKind(format: "csv", mediaType: "text/csv"),
        "json": FileKind(format: "json", mediaType: "application/json"),
        "jsonl": FileKind(format: "jsonl", mediaType: "application/jsonl", isRegistered: false),
        "jsonld": FileKind(format: "jsonld", mediaType: "application/ld+json"),
        "sqlite": FileKind(format: "sqlite", mediaType: "application/vnd.sqlite3", isText: false),
        "xlsx": FileKind(
            format: "xlsx",
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            isText: false
        ),
        "md": FileKind(format: "md", mediaType: "text/markdown"),
        "cff": FileKind(format: "yaml", mediaType: "application/yaml"),
    ]

    /// What a file that is no table holds, in a few words.
    static func title(_ name: String) -> String? { titles[name] }

    private static let titles = [
        "report.json": "The whole report, nested",
        "cells.jsonl": "The cells, one a line, each with all that belongs to it",
        "dataset.sqlite": "All tables, as a database",
        "dataset.xlsx": "All tables, as a spreadsheet",
        "report.md": "The report, to read",
        "csv-metadata.json": "CSV on the Web: metadata of the tables",
        "croissant.json": "Croissant: metadata of the tables for machine learning",
        "dcat.jsonld": "DCAT and PROV-O: what the dataset is, and what it was made from",
        "CITATION.cff": "How to cite the dataset",
    ]

    /// The files of formats, which descriptions describe; the descriptions themselves are none.
    static func isDescription(_ name: String) -> Bool {
        ["csv-metadata.json", "croissant.json", "dcat.jsonld", "CITATION.cff", "datapackage.json"].contains(name)
    }
}
