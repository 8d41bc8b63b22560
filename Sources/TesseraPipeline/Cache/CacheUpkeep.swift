import FileSystem
import LibSQLite
import TesseraModel

/// What an output folder remembers of earlier runs, for those who want to know or to clear it away.
public final class CacheUpkeep {
    /// How much is remembered.
    public struct Status: Sendable, Equatable {
        /// Documents that are remembered.
        public var documents = 0
        /// Those among them that failed.
        public var failed = 0
        /// Those that no run will ask for again: their source is gone, or another build of the program converted them.
        public var stale = 0
        /// Bytes on the disk, of everything in the program's own folder.
        public var bytes = 0
    }

    private let output: OutputFolder
    private let lock: OutputLock
    private let database: SQLiteDatabase

    /// Opens what is remembered; while this is open, no run can write to the folder.
    /// - Parameter path: the output folder.
    /// - Throws: ``SetUpFailure`` where there is no such folder, it is in use, or its cache is damaged.
    public init(of path: String) throws(SetUpFailure) {
        guard FileSystem.isWritableDirectory(path) else { throw SetUpFailure(path, .missingInput) }
        let output = try OutputFolder(path)
        let lock = try OutputLock(output)
        let database: SQLiteDatabase
        do {
            database = try ConversionCache.database(of: output)
        } catch {
            throw SetUpFailure(output.path, .unusableCache(error.description))
        }
        self.output = output
        self.lock = lock
        self.database = database
    }

    /// - Throws: ``SetUpFailure`` where it cannot be read.
    public func status() throws(SetUpFailure) -> Status {
        var status = Status()
        for row in try rows("SELECT path, program, is_sound FROM documents") {
            status.documents += 1
            if row[2] == .integer(0) { status.failed += 1 }
            if isStale(row) { status.stale += 1 }
        }
        do {
            let folder = "\(output.path)/\(OutputFolder.stateFolder)"
            for file in try FileSystem.files(below: folder) {
                status.bytes += Int(try FileSystem.stamp(of: "\(folder)/\(file)")?.size ?? 0)
            }
        } catch {
            throw SetUpFailure(output.path, .unreadable(error))
        }
        return status
    }

    /// Forgets what no run will ask for again, and removes what was read of it. The parts of a report are read again.
    /// - Parameter all: whether to forget everything else as well.
    /// - Returns: how many documents were forgotten.
    /// - Throws: ``SetUpFailure`` where that cannot be written.
    public func prune(all: Bool) throws(SetUpFailure) -> Int {
        let known = try rows("SELECT path, program, is_sound, sha256 FROM documents")
        let gone = known.filter { all || isStale($0) }
        let kept = all ? [] : known.filter { !isStale($0) }.compactMap(\.[3].text)
        do {
            try database.execute("BEGIN")
            try database.execute("DELETE FROM documents WHERE path = ?", for: gone.map { [$0[0]] })
            try database.execute("COMMIT; VACUUM; PRAGMA wal_checkpoint(TRUNCATE);")
        } catch {
            throw SetUpFailure(output.path, .unusableCache(error.description))
        }
        do {
            try ExtractStore(in: output).prune(keeping: Set(kept))
        } catch {
            throw SetUpFailure(output.path, .unwritableOutput(error.description))
        }
        return gone.count
    }

    private func rows(_ sql: String) throws(SetUpFailure) -> [[SQLiteValue]] {
        do {
            return try database.rows(sql)
        } catch {
            throw SetUpFailure(output.path, .unusableCache(error.description))
        }
    }

    private func isStale(_ row: [SQLiteValue]) -> Bool {
        guard let path = row[0].text, row[1].text == CacheKeys.program else { return true }
        do {
            return try FileSystem.stamp(of: path) == nil
        } catch {
            // It may be there again tomorrow.
            return false
        }
    }
}
