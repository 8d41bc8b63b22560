import FileSystem
import LibSQLite
import TesseraModel

/// What became of the documents of an output folder when they were last converted, so that a document that has not
/// changed is not read again.
///
/// A document is known by its absolute path. Its outcome counts as long as its source, its pipeline, the program, the
/// options and the dataset in the output folder are what they were. It is kept in SQLite, for a process that is killed
/// at any moment must leave a database that can be read.
///
/// It belongs to one thread, and to the process that holds the ``OutputLock`` of the folder.
final class ConversionCache {
    private let database: SQLiteDatabase
    private let output: OutputFolder
    private let keys: CacheKeys
    private let sizeLimit: Int
    private let retriesFailed: Bool
    private let tellsNotes: Bool
    private let workingDirectory: String
    private var entries: [String: Entry] = [:]
    private var changes: [[SQLiteValue]] = []

    static let fileName = "cache.sqlite"
    /// Another layout of the tables has another number.
    static let version: Int64 = 1

    /// Opens the cache of an output folder.
    /// - Parameters:
    ///   - output: the folder.
    ///   - keys: what outcomes depend on.
    ///   - sizeLimit: the largest document that is read, in bytes.
    ///   - retriesFailed: whether documents that failed are converted again.
    ///   - tellsNotes: whether notes are told that a dataset has.
    /// - Throws: `SQLiteFailure` or `FileFailure` where it cannot be used.
    init(
        _ output: OutputFolder,
        keys: CacheKeys,
        sizeLimit: Int,
        retriesFailed: Bool,
        tellsNotes: Bool
    ) throws {
        let workingDirectory = try FileSystem.workingDirectory
        try output.makeStateFolder()
        let database = try ConversionCache.database(of: output)
        var entries: [String: Entry] = [:]
        for row in try database.rows("SELECT \(ConversionCache.columns) FROM documents") {
            guard let path = row[0].text, let entry = Entry(row.dropFirst()) else { continue }
            entries[path] = entry
        }
        self.output = output
        self.keys = keys
        self.sizeLimit = sizeLimit
        self.retriesFailed = retriesFailed
        self.tellsNotes = tellsNotes
        self.workingDirectory = workingDirectory
        self.entries = entries
        self.database = database
    }

    /// Opens the database, with the tables of this version.
    static func database(of output: OutputFolder) throws(SQLiteFailure) -> SQLiteDatabase {
        let database = try SQLiteDatabase(file: output.state(fileName))
        // The lock of the folder keeps others out; a power cut may cost the last outcomes, and nothing else.
        try database.execute("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;")
        if try database.rows("PRAGMA user_version").first != [.integer(version)] {
            try database.execute("DROP TABLE IF EXISTS documents;")
            try database.execute(tables)
        }
        return database
    }

    private static let columns = "path, stamp, sha256, key, pipeline, dataset, dataset_stamp, record, program, is_sound"

    private static let tables = """
        CREATE TABLE documents (
            path TEXT PRIMARY KEY, stamp TEXT NOT NULL, sha256 TEXT NOT NULL, key TEXT NOT NULL, pipeline TEXT,
            dataset TEXT, dataset_stamp TEXT NOT NULL, record TEXT NOT NULL, program TEXT NOT NULL, is_sound INTEGER NOT NULL
        ) STRICT;
        PRAGMA user_version = \(version);
        """

    /// The cache of a run; nil where it has none, or none can be had.
    /// - Parameter diagnostics: takes what stands in the way.
    static func opened(for runner: Runner, _ diagnostics: inout [Diagnostic]) -> ConversionCache? {
        guard let output = runner.options.output, let keys = runner.converter.keys else { return nil }
        let retriesFailed: Bool
        switch runner.options.cache {
        case .none: return nil
        case .all: retriesFailed = false
        case .allButFailed: retriesFailed = true
        }
        func open() throws -> ConversionCache {
            let limit = runner.converter.limits[.fileSize]
            return try ConversionCache(
                output,
                keys: keys,
                sizeLimit: limit,
                retriesFailed: retriesFailed,
                tellsNotes: runner.options.tellsNotes
            )
        }
        do {
            return try open()
        } catch {
            diagnostics.append(.unusableCache("\(error)"))
        }
        // What is damaged can be made again.
        for suffix in ["", "-wal", "-shm"] { _ = OutputFolder.removing(output.state(fileName + suffix)) }
        do {
            return try open()
        } catch {
            return nil
        }
    }

