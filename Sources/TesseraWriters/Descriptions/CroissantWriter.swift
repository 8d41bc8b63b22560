public import TesseraModel

/// Writes `croissant.json`: the CSV files as record sets for machine learning, after Croissant 1.0 (MLCommons).
public struct CroissantWriter: Writer {
    private let facts: DescriptionFacts

    package init(_ facts: DescriptionFacts) { self.facts = facts }

    public let name = "croissant"
    public let title = "Croissant, the tables for machine learning"
    public let files = [
        DatasetFile(
            "croissant.json",
            "Croissant: metadata of the tables for machine learning",
            mediaType: "application/json"
        )
    ]

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        let tables = DataTable.all(of: report.report).compactMap { table in
            written.first { $0.name == table.fileName }.map { (table: table, file: $0) }
        }
        guard !tables.isEmpty else { return [] }
        return [OutputFile(name: "croissant.json", bytes: metadata(report.report, tables).serialised())]
    }

    private func metadata(_ report: Report, _ tables: [(table: DataTable, file: OutputFile)]) -> JSONValue {
        let publication = facts.publication
        var members: JSONObject = [
            "@context": CroissantWriter.context,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.0",
            "name": .string(report.identity.id),
            "alternateName": .string(report.identity.title),
            "description": .string(facts.summary(of: report)),
            "citeAs": .string(Citation(report, facts).line),
            "distribution": .array(tables.map { fileObject($0.file) }),
            "recordSet": .array(tables.map { recordSet($0.table, among: tables.map(\.table)) }),
        ]
        if let revised = report.identity.revised {
            members["version"] = .string(revised.description)
            if revised.day != nil { members["datePublished"] = .string(revised.description) }
        }
        if let language = report.identity.language { members["inLanguage"] = .string(language) }
        if let licence = publication.licenceURL ?? publication.licenceName ?? publication.licenceTitle {
            members["license"] = .string(licence)
        }
        if let url = publication.homepage ?? facts.doiAddress { members["url"] = .string(url) }
        if !publication.keywords.isEmpty { members["keywords"] = .array(publication.keywords.map(JSONValue.string)) }
        if let publisher = publication.publisher {
            members["publisher"] = .object(["@type": "sc:Organization", "name": .string(publisher)])
        }
        let creators = facts.creators
        if !creators.isEmpty { members["creator"] = .array(creators.map(creator)) }
        return .object(members)
    }

    /// Who belongs to an organisation is a person. Of others nobody says which they are; readers know but the two.
    private func creator(_ contributor: Publication.Contributor) -> JSONValue {
        var members: JSONObject = ["@type": "sc:Organization", "name": .string(contributor.title)]
        if let organisation = contributor.organisation {
            members["@type"] = "sc:Person"
            members["affiliation"] = .object(["@type": "sc:Organization", "name": .string(organisation)])
        }
        if let url = contributor.url { members["url"] = .string(url) }
        return .object(members)
    }

    private func fileObject(_ file: OutputFile) -> JSONValue {
        .object([
            "@type": "cr:FileObject",
            "@id": .string(file.name),
            "name": .string(file.name),
            "contentUrl": .string(file.name),
            "contentSize": .string("\(file.bytes.count) B"),
            "encodingFormat": "text/csv",
            "sha256": .string(facts.checksum(of: file)),
        ])
    }

    private func recordSet(_ table: DataTable, among tables: [DataTable]) -> JSONValue {
        let key = table.primaryKey.map { reference($0, in: table) }
        return .object([
            "@type": "cr:RecordSet",
            "@id": .string(table.name),
            "name": .string(table.name),
            "description": .string(table.title),
            "key": key.count == 1 ? key[0] : .array(key),
            "field": .array(table.fields.map { field($0, of: table, among: tables) }),
        ])
    }

    /// A reference joins the record sets, so that a key onto a column in which a value may stand twice would double
    /// records: only a key that names one record is given.
    private func field(_ field: DataTable.Field, of table: DataTable, among tables: [DataTable]) -> JSONValue {
        var members: JSONObject = [
            "@type": "cr:Field",
            "@id": .string("\(table.name)/\(field.name)"),
            "name": .string("\(table.name)/\(field.name)"),
            "description": .string(field.description),
            "dataType": .string(field.dataType),
            "source": .object([
                "fileObject": .object(["@id": .string(table.fileName)]),
                "extract": .object(["column": .string(field.name)]),
            ]),
        ]
        if let key = table.foreignKeys.first(where: { $0.field == field.name }),
            let target = tables.first(where: { $0.name == key.table }), key.isOntoKey(of: target)
        {
            members["references"] = .object(["field": reference(key.tableField, in: target)])
        }
        return .object(members)
    }

    private func reference(_ field: String, in table: DataTable) -> JSONValue {
        .object(["@id": .string("\(table.name)/\(field)")])
    }
}

extension DataTable.Field {
    /// The type in the terms of schema.org.
    fileprivate var dataType: String {
        switch kind {
        case .string: "sc:Text"
        case .integer: "sc:Integer"
        case .number: "sc:Float"
        }
    }
}
