import LibSQLite
import TesseraModel

/// What makes up the database of a report, as SQL and as rows.
///
/// It is read by every SQLite since 3.9 (2015). So the tables are not `STRICT`, which those before 3.37 (2021) call a
/// malformed schema; `CHECK` constraints see to the types instead.
struct SQLiteSchema {
    /// Marks the file for programs that look (`file`, PRAGMA application_id): "TESS".
    static let applicationID = 0x5445_5353
    /// Version of the schema: it changes where a query of somebody could break.
    static let version = 1

    private let report: Report
    /// The tables of the dataset but for the matrix, which is a view here.
    private let dataTables: [DataTable]

    init(_ report: Report) {
        self.report = report
        dataTables = DataTable.all(of: report).filter { $0.name != "matrix" }
    }

    // MARK: Tables

    /// Statements that make the tables.
    var tables: [String] { [SQLiteSchema.reportTable] + keyColumns.map(\.definition) + dataTables.map(definition) }

    /// A table with its rows.
    struct Contents {
        var table: String
        /// How many values a row has.
        var width: Int
        /// The next row; nil behind the last one.
        var nextRow: () -> [SQLiteValue]?

        init(_ table: String, _ rows: [[SQLiteValue]]) {
            self.table = table
            width = rows.first?.count ?? 1
            var iterator = rows.makeIterator()
            nextRow = { iterator.next() }
        }

        init(_ table: DataTable) {
            let isCells = table.name == "cells"
            self.table = table.name
            width = table.fields.count + (isCells ? 1 : 0)
            let rows = table.eachRow
            var number: Int64 = 0
            nextRow = {
                guard let row = rows.next() else { return nil }
                var values: [SQLiteValue] = []
                values.reserveCapacity(row.count + 1)
                for value in row { values.append(value.sqlite) }
                number += 1
                if isCells { values.append(.integer(number)) }
                return values
            }
        }
    }

    /// The tables with their rows, in the order of ``tables``.
    var contents: [Contents] {
        [Contents("report", [reportRow])]
            + keyColumns.map { column in Contents(column.table, column.values(in: dataTables).map { [$0] }) }
            + dataTables.map(Contents.init)
    }

    static func insertion(into table: String, of count: Int) -> String {
        "INSERT INTO \(name(table)) VALUES (\([String](repeating: "?", count: count).joined(separator: ", ")));"
    }

    private func definition(_ table: DataTable) -> String {
        // SQLite wants one parent for each key, and a parent's column must be unique.
        let isCells = table.name == "cells"
        var lines = table.fields.map { field in SQLiteSchema.column(field) }
        if isCells {
            // The search points to rows by number, and only a number that is the key survives VACUUM.
            lines.append("cell_number INTEGER PRIMARY KEY")
            lines.append("UNIQUE (cell_id)")
        } else {
            lines.append("PRIMARY KEY (\(table.primaryKey.map(SQLiteSchema.name).joined(separator: ", ")))")
        }
        for column in keyColumns where column.source.table == table.name {
            lines.append(SQLiteSchema.reference(column.source.field, to: column.table, column.field))
        }
        for key in table.foreignKeys {
            let parent = keyColumns.first { $0.source == (key.table, key.tableField) }?.table ?? key.table
            lines.append(SQLiteSchema.reference(key.field, to: parent, key.tableField))
        }
        return "CREATE TABLE \(SQLiteSchema.name(table.name)) (\n    \(lines.joined(separator: ",\n    "))\n);"
    }

    private static func column(_ field: DataTable.Field) -> String {
        let column = name(field.name)
        // SQLite would put a text into a column of numbers; a number in a column of texts becomes a text.
        let (type, storage): (String, String?) =
            switch field.kind {
            case .string: ("TEXT", nil)
            case .integer: ("INTEGER", "'integer'")
            case .number: ("REAL", "'real'")
            }
        var definition = "\(column) \(type)" + (field.isRequired ? " NOT NULL" : "")
        if let storage {
            definition += " CHECK (typeof(\(column)) IN (\(storage)\(field.isRequired ? "" : ", 'null'")))"
        }
        // No value is no wrong value: a check that comes to null has passed.
        if let least = field.minimum { definition += " CHECK (\(column) >= \(least.plainDescription))" }
        if let greatest = field.maximum { definition += " CHECK (\(column) <= \(greatest.plainDescription))" }
        let allowed = field.allowed.map(text).joined(separator: ", ")
        if !allowed.isEmpty { definition += " CHECK (\(column) IN (\(allowed)))" }
        return definition
    }

    private static func reference(_ field: String, to table: String, _ column: String) -> String {
        "FOREIGN KEY (\(name(field))) REFERENCES \(name(table)) (\(name(column)))"
    }

    // MARK: Keys onto columns that are not unique

    /// A table of the different values of a column that others refer to and that is not unique: `urls`.
    ///
    /// `resources.url` must stand in `links.url`, where it may stand several times. Both refer to `urls` instead.
    private struct KeyColumn {
        var source: (table: String, field: String)
        var table: String { "\(source.field)s" }
        var field: String { source.field }

        var definition: String {
            "CREATE TABLE \(SQLiteSchema.name(table)) (\n    \(SQLiteSchema.name(field)) TEXT NOT NULL PRIMARY KEY\n);"
        }

        /// In the order in which they occur first.
        func values(in tables: [DataTable]) -> [SQLiteValue] {
            guard let table = tables.first(where: { $0.name == source.table }),
                let index = table.fields.firstIndex(where: { $0.name == source.field })
            else { return [] }
            var seen = Set<String>()
            return table.eachRow.compactMap { row in
                let value = row[index].sqlite
                guard case .text(let text) = value, seen.insert(text).inserted else { return nil }
                return value
            }
        }
    }

