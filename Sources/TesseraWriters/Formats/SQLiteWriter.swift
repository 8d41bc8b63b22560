import LibSQLite
public import TesseraModel

/// Writes `dataset.sqlite`: the tables with types, keys and indexes, a search over the texts of cells, and views.
public struct SQLiteWriter: Writer {
    public init() {}

    public let name = "sqlite"
    public let title = "SQLite database"
    public let files = [
        DatasetFile(
            "dataset.sqlite",
            "All tables, as a database",
            mediaType: "application/vnd.sqlite3",
            isText: false
        )
    ]

    public func write(
        _ report: CheckedReport,
        after written: [OutputFile]
    ) throws(DocumentFailure) -> [OutputFile] {
        do {
            return [OutputFile(name: files[0].name, bytes: try SQLiteWriter.database(report.report).serialised())]
        } catch {
            throw DocumentFailure(
                Diagnostic(
                    "unwritable-format",
                    .error,
                    "no database can be made: \(error)",
                    suggestion: "see that there is memory, or leave 'sqlite' out of the formats"
                )
            )
        }
    }

    private static func database(_ report: Report) throws(SQLiteFailure) -> SQLiteDatabase {
        let schema = SQLiteSchema(report)
        let database = try SQLiteDatabase()
        // What was once in a page never stays in it, so that the bytes depend on the report alone.
        // Nothing is ever rolled back, so that no journal is needed.
        try database.execute(
            "PRAGMA secure_delete = ON; PRAGMA foreign_keys = OFF; PRAGMA journal_mode = OFF; BEGIN;"
        )
        for statement in schema.tables { try database.execute(statement) }
        for contents in schema.contents {
            let insertion = SQLiteSchema.insertion(into: contents.table, of: contents.width)
            try database.execute(insertion, forEach: contents.nextRow)
        }
        for statement in schema.furtherStatements { try database.execute(statement) }
        try database.execute("COMMIT;")
        return database
    }
}
