import FileSystem
import LibNettle
public import Logging
public import TesseraModel

/// `catalog.json` of an output folder: all datasets that stand in it, at any depth, one entry a folder with a
/// `datapackage.json`.
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

    /// The datasets, sorted by the paths of their folders.
    private var entries: [Entry] = []
    /// What is known of their descriptors, for the next time.
    private(set) var notes = CatalogNotes()
    /// The folders whose descriptor cannot be read.
    public private(set) var omissions: [Omission] = []

    /// Looks at what stands in an output folder, whoever put it there.
    /// - Parameter notes: what was found out before: a descriptor that has not changed since is not read again.
    /// - Throws: ``SetUpFailure`` where the folder itself cannot be read.
    init(of folder: String, knowing notes: CatalogNotes = CatalogNotes()) throws(SetUpFailure) {
        var names = Set<String>()
        // A list of folders still to visit, the next at its end, so that depth costs no stack.
        var folders = [""]
        while let path = folders.popLast() {
            let file = "\(folder)/\(path)/\(OutputCatalog.descriptor)"
            do throws(FileFailure) {
                let stamp = path.isEmpty ? nil : try FileSystem.stamp(of: file)
                if stamp == nil {
                    // A name that is not UTF-8 is none of a dataset.
                    let below = try FileSystem.readableFolders(in: path.isEmpty ? folder : "\(folder)/\(path)")
                    folders += below.filter { !$0.hasPrefix(".") }.reversed().map {
                        path.isEmpty ? $0 : "\(path)/\($0)"
                    }
                } else if let entry = try self.entry(path, file, notes) {
                    entries.append(entry.named(otherThan: &names))
                }
            } catch {
                guard !path.isEmpty else { throw SetUpFailure(folder, .unreadable(error)) }
                omissions.append(Omission(path: file, diagnostic: .brokenDescriptor(error.description)))
            }
        }
    }

    private static let descriptor = "datapackage.json"

    /// The entry of a descriptor; nil for what is left out.
    private mutating func entry(_ dataset: String, _ file: String, _ old: CatalogNotes) throws(FileFailure) -> Entry? {
        guard try FileSystem.kind(of: file) == .file, let stamp = try FileSystem.stamp(of: file) else {
            omissions.append(Omission(path: file, diagnostic: .brokenDescriptor("it is no plain file")))
            return nil
        }
        if let entry = old.entry(dataset, stamp) {
            notes.note(dataset, stamp, entry)
            return entry
        }
        let bytes = try FileSystem.contents(of: file, limit: OutputCatalog.sizeLimit)
        guard let entry = Entry(folder: dataset, descriptor: bytes) else {
            omissions.append(Omission(path: file, diagnostic: .brokenDescriptor("it is no Data Package")))
            return nil
        }
        notes.note(dataset, stamp, entry)
        return entry
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
    struct Entry: Equatable {
        /// The path of the folder as Data Package writes names: lower case, and nothing that an address would encode.
        private(set) var name: String
        private let path: String
        private let bytes: Int
        private let checksum: String
        /// What the descriptor says of the dataset as a whole.
        private let described: JSONObject

        /// Nil for what is no descriptor.
        init?(folder: String, descriptor: [UInt8]) {
            let value: JSONValue
            do {
                value = try JSONParser.parse(descriptor)
            } catch {
                return nil
            }
            guard case .object(let members) = value, Entry.isDescriptor(members) else { return nil }
            name = Entry.plain(folder)
            path = "\(folder)/\(OutputCatalog.descriptor)"
            bytes = descriptor.count
            checksum = SHA256.hexDigest(of: descriptor)
            var described: JSONObject = [:]
            for key in ["title", "version", "description"] {
                if case .string? = members[key] { described[key] = members[key] }
            }
            if case .object? = members["counts"] { described["counts"] = members["counts"] }
            self.described = described
        }

        /// The same under a name that no other has.
        func named(otherThan names: inout Set<String>) -> Entry {
            var entry = self
            var number = 1
            while !names.insert(entry.name).inserted {
                number += 1
                entry.name = "\(name)-\(number)"
            }
            return entry
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

        /// For ``CatalogNotes``.
        var json: JSONValue {
            .object([
                "name": .string(name), "path": .string(path), "bytes": .number(bytes), "checksum": .string(checksum),
                "described": .object(described),
            ])
        }

        init(_ json: JSONCursor) throws(JSONDecodingFailure) {
            name = try json.string("name")
            path = try json.string("path")
            bytes = try json.integer("bytes")
            checksum = try json.string("checksum")
            guard case .object(let described) = try json.required("described").value else {
                throw json.failure("this is no object")
            }
            self.described = described
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
    /// - Parameter logger: told what operators want to know.
    /// - Returns: the folders that were left out, with the reasons.
    /// - Throws: ``SetUpFailure`` where the folder cannot be read, or the file not written.
    public func updateCatalog(logger: Logger = .silent) throws(SetUpFailure) -> [OutputCatalog.Omission] {
        let notes = CatalogNotes(in: self)
        let catalog = try OutputCatalog(of: path, knowing: notes)
        let destination = "\(path)/\(OutputCatalog.fileName)"
        do {
            // The same datasets, and the catalogue as it was left: there is nothing to do.
            if catalog.notes.isSame(as: notes), try notes.isUntouched(destination) {
                logger.debug("catalogue up to date", metadata: ["folder": "\(path)"])
                return catalog.omissions
            }
            let file = catalog.file
            let isThere = try FileSystem.kind(of: destination) == .file
            let isCurrent = try isThere ? FileSystem.contents(of: destination) == file.bytes : catalog.isEmpty
            if !isCurrent { try FileSystem.writeAtomically(file.bytes, to: destination) }
            logger.debug("catalogue", metadata: ["folder": "\(path)", "changed": "\(!isCurrent)"])
            if !catalog.isEmpty { try catalog.notes.write(to: self, catalog: destination) }
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