    private var keyColumns: [KeyColumn] {
        var columns: [KeyColumn] = []
        for key in dataTables.flatMap(\.foreignKeys) {
            let source = (table: key.table, field: key.tableField)
            guard let parent = dataTables.first(where: { $0.name == key.table }),
                parent.primaryKey != [key.tableField], !columns.contains(where: { $0.source == source })
            else { continue }
            columns.append(KeyColumn(source: source))
        }
        return columns
    }

    // MARK: The report itself

    private static let reportTable = """
        CREATE TABLE report (
            report_id TEXT NOT NULL PRIMARY KEY,
            title TEXT NOT NULL,
            revised TEXT,
            document_code TEXT,
            language TEXT,
            scheme TEXT NOT NULL,
            source_path TEXT NOT NULL,
            source_media_type TEXT NOT NULL,
            source_sha256 TEXT NOT NULL,
            source_bytes INTEGER NOT NULL
        );
        """

    private var reportRow: [SQLiteValue] {
        let identity = report.identity
        return [
            .text(identity.id), .text(identity.title), .optional(identity.revised?.description),
            .optional(identity.documentCode), .optional(identity.language), .text(identity.scheme),
            .text(report.source.path), .text(report.source.mediaType), .text(report.source.sha256),
            .integer(Int64(report.source.bytes)),
        ]
    }

    // MARK: Indexes, search, views

    /// Statements for what is made once the tables are full.
    var furtherStatements: [String] {
        indexes + [SQLiteSchema.search, matrixView, SQLiteSchema.contextView]
            + [
                "PRAGMA application_id = \(SQLiteSchema.applicationID);",
                "PRAGMA user_version = \(SQLiteSchema.version);",
            ]
    }

    /// One index for each column that refers to another table, where the primary key does not serve.
    private var indexes: [String] {
        dataTables.flatMap { table in
            let sources = keyColumns.filter { $0.source.table == table.name }.map(\.source.field)
            return (table.foreignKeys.map(\.field) + sources).filter { $0 != table.primaryKey.first }.map { field in
                let index = SQLiteSchema.name("\(table.name)_\(field)")
                return "CREATE INDEX \(index) ON \(SQLiteSchema.name(table.name)) (\(SQLiteSchema.name(field)));"
            }
        }
    }

    /// The search keeps no texts of its own; triggers tell it what somebody changes in `cells`.
    private static let search = """
        CREATE VIRTUAL TABLE cell_search USING fts5 (
            cell_id UNINDEXED, text,
            content = 'cells', content_rowid = 'cell_number', tokenize = 'unicode61 remove_diacritics 2'
        );
        INSERT INTO cell_search (cell_search) VALUES ('rebuild');
        CREATE TRIGGER cells_inserted AFTER INSERT ON cells BEGIN
            INSERT INTO cell_search (rowid, cell_id, text) VALUES (new.cell_number, new.cell_id, new.text);
        END;
        CREATE TRIGGER cells_deleted AFTER DELETE ON cells BEGIN
            INSERT INTO cell_search (cell_search, rowid, cell_id, text)
            VALUES ('delete', old.cell_number, old.cell_id, old.text);
        END;
        CREATE TRIGGER cells_updated AFTER UPDATE ON cells BEGIN
            INSERT INTO cell_search (cell_search, rowid, cell_id, text)
            VALUES ('delete', old.cell_number, old.cell_id, old.text);
            INSERT INTO cell_search (rowid, cell_id, text) VALUES (new.cell_number, new.cell_id, new.text);
        END;
        """

    /// The matrix as `matrix.csv` has it.
    private var matrixView: String {
        let columns = report.contentColumns.map { column in
            """
            (SELECT text FROM cells WHERE cells.row_id = rows.row_id AND cells.column_id = \
            \(SQLiteSchema.text(column.id))) AS \(SQLiteSchema.name(column.id))
            """
        }
        let fields = (["rows.row_id", "rows.labels", "rows.titles"] + columns).joined(separator: ",\n    ")
        return "CREATE VIEW matrix AS SELECT\n    \(fields)\nFROM rows ORDER BY rows.position;"
    }

    private static let contextView = """
        CREATE VIEW cell_with_context AS SELECT
            report.report_id, report.title AS report_title, report.revised,
            cells.cell_id, cells.row_id, rows.position AS row_position, rows.labels, rows.titles,
            cells.column_id, columns.position AS column_position, columns.heading,
            cells.status, cells.text, cells.words, cells.confidence
        FROM cells
            JOIN rows ON rows.row_id = cells.row_id
            JOIN columns ON columns.column_id = cells.column_id
            CROSS JOIN report
        ORDER BY rows.position, columns.position;
        """

    // MARK: Notation

    /// A name, in quotation marks where it could be a word of SQL or is no plain word.
    static func name(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    /// A text in SQL.
    private static func text(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }
}

extension DataTable.Value {
    /// An empty text is none, as in CSV.
    fileprivate var sqlite: SQLiteValue {
        switch self {
        case .null, .text(""): .null
        case .text(let text): .text(text)
        case .integer(let number): .integer(Int64(number))
        case .number(let number): .real(number)
        }
    }
}

extension SQLiteValue {
    fileprivate static func optional(_ text: String?) -> SQLiteValue { text.map(SQLiteValue.text) ?? .null }
}
