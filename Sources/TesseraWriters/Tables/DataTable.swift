public import TesseraModel

/// A table of the dataset: its columns with types and keys, and its rows. Every tabular format is written from it.
public struct DataTable: Sendable {
    /// A column, in the terms of Table Schema (Data Package v2).
    public struct Field: Sendable {
        public enum Kind: String, Sendable {
            case string, integer, number
        }

        public var name: String
        public var kind: Kind
        public var description: String
        /// Whether every row has a value.
        public var isRequired: Bool
        /// All values that may occur; empty for any.
        public var allowed: [String]

        package init(
            _ name: String,
            _ kind: Kind = .string,
            _ description: String,
            required isRequired: Bool = true,
            allowed: [String] = []
        ) {
            self.name = name
            self.kind = kind
            self.description = description
            self.isRequired = isRequired
            self.allowed = allowed
        }
    }

    /// A column whose values stand in a column of another table.
    public struct ForeignKey: Sendable {
        public var field: String
        public var table: String
        public var tableField: String

        package init(field: String, table: String, tableField: String) {
            self.field = field
            self.table = table
            self.tableField = tableField
        }
    }

    /// A value; an empty text is the same as none.
    public enum Value: Sendable, Equatable {
        case null
        case text(String)
        case integer(Int)
        case number(Double)

        package static func optional(_ text: String?) -> Value { text.map(Value.text) ?? .null }

        /// As it stands in a CSV file.
        var plainText: String {
            switch self {
            case .null: ""
            case .text(let text): text
            case .integer(let number): String(number)
            case .number(let number): number.plainDescription
            }
        }
    }

    /// File name without extension, and name of the table in formats that hold several.
    public var name: String
    public var title: String
    public var fields: [Field]
    public var primaryKey: [String]
    public var foreignKeys: [ForeignKey]
    private let makeRows: @Sendable () -> [[Value]]

    /// Made when asked for: a descriptor describes a table without them.
    public var rows: [[Value]] { makeRows() }

    package init(
        name: String,
        title: String,
        fields: [Field],
        primaryKey: [String],
        foreignKeys: [ForeignKey] = [],
        rows: @escaping @autoclosure @Sendable () -> [[Value]]
    ) {
        self.name = name
        self.title = title
        self.fields = fields
        self.primaryKey = primaryKey
        self.foreignKeys = foreignKeys
        makeRows = rows
    }

    /// What stands between several texts in one field.
    package static let separator = " | "

    /// The tables of a report, one line each, in the order in which a reader wants to meet them.
    public static func all(of report: Report) -> [DataTable] {
        [
            matrix(report),
            columns(report),
            rows(report),
            cells(report),
            provenance(report),
            references(report),
            acronyms(report),
            acronymMentions(report),
            links(report),
            entities(report),
            resources(report),
        ]
    }

    /// The names of the tables, in the same order: they are the same for every report.
    package static let names = all(
        of: Report(
            identity: Report.Identity(id: "", title: "", language: nil, scheme: ""),
            source: Origin(path: "", mediaType: "", sha256: "", bytes: 0)
        )
    ).map(\.name)
}

extension DataTable.ForeignKey {
    static let row = DataTable.ForeignKey(field: "row_id", table: "rows", tableField: "row_id")
    static let column = DataTable.ForeignKey(field: "column_id", table: "columns", tableField: "column_id")
    static let cell = DataTable.ForeignKey(field: "cell_id", table: "cells", tableField: "cell_id")
}

extension [Passage] {
    /// The texts in one field.
    var joined: String { map(\.text).joined(separator: DataTable.separator) }
}
