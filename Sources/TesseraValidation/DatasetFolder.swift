import FileSystem
import LibNettle
import TesseraModel

/// The files of a dataset's folder, as they lie there.
struct DatasetFolder {
    /// No file of a dataset is near this size; a larger one is not read into memory.
    static let fileLimit = 1 << 30

    let path: String
    /// Plain files by their names.
    private(set) var files: [String: [UInt8]] = [:]
    /// Names in the folder that are no plain files: folders, links, devices.
    private(set) var others: [String] = []
    /// Names of files that are there and cannot be read.
    private(set) var unreadable: Set<String> = []
    private(set) var findings: [DatasetFinding] = []
    private let limit: Int

    /// - Parameters:
    ///   - folder: path of the folder.
    ///   - limit: the largest size of a file in bytes.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the folder cannot be read, or holds no dataset.
    init(_ folder: String, limit: Int = fileLimit) throws(DocumentFailure) {
        self.limit = limit
        var path = folder
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
        let kind: FileSystem.Kind
        do throws(FileFailure) {
            kind = try FileSystem.kind(of: path)
            if kind == .directory { for name in try FileSystem.entries(of: path) { try read(name) } }
        } catch {
            throw DocumentFailure(.unreadableFolder(error))
        }
        guard kind == .directory else {
            let reason = kind == .missing ? "there is no such folder" : "it is no folder"
            throw DocumentFailure(.notADataset(reason))
        }
        let names = unreadable.union(files.keys)
        guard names.contains("datapackage.json") || names.contains("report.json") else {
            throw DocumentFailure(.notADataset("it holds neither datapackage.json nor report.json"))
        }
    }

    private mutating func read(_ name: String) throws(FileFailure) {
        let file = "\(path)/\(name)"
        guard try !FileSystem.isSymbolicLink(file), try FileSystem.kind(of: file) == .file else {
            others.append(name)
            return
        }
        do {
            files[name] = try FileSystem.contents(of: file, limit: limit)
        } catch {
            unreadable.insert(name)
            findings.append(DatasetFinding(.unreadableFile(error), in: name))
        }
    }

    /// SHA-256 of a file in lower-case hexadecimal digits.
    func checksum(of name: String) -> String? { files[name].map { SHA256.hexDigest(of: $0) } }
}

extension Diagnostic {
    fileprivate static func notADataset(_ reason: String) -> Diagnostic {
        Diagnostic(
            "not-a-dataset",
            .error,
            "this is no dataset: \(reason)",
            suggestion: "name a folder that 'tessera convert' has made"
        )
    }

    fileprivate static func unreadableFolder(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "unreadable-file",
            .error,
            "the folder cannot be read: \(failure)",
            suggestion: "check its permissions"
        )
    }

    fileprivate static func unreadableFile(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "unreadable-file",
            .error,
            "the file cannot be read: \(failure)",
            suggestion: "check its permissions"
        )
    }
}