    /// What became of a document, where that still holds.
    /// - Parameter stamp: that of the source as it is now.
    /// - Returns: the conversion, and whether its dataset stands in its place. A sound document can have none, where
    ///   another gave the same dataset, or warnings failed it.
    func outcome(of source: SourcePath, _ stamp: SourceStamp) -> (conversion: Conversion, isInPlace: Bool)? {
        let path = self.path(of: source)
        guard var entry = entries[path], entry.key == keys.key(for: entry.pipeline) else { return nil }
        if entry.stamp != stamp.digest || !stamp.isSettled {
            guard SourceStamp.checksum(of: source, limit: sizeLimit) == entry.sha256 else { return nil }
            entry.stamp = stamp.digest
            entries[path] = entry
            note(path, entry)
        }
        guard isInPlace(entry), var conversion = entry.conversion(source) else { return nil }
        guard !(retriesFailed && !conversion.isSound()), conversion.dataset == entry.dataset else { return nil }
        conversion.timings = StageTimings()
        if tellsNotes, !conversion.foldedNotes.isEmpty {
            guard let diagnostics = diagnostics(of: entry) else { return nil }
            conversion.diagnostics = diagnostics
            conversion.foldedNotes = [:]
        }
        return (conversion, !entry.datasetStamp.isEmpty)
    }

    /// All diagnostics, as the dataset has them; nil where they cannot be read, so that the document is converted again.
    private func diagnostics(of entry: Entry) -> [Diagnostic]? {
        do {
            let report = try FileSystem.contents(of: "\(output.path)/\(entry.dataset ?? "")/report.json")
            return try JSONCursor(JSONParser.parse(report)).items("diagnostics") { item throws(JSONDecodingFailure) in
                try item.diagnostic()
            }
        } catch {
            return nil
        }
    }

    /// The path by which a document is known: from the root of the file system, without a look at it.
    private func path(of source: SourcePath) -> String {
        source.file.hasPrefix("/") ? source.file : "\(workingDirectory)/\(source.file)"
    }

    /// Whether the dataset stands where it was put, untouched.
    private func isInPlace(_ entry: Entry) -> Bool {
        guard let dataset = entry.dataset, !entry.datasetStamp.isEmpty else { return true }
        do {
            return try DatasetStamp.of("\(output.path)/\(dataset)") == entry.datasetStamp
        } catch {
            // Whoever writes it will find out why.
            return false
        }
    }

    /// Notes what became of a document; ``save()`` writes it.
    /// - Parameters:
    ///   - conversion: as it was before others were looked at, with the dataset that stands in its place.
    ///   - stamp: that of the source before it was read.
    func remember(_ conversion: Conversion, _ stamp: SourceStamp) {
        // Of a document that was given up, nothing else tells what it was.
        let sha256 = conversion.origin?.sha256 ?? SourceStamp.checksum(of: conversion.source, limit: sizeLimit)
        guard let sha256, conversion.isRepeatable else { return forget(conversion.source) }
        let path = self.path(of: conversion.source)
        var record = conversion
        record.staged = nil
        if conversion.hasReportFile, conversion.staged != nil { record.foldNotes() }
        let entry = Entry(
            stamp: stamp.digest,
            sha256: sha256,
            key: keys.key(for: conversion.pipeline),
            pipeline: conversion.pipeline,
            dataset: conversion.dataset,
            datasetStamp: conversion.staged?.stamp ?? "",
            record: record.record.description,
            isSound: conversion.isSound()
        )
        // Only what was there before the run is asked for again; the rest need not be kept in memory.
        entries[path] = nil
        note(path, entry)
    }

    /// Forgets a document.
    func forget(_ source: SourcePath) {
        let path = self.path(of: source)
        if entries.removeValue(forKey: path) != nil { changes.append([.text(path)]) }
    }

    private func note(_ path: String, _ entry: Entry) {
        changes.append([.text(path)] + entry.values)
    }

    /// Writes what was noted.
    /// - Throws: `SQLiteFailure`; then nothing of it is written.
    func save() throws(SQLiteFailure) {
        guard !changes.isEmpty else { return }
        let changes = changes
        self.changes = []
        try database.execute("BEGIN")
        do throws(SQLiteFailure) {
            let gone = changes.filter { $0.count == 1 }
            try database.execute("DELETE FROM documents WHERE path = ?", for: gone)
            let marks = changes.first { $0.count > 1 }.map { $0.map { _ in "?" }.joined(separator: ", ") }
            if let marks {
                let sql = "INSERT OR REPLACE INTO documents (\(ConversionCache.columns)) VALUES (\(marks))"
                try database.execute(sql, for: changes.filter { $0.count > 1 })
            }
            try database.execute("COMMIT")
        } catch {
            try database.execute("ROLLBACK")
            throw error
        }
    }
}

extension Diagnostic {
    static func unusableCache(_ reason: String) -> Diagnostic {
        Diagnostic(
            "unusable-cache",
            .warning,
            "what earlier runs have found out cannot be used: \(reason)",
            suggestion: "nothing is lost but time; if it comes again, remove the folder '.tessera' in the output folder"
        )
    }
}

extension Conversion {
    /// Diagnostics of what lies outside of the source, so that the same source may do better the next time.
    private static let passing: Set<String> = [
        "unreadable-file", "missing-program", "missing-library", "unwritable-dataset", "full-disk", "foreign-files",
        "open-files", "leftover-files",
    ]

    /// Whether the document would fare the same the next time.
    fileprivate var isRepeatable: Bool { !diagnostics.contains { Conversion.passing.contains($0.id) } }
}
