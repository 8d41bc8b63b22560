import FileSystem
import TesseraModel

/// What is known of the descriptors of an output folder, so that the catalogue of ten thousand datasets need not read all
/// of them after one has changed.
///
/// A line a dataset, with the stamp of its descriptor; the first line has the stamp of the catalogue.
struct CatalogNotes {
    private static let fileName = "catalog.jsonl"
    private static let sizeLimit = 1 << 30

    private struct Note {
        var stamp: String
        var entry: String
    }

    private var notes: [String: Note] = [:]
    private var catalogStamp = ""

    init() {}

    /// Reads the notes of a folder; what cannot be read is found out anew.
    init(in output: OutputFolder) {
        do {
            let path = output.state(CatalogNotes.fileName)
            guard try FileSystem.kind(of: path) == .file else { return }
            let lines = try FileSystem.contents(of: path, limit: CatalogNotes.sizeLimit).split(separator: 0x0A)
            guard let first = lines.first else { return }
            catalogStamp = String(decoding: first, as: UTF8.self)
            for line in lines.dropFirst() {
                // No path holds a NUL.
                let fields = line.split(separator: 0, omittingEmptySubsequences: false)
                guard fields.count == 3 else { continue }
                let texts = fields.map { String(decoding: $0, as: UTF8.self) }
                notes[texts[0]] = Note(stamp: texts[1], entry: texts[2])
            }
        } catch {
            self = CatalogNotes()
        }
    }

    /// The entry of a dataset whose descriptor has not changed.
    func entry(_ dataset: String, _ stamp: FileStamp) -> OutputCatalog.Entry? {
        guard let note = notes[dataset], note.stamp == stamp.text else { return nil }
        do {
            return try OutputCatalog.Entry(JSONCursor(JSONParser.parse(Array(note.entry.utf8))))
        } catch {
            return nil
        }
    }

    mutating func note(_ dataset: String, _ stamp: FileStamp, _ entry: OutputCatalog.Entry) {
        notes[dataset] = Note(stamp: stamp.text, entry: entry.json.description)
    }

    func isSame(as other: CatalogNotes) -> Bool {
        notes.count == other.notes.count && notes.allSatisfy { other.notes[$0]?.stamp == $1.stamp }
    }

    /// Whether the catalogue is as it was when the notes were written.
    func isUntouched(_ catalog: String) throws(FileFailure) -> Bool {
        guard let stamp = try FileSystem.stamp(of: catalog) else { return false }
        return stamp.text == catalogStamp
    }

    func write(to output: OutputFolder, catalog: String) throws(FileFailure) {
        var text = Array((try FileSystem.stamp(of: catalog)?.text ?? "-").utf8) + [0x0A]
        for (dataset, note) in notes.sorted(by: { $0.key < $1.key }) {
            text += Array("\(dataset)\0\(note.stamp)\0\(note.entry)\n".utf8)
        }
        try output.makeStateFolder()
        try FileSystem.writeAtomically(text, to: output.state(CatalogNotes.fileName), isDurable: false)
    }
}

extension FileStamp {
    fileprivate var text: String { "\(inode) \(size) \(modified) \(changed)" }
}
