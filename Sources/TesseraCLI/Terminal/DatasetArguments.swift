import FileSystem
import TesseraModel

/// The folders of datasets that a command line names: one by one, by the folder that holds them all, or as a shell
/// expands `Output/*`, with files such as `catalog.json` among them.
struct DatasetArguments {
    /// The datasets' folders, each once, in the order of the arguments.
    private(set) var folders: [String] = []
    /// What was passed over, with the reason.
    private(set) var passedOver: [(path: String, diagnostic: Diagnostic)] = []

    /// - Parameters:
    ///   - arguments: paths.
    ///   - marks: names of files, of which a dataset has one.
    init(_ arguments: [String], marks: [String]) {
        let kinds = arguments.map(DatasetArguments.kind)
        // A file that stands alone is a mistake.
        let isPattern = kinds.contains(.directory)
        for (argument, kind) in zip(arguments, kinds) {
            if kind == .file, isPattern {
                passedOver.append((argument, .noDataset("it is no folder")))
                continue
            }
            let inner = kind == .directory ? DatasetArguments.datasets(in: argument, marks) : []
            for folder in inner.isEmpty ? [argument] : inner where !folders.contains(folder) { folders.append(folder) }
        }
        // Of several folders, those that hold no dataset need not be meant.
        let without = folders.filter {
            DatasetArguments.kind($0) == .directory && !DatasetArguments.isDataset($0, marks)
        }
        guard without.count < folders.count, kinds.contains(.file) else { return }
        for folder in without {
            passedOver.append((folder, .noDataset("it holds no \(marks.joined(separator: " or "))")))
        }
        folders.removeAll { without.contains($0) }
    }

    /// The datasets in a folder that is none itself, sorted.
    private static func datasets(in folder: String, _ marks: [String]) -> [String] {
        guard !isDataset(folder, marks) else { return [] }
        let parent = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        do {
            return try FileSystem.entries(of: folder).filter { !$0.hasPrefix(".") }.sorted()
                .map { "\(parent)/\($0)" }.filter { isDataset($0, marks) }
        } catch {
            // Whoever opens the folder says why it cannot be read.
            return []
        }
    }

    private static func isDataset(_ folder: String, _ marks: [String]) -> Bool {
        marks.contains { kind("\(folder)/\($0)") == .file }
    }

    private static func kind(_ path: String) -> FileSystem.Kind {
        do {
            return try FileSystem.kind(of: path)
        } catch {
            // As above.
            return .missing
        }
    }
}

extension Diagnostic {
    fileprivate static func noDataset(_ reason: String) -> Diagnostic {
        Diagnostic("not-a-dataset", .note, "passed over, because \(reason)")
    }
}
