public import TesseraModel

/// A table of the dataset: its columns with types and keys, and its rows. Every tabular format is written from it.
public struct DataTable: Sendable {
    /// A column, in the terms of Table Schema (Data Package v2).
    public struct Field: Sendable {
        public enum Kind: String, Sendable {
            case string, integer, number
        }

        /// What the text of a string is.
        public enum Format: String, Sendable {
            case uri
            /// A moment in UTC, as ISO 8601 writes it: `2026-01-31T12:00:00Z`.
            case dateTime
        }

        public var name: String
        public var kind: Kind
        public var description: String
        /// Whether every row has a value.
        public var isRequired: Bool
        /// All values that may occur; empty for any.
        public var allowed: [String]
        /// What every value looks like as a whole; nil for anything. See ``TesseraModel/ValuePattern``.
        public var pattern: String?
        /// The least value of a number.
        public var minimum: Double?
        /// The greatest value of a number.
        public var maximum: Double?
        public var format: Format?
        /// Whether no two rows have the same value. The table sets it for its primary key.
        public internal(set) var isUnique = false

        package init(
            _ name: String,
            _ kind: Kind,
            _ description: String,
            required isRequired: Bool = true,
            allowed: [String] = [],
            pattern: String? = nil,
            format: Format? = nil,
            from minimum: Double? = nil,
            to maximum: Double? = nil
        ) {
            self.name = name
            self.kind = kind
            self.description = description
            self.isRequired = isRequired
            self.allowed = allowed
            self.pattern = pattern
            self.format = format
            self.minimum = minimum
            self.maximum = maximum
        }

        /// A text column.
        package init(
            _ name: String,
            _ description: String,
            required: Bool = true,
            allowed: [String] = [],
            pattern: String? = nil,
            format: Format? = nil
        ) {
            self.init(
                name,
                .string,
                description,
                required: required,
                allowed: allowed,
                pattern: pattern,
                format: format
            )
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
    }

    /// File name without extension, and name of the table in formats that hold several.
    public var name: String
    public var title: String
    public var fields: [Field]
    public var primaryKey: [String]
    public var foreignKeys: [ForeignKey]
    private let makeRows: @Sendable () -> Rows

    /// Made when asked for: a descriptor describes a table without them.
    public var rows: [[Value]] { Array(makeRows()) }
    /// The rows one by one, each made when it is its turn: a writer needs no two of them at once.
    var eachRow: Rows { makeRows() }

    /// Rows that are made one by one. A closure, because the standard library's sequence of any kind takes as long to ask
    /// for a row as making one.
    struct Rows: Sequence, IteratorProtocol {
        fileprivate let make: () -> [Value]?

        func next() -> [Value]? { make() }
    }

    // Inlined, so that making a row is compiled for each table.
    @inline(__always) package init(
        name: String,
        title: String,
        fields: [Field],
        primaryKey: [String],
        foreignKeys: [ForeignKey] = [],
        rows: @escaping @autoclosure @Sendable () -> some Sequence<[Value]> & SendableMetatype
    ) {
        self.name = name
        self.title = title
        self.fields = fields
        self.primaryKey = primaryKey
        self.foreignKeys = foreignKeys
        makeRows = {
            var iterator = rows().makeIterator()
            return Rows { iterator.next() }
        }
        // A key of several columns is unique as a whole.
        for index in fields.indices where primaryKey == [fields[index].name] { self.fields[index].isUnique = true }
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

extension DataTable.Field {
    // Columns that several tables have.
    static func row(_ description: String, required: Bool = true) -> Self {
        Self("row_id", description, required: required, pattern: ValuePattern.rowID)
    }

    static func cell(_ description: String, required: Bool = true) -> Self {
        Self("cell_id", description, required: required, pattern: ValuePattern.cellID)
    }

    /// Where something begins in a text: a UTF-8 byte offset.
    static func start(_ description: String, required: Bool = true) -> Self {
        Self("start", .integer, description, required: required, from: 0)
    }

    /// Where it ends: nothing is empty.
    static func end(required: Bool = true) -> Self {
        Self("end", .integer, "UTF-8 byte offset behind the last character", required: required, from: 1)
    }
}

extension DataTable.ForeignKey {
    static let row = DataTable.ForeignKey(field: "row_id", table: "rows", tableField: "row_id")
    static let column = DataTable.ForeignKey(field: "column_id", table: "columns", tableField: "column_id")
    static let cell = DataTable.ForeignKey(field: "cell_id", table: "cells", tableField: "cell_id")
}

extension [Passage] {
    /// The texts in one field.
    var joined: String {
        count == 1 ? self[0].text : map(\.text).joined(separator: DataTable.separator)
    }
}
