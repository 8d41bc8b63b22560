import FileSystem
import LibNettle

/// What tells whether a source was touched, without reading it.
struct SourceStamp {
    /// SHA-256 over the names and stamps of the source's files.
    let digest: String
    /// Bytes of all files together.
    let size: Int
    /// Whether the stamp can be trusted. A file that was touched just now may be touched once more within one tick of the
    /// file system's clock, and keep its stamp (git has the same with its index: Documentation/technical/racy-git).
    let isSettled: Bool

    /// The coarsest clock of a file system that is in use: 2 seconds, on FAT. In nanoseconds.
    private static let tick: Int64 = 2_000_000_000

    /// Nil where a file is missing or cannot be looked at: reading it gives the error.
    init?(of source: SourcePath) {
        var text: [UInt8] = []
        var size: Int64 = 0
        var latest = Int64.min
        do {
            for (name, file) in source.files {
                guard let stamp = try FileSystem.stamp(of: file) else { return nil }
                text += name.utf8
                text.append(0)
                stamp.append(to: &text)
                size += stamp.size
                latest = max(latest, stamp.modified, stamp.changed)
            }
        } catch {
            return nil
        }
        digest = SHA256.hexDigest(of: text)
        self.size = Int(size)
        isSettled = latest < Int64(FileSystem.timeOfDay) * 1_000_000 - SourceStamp.tick
    }

    /// SHA-256 of the source's bytes; nil where they cannot be read, and of a report in parts, which may have been cut
    /// anew.
    static func checksum(of source: SourcePath, limit: Int) -> String? {
        guard source.parts.isEmpty else { return nil }
        do {
            return SHA256.hexDigest(of: try FileSystem.contents(of: source.file, limit: limit))
        } catch {
            return nil
        }
    }
}

extension SourcePath {
    /// The files of the document, by the names that datasets have for them.
    var files: [(name: String, file: String)] {
        parts.isEmpty ? [(name, file)] : parts.map { ($0.name, $0.file) }
    }
}
