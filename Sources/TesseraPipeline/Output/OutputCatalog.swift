import FileSystem
import LibNettle
public import TesseraModel

/// `catalog.json` of an output folder: all datasets that stand in it, one entry a folder with a `datapackage.json`.
///
/// It is at once a catalogue as frictionless reads it (`datasets`) and a Data Package whose resources are the
/// descriptors (the recipe "Data Catalog" of https://datapackage.org). The recipe's `profile` is left out: version 2 of the
/// standard has none, and frictionless looks for a file of that name.
public struct OutputCatalog: Sendable {
    static let fileName = "catalog.json"

    /// Larger descriptors are nobody's.
    private static let sizeLimit = 64 << 20

    /// A folder that is left out, with the reason.
    public struct Omission: Sendable, Equatable {
        /// The path of the descriptor.
        public var path: String
        public var diagnostic: Diagnostic
    }

    /// The datasets, sorted by the names of their folders.
    private var entries: [Entry] = []
    /// The folders whose descriptor cannot be read.
    public private(set) var omissions: [Omission] = []

    /// Looks at what stands in an output folder, whoever put it there.
    /// - Throws: ``SetUpFailure`` where the folder itself cannot be read.
    init(of folder: String) throws(SetUpFailure) {
        let names: [String]
        do {
            // A name that is not UTF-8 is none of a dataset.
            names = try FileSystem.readableEntries(of: folder)
        } catch {
            throw SetUpFailure(folder, .unreadable(error))
        }
        for name in names where !name.hasPrefix(".") {
            let path = "\(folder)/\(name)/datapackage.json"
            do {
                switch try FileSystem.kind(of: path) {
                case .missing: continue
                case .file: break
                default:
                    omissions.append(Omission(path: path, diagnostic: .brokenDescriptor("it is no plain file")))
                    continue
                }
                let bytes = try FileSystem.contents(of: path, limit: OutputCatalog.sizeLimit)
                if let entry = Entry(folder: name, descriptor: bytes, otherThan: entries.map(\.name)) {
                    entries.append(entry)
                } else {
                    omissions.append(Omission(path: path, diagnostic: .brokenDescriptor("it is no Data Package")))
                }
            } catch {
                omissions.append(Omission(path: path, diagnostic: .brokenDescriptor(error.description)))
            }
        }
    }

    /// Whether there is a dataset.
    var isEmpty: Bool { entries.isEmpty }

    /// The catalogue as a file of the output folder.
    var file: OutputFile {
        let catalog = JSONValue.object([
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": "catalog",
            "title": "Datasets made from matrix reports",
            "datasets": .array(entries.map(\.dataset)),
            "resources": .array(entries.map(\.resource)),
        ])
        return OutputFile(name: OutputCatalog.fileName, bytes: catalog.serialised())
    }

    /// A dataset.
    private struct Entry {
        /// The name of the folder as Data Package writes names: lower case, and nothing that an address would encode.
        let name: String
        private let path: String
        private let bytes: Int
        private let checksum: String
        /// What the descriptor says of the dataset as a whole.
        private let described: JSONObject

        /// Nil for what is no descriptor.
        init?(folder: String, descriptor: [UInt8], otherThan names: [String]) {
            let value: JSONValue
            do {
                value = try JSONParser.parse(descriptor)
            } catch {
                return nil
            }
            guard case .object(let members) = value, Entry.isDescriptor(members) else { return nil }
            let plain = Entry.plain(folder)
            var unique = plain
            var number = 1
            while names.contains(unique) {
                number += 1
                unique = "\(plain)-\(number)"
            }
            name = unique
            path = "\(folder)/datapackage.json"
            bytes = descriptor.count
            checksum = SHA256.hexDigest(of: descriptor)
            var described: JSONObject = [:]
            for key in ["title", "version", "description"] {
                if case .string? = members[key] { described[key] = members[key] }
            }
            if case .object? = members["counts"] { described["counts"] = members["counts"] }
            self.described = described
        }

        /// Whether readers of Data Packages take it for one: a single descriptor that they refuse spoils the catalogue.
        private static func isDescriptor(_ members: JSONObject) -> Bool {
            for key in ["name", "title", "description", "version"] {
                guard let value = members[key] else { continue }
                guard case .string(let text) = value, !text.isEmpty || key != "name" else { return false }
            }
            guard case .array(let resources)? = members["resources"], !resources.isEmpty else { return false }
            return resources.allSatisfy { resource in
                guard case .object(let resource) = resource, case .string? = resource["name"] else { return false }
                return resource["path"] != nil || resource["data"] != nil
            }
        }

        private static func plain(_ folder: String) -> String {
            String(
                folder.lowercased().map { character in
                    character.isASCII && (character.isLetter || character.isNumber || "-._".contains(character))
                        ? character : "-"
                }
            )
        }

        /// As frictionless lists it.
        var dataset: JSONValue {
            var members: JSONObject = ["name": .string(name), "package": .string(path)]
            if let title = described["title"] { members["title"] = title }
            if let description = described["description"] { members["description"] = description }
            return .object(members)
        }

        /// As the standard's recipe lists it.
        var resource: JSONValue {
            .object(
                described.adding([
                    "name": .string(name), "path": .string(path), "format": "json",
                    "mediatype": "application/vnd.datapackage+json", "bytes": .number(bytes),
                    "hash": .string("sha256:\(checksum)"),
                ])
            )
        }
    }
}

extension OutputFolder {
    /// Writes the catalogue of the datasets that stand in the folder; nothing where it is up to date, or there is none.
    /// - Returns: the folders that were left out, with the reasons.
    /// - Throws: ``SetUpFailure`` where the folder cannot be read, or the file not written.
    public func updateCatalog() throws(SetUpFailure) -> [OutputCatalog.Omission] {
        let catalog = try OutputCatalog(of: path)
        let file = catalog.file
        let destination = "\(path)/\(file.name)"
        do {
            let isThere = try FileSystem.kind(of: destination) == .file
            let isCurrent = try isThere ? FileSystem.contents(of: destination) == file.bytes : catalog.isEmpty
            if !isCurrent { try FileSystem.writeAtomically(file.bytes, to: destination) }
        } catch {
            throw SetUpFailure(path, .unwritableCatalog(error.description))
        }
        return catalog.omissions
    }
}

extension Diagnostic {
    fileprivate static func brokenDescriptor(_ reason: String) -> Diagnostic {
        Diagnostic(
            "broken-descriptor",
            .warning,
            "the dataset is left out of catalog.json: \(reason)",
            suggestion: "convert its source again, or move the folder elsewhere"
        )
    }

    fileprivate static func unwritableCatalog(_ reason: String) -> Diagnostic {
        Diagnostic(
            "unwritable-output",
            .error,
            "cannot write catalog.json: \(reason)",
            suggestion: "choose another folder with --output"
        )
    }
}
