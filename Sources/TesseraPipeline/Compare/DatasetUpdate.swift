import TesseraModel
import TesseraWriters

/// What became of a dataset when another took its place.
struct DatasetUpdate {
    /// What differs.
    let differences: [DatasetDifference]
    /// Files of the old one that were not as its descriptor says, sorted: somebody had changed or removed them.
    let damaged: [String]
    /// Whether both were made from the same source by the same pipeline file and version of the program, and only
    /// somebody's changes were undone.
    let isRepair: Bool
    /// SHA-256 of the new one's pipeline file in hexadecimal digits, where the old one's was another.
    let newPipeline: String?
    /// How many parts of the new one a review has kept as they were.
    let kept: Int
    /// Whether both have the tables, or both `report.json`, so that no difference there means that there is none.
    let isComparable: Bool

    init(from old: [OutputFile], to new: [OutputFile]) {
        let names = (old: Set(old.map(\.name)), new: Set(new.map(\.name)))
        let moved = names.old.symmetricDifference(names.new)
        let every = DatasetComparison.differences(old: old, new: new)
        // What a review has kept is a number in the section: the notes on it come and go with every review.
        let all = every.filter { !$0.isNoteOnKeptPart }
        kept = DatasetUpdate.keptParts(in: new)
        // A record within one that came or went is told with it.
        let whole = Set(all.filter { $0.kind != .changed && !$0.record.isEmpty }.map { "\($0.file) \($0.record)" })
        differences = all.filter { difference in
            let parts = difference.record.split(separator: "/", omittingEmptySubsequences: false)
            // That a file came or went is told by its name, not by its entry in the descriptor.
            if difference.file == Descriptor.fileName, parts.first == "resources", parts.count > 1 {
                let name = parts[1]
                if moved.contains(where: { $0.lowercased() == name || $0 == "\(name).csv" }) { return false }
            }
            guard difference.file.hasSuffix(".json"), difference.kind != .changed else { return true }
            return !(1..<max(1, parts.count)).contains { count in
                whole.contains("\(difference.file) \(parts.prefix(count).joined(separator: "/"))")
            }
        }
        isComparable = ["cells.csv", "report.json"].contains { names.old.contains($0) && names.new.contains($0) }
        guard let now = Descriptor(new), let before = Descriptor(old) else {
            // A descriptor that cannot be read is none of this program's.
            let isBroken = names.old.contains(Descriptor.fileName) && Descriptor(new) != nil
            damaged = isBroken ? [Descriptor.fileName] : []
            isRepair = false
            newPipeline = nil
            return
        }
        newPipeline = now.pipeline == before.pipeline ? nil : now.pipeline
        var damaged = before.changed(among: old)
        let isSame =
            now.derivation != nil && now.derivation == before.derivation && now.sources == before.sources
        // The descriptor does not list itself.
        if isSame, damaged.isEmpty, before.checksums == now.checksums, before.bytes != now.bytes {
            damaged = [Descriptor.fileName]
        }
        self.damaged = damaged.sorted()
        // A list of acronyms beside the documents can have changed as well: then the data are others.
        let isSameData = before.checksums.allSatisfy { name, sum in
            Writers.isDescription(name) || now.checksums[name].map { $0 == sum } ?? true
        }
        isRepair = isSame && !damaged.isEmpty && isSameData
    }

    private static func keptParts(in files: [OutputFile]) -> Int {
        guard let file = files.first(where: { $0.name == "report.json" }) else { return 0 }
        do {
            guard case .object(let members) = try JSONParser.parse(file.bytes),
                case .array(let notes)? = members["diagnostics"]
            else { return 0 }
            return notes.count { note in
                guard case .object(let members) = note else { return false }
                return members["id"] == .string(Diagnostic.keptByReview)
            }
        } catch {
            // One that cannot be read is told as a file that differs.
            return 0
        }
    }
}

extension DatasetDifference {
    fileprivate var isNoteOnKeptPart: Bool {
        file == "report.json" && record.hasPrefix("diagnostics/\(Diagnostic.keptByReview)")
    }
}
