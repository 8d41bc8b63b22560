public import TesseraModel

/// Writes `csv-metadata.json`: what the CSV files hold, after "Metadata Vocabulary for Tabular Data" (W3C, 2015).
public struct CSVWWriter: Writer {
    private let facts: DescriptionFacts

    package init(_ facts: DescriptionFacts) { self.facts = facts }

    public let name = "csvw"
    public let title = "CSV on the Web, metadata of the tables"
    public let files = [
        DatasetFile("csv-metadata.json", "CSV on the Web: metadata of the tables", mediaType: "application/json")
    ]

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        let all = DataTable.all(of: report.report)
        let tables = all.filter { table in written.contains { $0.name == table.fileName } }
        guard !tables.isEmpty else { return [] }
        return [OutputFile(name: "csv-metadata.json", bytes: metadata(report.report, tables).serialised())]
    }

    private func metadata(_ report: Report, _ tables: [DataTable]) -> JSONValue {
        var members: JSONObject = [
            // Titles and descriptions are in English, whatever the language of the report.
            "@context": .array(["http://www.w3.org/ns/csvw", .object(["@language": "en"])]),
            // `und`: nobody says which.
            "dc:title": .object([
                "@value": .string(report.identity.title), "@language": .string(report.identity.language ?? "und"),
            ]),
            "dc:description": .string(facts.summary(of: report)),
            "dc:identifier": .string(report.identity.id),
            "dialect": CSVWWriter.dialect,
            "tables": .array(tables.map { CSVWWriter.table($0, among: tables) }),
        ]
        if let revised = report.identity.revised { members["schema:version"] = .string(revised.description) }
        if let language = report.identity.language {
            members["dc:language"] = .string(language)
            // What cells hold is in the report's language.
            members["lang"] = .string(language)
        }
        if let publisher = facts.publication.publisher { members["dc:publisher"] = .string(publisher) }
        let creators = facts.creators.map(\.title)
        if !creators.isEmpty { members["dc:creator"] = .array(creators.map(JSONValue.string)) }
        let others = facts.contributors.filter { $0.title != facts.publication.publisher }.map(\.title)
            .filter { !creators.contains($0) }
        if !others.isEmpty { members["dc:contributor"] = .array(others.map(JSONValue.string)) }
        if let licence = facts.publication.licenceURL {
            members["dc:license"] = .object(["@id": .string(licence)])
        } else if let licence = facts.publication.licenceTitle ?? facts.publication.licenceName {
            members["dc:license"] = .string(licence)
        }
        if !facts.publication.keywords.isEmpty {
            members["dcat:keyword"] = .array(facts.publication.keywords.map(JSONValue.string))
        }
        return .object(members)
    }

    /// How this program writes CSV. Nothing is a comment, although a cell may begin with `#`.
    private static let dialect: JSONValue = .object([
        "encoding": "utf-8", "lineTerminators": .array(["\n"]), "delimiter": ",", "quoteChar": "\"",
        "doubleQuote": .bool(true), "header": .bool(true), "headerRowCount": .number(1), "commentPrefix": .null,
        "skipInitialSpace": .bool(false), "trim": .bool(false),
    ])

    private static func table(_ table: DataTable, among tables: [DataTable]) -> JSONValue {
        let names = columnNames(of: table)
        var schema: JSONObject = [
            "columns": .array(zip(table.fields, names).map { column($0, name: $1) }),
            "primaryKey": .array(table.primaryKey.map { .string(columnName($0, in: table)) }),
        ]
        let keys = table.foreignKeys.compactMap { foreignKey($0, of: table, among: tables) }
        if !keys.isEmpty { schema["foreignKeys"] = .array(keys) }
        return .object([
            "url": .string(table.fileName),
            "dc:title": .string(table.title),
            "tableSchema": .object(schema),
        ])
    }

    /// Here each row must point to exactly one other, so two kinds of keys are left out, which the Data Package has: those
    /// of columns that may be empty, and those onto a column in which a value may stand twice.
    private static func foreignKey(
        _ key: DataTable.ForeignKey,
        of table: DataTable,
        among tables: [DataTable]
    ) -> JSONValue? {
        guard let target = tables.first(where: { $0.name == key.table }), key.isOntoKey(of: target),
            table.fields.contains(where: { $0.name == key.field && $0.isRequired })
        else { return nil }
        return .object([
            "columnReference": .array([.string(columnName(key.field, in: table))]),
            "reference": .object([
                "resource": .string(target.fileName),
                "columnReference": .array([.string(columnName(key.tableField, in: target))]),
            ]),
        ])
    }

    private static func column(_ field: DataTable.Field, name: String) -> JSONValue {
        var members: JSONObject = [
            "name": .string(name),
            "titles": .string(field.name),
            "dc:description": .string(field.description),
            "datatype": datatype(of: field),
        ]
        // Nothing stands for no value in all tables, so `null` keeps its default, the empty string.
        if field.isRequired { members["required"] = .bool(true) }
        return .object(members)
    }

    private static func datatype(of field: DataTable.Field) -> JSONValue {
        let base =
            switch field.format {
            case .uri: "anyURI"
            case .dateTime: "dateTime"
            case nil: field.kind.rawValue
            }
        var members: JSONObject = ["base": .string(base)]
        // Of a text, the format is a regular expression.
        if !field.allowed.isEmpty {
            members["format"] = .string(field.allowed.map(escaped).joined(separator: "|"))
        } else if let pattern = field.pattern {
            members["format"] = .string(pattern)
        }
        members["minimum"] = field.minimum.map { .number($0) }
        members["maximum"] = field.maximum.map { .number($0) }
        return members == ["base": .string(base)] ? .string(base) : .object(members)
    }

    /// A word as a regular expression that matches it alone.
    private static func escaped(_ word: String) -> String {
        word.reduce(into: "") { pattern, character in
            if #"\.[]{}()*+?^$|"#.contains(character) { pattern.append("\\") }
            pattern.append(character)
        }
    }

    // MARK: Names of columns

    private static func columnName(_ field: String, in table: DataTable) -> String {
        zip(table.fields, columnNames(of: table)).first { $0.0.name == field }?.1 ?? field
    }

    /// The names by which processors know columns. A hyphen may not stand in one: it becomes `_`, or where another
    /// column has that name, `%2D`.
    static func columnNames(of table: DataTable) -> [String] {
        let plain = table.fields.map { field in String(field.name.map { $0 == "-" ? "_" : $0 }) }
        return zip(table.fields, plain).map { field, name in
            guard name != field.name, plain.count(where: { $0 == name }) > 1 else { return name }
            return field.name.split(separator: "-", omittingEmptySubsequences: false).joined(separator: "%2D")
        }
    }
}

extension DataTable.ForeignKey {
    /// Whether the column that it points to is the whole primary key of its table, so that it names one row.
    func isOntoKey(of target: DataTable) -> Bool { target.primaryKey == [tableField] }
}
