import LibSQLite
import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Compares a database with the one that the report gives, table by table.
///
/// The file may come from anywhere. Only tables whose definition is the program's own are read, so that no view,
/// trigger or computed column of somebody else's runs.
struct DatabaseCheck {
    let tables: [DataTable]
    let file: String

    /// - Parameters:
    ///   - bytes: the file.
    ///   - expected: the file as the report gives it; it is another one.
    /// - Returns: what differs; where all values are the same, that another program has saved them.
    func findings(_ bytes: [UInt8], expected: [UInt8]) -> [DatasetFinding] {
        do {
            let database = try SQLiteDatabase(DatabaseCheck.withoutLog(bytes))
            let original = try SQLiteDatabase(expected)
            try database.execute("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;")
            let found = try DatabaseCheck.definitions(of: database)
            let wanted = try DatabaseCheck.definitions(of: original)
            guard !found.isEmpty else { return [finding(.brokenDatabase("it holds nothing"))] }
            var findings = compare(found, wanted)
            if findings.isEmpty {
                // Now that all definitions are known, it is safe to let SQLite look at everything.
                for problem in try database.rows("PRAGMA integrity_check(1)") where problem != [.text("ok")] {
                    findings.append(finding(.brokenDatabase(problem.first?.plainText ?? "")))
                }
                try database.execute("INSERT INTO cell_search (cell_search) VALUES ('integrity-check');")
            }
            // What a search keeps follows from the cells, and SQLite has checked it.
            for object in wanted
            where object.kind == "table" && found.contains(object) && !object.name.hasPrefix("cell_search") {
                findings += try compareRows(of: object.name, database, original)
            }
            return findings.isEmpty ? [finding(.resavedDatabase)] : findings
        } catch {
            return [finding(.brokenDatabase(error.message))]
        }
    }

    /// A database that was opened with a write-ahead log says so in its header, and cannot be read from memory then. The
    /// log itself is no part of the file.
    private static func withoutLog(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.count > 20, bytes[18] == 2 || bytes[19] == 2 else { return bytes }
        var bytes = bytes
        bytes[18] = 1
        bytes[19] = 1
        return bytes
    }

    // MARK: Definitions

    private struct Definition: Hashable {
        var kind: String
        var name: String
        var sql: String
    }

    private static func definitions(of database: borrowing SQLiteDatabase) throws(SQLiteFailure) -> [Definition] {
        try database.rows("SELECT type, name, coalesce(sql, '') FROM sqlite_schema").compactMap { row in
            let definition = Definition(kind: row[0].plainText, name: row[1].plainText, sql: row[2].plainText)
            // What SQLite itself keeps, such as statistics.
            return definition.name.hasPrefix("sqlite_") ? nil : definition
        }
    }

    private func compare(_ found: [Definition], _ wanted: [Definition]) -> [DatasetFinding] {
        var findings: [DatasetFinding] = []
        for object in wanted where !found.contains(object) {
            let isThere = found.contains { $0.name == object.name }
            findings.append(
                finding(.changedDefinition(object.kind, object.name, isThere ? "is another one" : "is missing"))
            )
        }
        for object in found where !wanted.contains(where: { $0.name == object.name }) {
            let name = object.name.onOneLine.shortened(to: 60)
            findings.append(finding(.changedDefinition(object.kind, name, "is not the program's")))
        }
        return findings
    }

    // MARK: Rows

    private func compareRows(
        of name: String,
        _ database: borrowing SQLiteDatabase,
        _ original: borrowing SQLiteDatabase
    ) throws(SQLiteFailure) -> [DatasetFinding] {
        guard let table = tables.first(where: { $0.name == name }) else {
            let query = "SELECT * FROM \(DatabaseCheck.quoted(name)) ORDER BY rowid"
            let isSame = try database.rows(query) == original.rows(query)
            return isSame ? [] : [finding(.changedTable(name))]
        }
        let names = table.fields.map(\.name)
        let columns = names.map(DatabaseCheck.quoted).joined(separator: ", ")
        let query = "SELECT \(columns) FROM \(DatabaseCheck.quoted(name)) ORDER BY rowid"
        let records = try [names] + database.rows(query).map { $0.map(\.plainText) }
        let expected = CSVFile(CSVWriter.serialise(table)).fields
        guard records != expected else { return [] }
        let check = TableCheck(table: table, file: file, hasReport: true, keys: KeyValues())
        let result = check.check(CSVFile(CSVWriter.serialise(records)), expected: expected)
        return (result.findings + check.findings(for: result.changes)).map { found in
            var told = found.diagnostic
            told.message = "table \(name): \(told.message)"
            told.place = nil
            return DatasetFinding(told, in: file, record: found.record, column: found.column)
        }
    }

    private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    private func finding(_ diagnostic: Diagnostic) -> DatasetFinding { DatasetFinding(diagnostic, in: file) }
}

extension SQLiteValue {
    /// As it stands in a CSV file.
    fileprivate var plainText: String {
        switch self {
        case .null: ""
        case .integer(let number): String(number)
        case .real(let number): number.plainDescription
        case .text(let text): text
        }
    }
}

extension Diagnostic {
    fileprivate static let resavedDatabase = Diagnostic(
        "resaved-file",
        .warning,
        "the database was saved by another program; the values are the same",
        suggestion: "make it again with 'tessera convert' before you publish it: its checksum is another one"
    )

    fileprivate static func brokenDatabase(_ reason: String) -> Diagnostic {
        Diagnostic(
            "changed-file",
            .error,
            "the file is no whole SQLite database: \(reason.onOneLine.shortened(to: 120))",
            suggestion: .convertAgain
        )
    }

    fileprivate static func changedDefinition(_ kind: String, _ name: String, _ what: String) -> Diagnostic {
        Diagnostic(
            "changed-file",
            .error,
            "the \(kind) \(name) of the database \(what)",
            suggestion: .convertAgain
        )
    }

    fileprivate static func changedTable(_ name: String) -> Diagnostic {
        Diagnostic(
            "changed-file",
            .error,
            "table \(name): its records are not those that report.json gives",
            suggestion: .convertAgain
        )
    }
}
