import LibNettle
package import TesseraModel

/// What a dataset's `datapackage.json` says of its files, and of what they were made from.
struct Descriptor {
    static let fileName = "datapackage.json"

    let bytes: [UInt8]
    let derivation: JSONValue?
    let sources: JSONValue?
    /// SHA-256 of the pipeline file in hexadecimal digits.
    let pipeline: String?
    /// SHA-256 of each file in hexadecimal digits.
    private(set) var checksums: [String: String] = [:]

    /// Nil where there is none, or one that cannot be read.
    init?(_ files: [OutputFile]) {
        guard let bytes = files.first(where: { $0.name == Descriptor.fileName })?.bytes else { return nil }
        let json: JSONValue
        do {
            json = try JSONParser.parse(bytes)
        } catch {
            return nil
        }
        guard case .object(let members) = json, case .array(let resources)? = members["resources"] else { return nil }
        self.bytes = bytes
        derivation = members["derivation"]
        sources = members["sources"]
        if case .object(let derivation)? = members["derivation"], case .object(let file)? = derivation["pipeline"] {
            pipeline = Descriptor.checksum(file)
        } else {
            pipeline = nil
        }
        for case .object(let resource) in resources {
            guard case .string(let path)? = resource["path"] else { continue }
            checksums[path] = Descriptor.checksum(resource)
        }
    }

    private static func checksum(_ members: JSONObject) -> String? {
        guard case .string(let hash)? = members["hash"] else { return nil }
        return hash.hasPrefix("sha256:") ? String(hash.dropFirst("sha256:".count)) : nil
    }

    /// The files that are not as it says, sorted: somebody has changed or removed them.
    func changed(among files: [OutputFile]) -> [String] {
        checksums.filter { name, sum in
            files.first { $0.name == name }.map { SHA256.hexDigest(of: $0.bytes) } != sum
        }.map(\.key).sorted()
    }
}

extension DatasetComparison {
    /// The files of a dataset that are not as its `datapackage.json` says, sorted: somebody has changed or removed them.
    /// - Parameter files: all files of the dataset.
    package static func changedByHand(among files: [OutputFile]) -> [String] {
        Descriptor(files)?.changed(among: files) ?? []
    }
}
