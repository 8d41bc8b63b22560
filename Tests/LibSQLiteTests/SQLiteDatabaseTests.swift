import LibSQLite
import Testing

/// Databases in memory, through SQLite's own language.
@Suite struct SQLiteDatabaseTests {
    private static let values: [SQLiteValue] = [
        .null, .integer(0), .integer(.max), .integer(.min), .real(0.85), .real(-1e300), .text(""), .text("N/A"),
        .text("“Unmarked” arms\n\n日本語"), .text("a NUL \0 inside"),
    ]

    private func table(_ values: [SQLiteValue] = values) throws -> SQLiteDatabase {
        let database = try SQLiteDatabase()
        try database.execute("CREATE TABLE facts (number INTEGER PRIMARY KEY, value);")
        let rows = values.enumerated().map { [SQLiteValue.integer(Int64($0)), $1] }
        try database.execute("INSERT INTO facts VALUES (?, ?);", for: rows)
        return database
    }

    @Test func valuesComeBackAsTheyWere() throws {
        let rows = try table().rows("SELECT value FROM facts ORDER BY number;")
        #expect(rows == Self.values.map { [$0] })
    }

    @Test func aDatabaseSurvivesAsBytes() throws {
        let bytes = try table().serialised()
        #expect(bytes.starts(with: Array("SQLite format 3\0".utf8)))
        let copy = try SQLiteDatabase(bytes)
        #expect(try copy.rows("SELECT value FROM facts ORDER BY number;") == Self.values.map { [$0] })
        #expect(try copy.rows("PRAGMA integrity_check;") == [[.text("ok")]])
        // The copy can grow, and the bytes are not changed by what happens to it.
        try copy.execute("CREATE TABLE more (text TEXT);")
        try copy.execute("INSERT INTO more VALUES (?);", for: (0..<2_000).map { [.text("row \($0)")] })
        #expect(try copy.rows("SELECT count(*) FROM more;") == [[.integer(2_000)]])
        #expect(try SQLiteDatabase(bytes).rows("SELECT count(*) FROM facts;") == [[.integer(10)]])
    }

    @Test func theSameStatementsGiveTheSameBytes() throws {
        let texts = (0..<5_000).map { SQLiteValue.text(String(repeating: "text \($0 % 97) ", count: $0 % 60)) }
        #expect(try table(texts).serialised() == (try table(texts).serialised()))
    }

    @Test func anEmptyDatabaseHasNoBytes() throws {
        #expect(try SQLiteDatabase().rows("SELECT count(*) FROM sqlite_schema;") == [[.integer(0)]])
        #expect(try SQLiteDatabase([]).rows("SELECT count(*) FROM sqlite_schema;") == [[.integer(0)]])
    }

    @Test func findsWords() throws {
        let database = try SQLiteDatabase()
        try database.execute("CREATE VIRTUAL TABLE search USING fts5 (text);")
        try database.execute(
            "INSERT INTO search VALUES (?);",
            for: [[.text("The marking of arms")], [.text("Tracing")]]
        )
        let rows = try database.rows("SELECT text FROM search WHERE search MATCH 'MARKING';")
        #expect(rows == [[.text("The marking of arms")]])
    }

    @Test(arguments: [
        ("SELEC 1;", "syntax error"), ("SELECT * FROM nowhere;", "no such table: nowhere"), ("", "no statement"),
        ("INSERT INTO facts VALUES (1, 'twice');", "UNIQUE constraint failed: facts.number"),
    ])
    func saysWhatIsWrong(statement: String, message: String) throws {
        let database = try table()
        do {
            _ = try database.rows(statement)
            Issue.record("nothing was thrown")
        } catch {
            #expect(error.message.contains(message), "\(error)")
            #expect(error.code != 0)
        }
        #expect(try database.rows("SELECT count(*) FROM facts;") == [[.integer(10)]])
    }

    @Test func aRowHasOneValueForEachMark() throws {
        let database = try table()
        #expect(throws: SQLiteFailure.self) {
            try database.execute("INSERT INTO facts VALUES (?, ?);", for: [[.integer(77)]])
        }
        #expect(throws: SQLiteFailure.self) {
            try database.execute("INSERT INTO facts VALUES (?, ?);", for: [[.integer(77), .null, .null]])
        }
        #expect(try database.rows("SELECT count(*) FROM facts;") == [[.integer(10)]])
    }

    @Test func whatIsNoDatabaseFailsInTheFirstQuery() throws {
        let database = try SQLiteDatabase(Array(repeating: 0x41, count: 8_192))
        #expect(throws: SQLiteFailure.self) { _ = try database.rows("SELECT * FROM sqlite_schema;") }
    }
}
