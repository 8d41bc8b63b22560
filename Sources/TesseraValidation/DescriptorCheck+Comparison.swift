import TesseraModel
import TesseraPipeline

/// Against the descriptor that this program writes for the report: a descriptor that asks for less would let a broken
/// table pass, and one that says more may make readers misread a file.
extension DescriptorCheck {
    /// The descriptor as this program writes it.
    struct Expectation {
        var descriptor: JSONValue
        /// Names of the tables.
        var tables: Set<String>
        /// Whether the pipeline file is at hand, which has what is said about origin and licence.
        var hasPipeline: Bool
        /// Whether the report is the one that was described; otherwise, what the descriptor says about it is more
        /// likely to be right.
        var isReportSound: Bool
    }

    /// How many differences from this version's descriptor are told one by one.
    private static let many = 10
    /// Members that the pipeline file determines.
    private static let published: Set<String> = [
        "description", "homepage", "keywords", "contributors", "licenses", "id",
    ]
    /// Members that are there for people: other words do no harm to programs.
    private static let remarks = published.union(["title"])

    /// - Parameter names: names of the files that are there.
    mutating func compare(with expected: Expectation, files names: Set<String>) {
        // Where it lists nothing, it is no descriptor, and was told.
        guard isReadable, !resources.isEmpty || !unsafe.isEmpty else { return }
        if let version = json["derivation"]?["version"]?.text, version != Tessera.version {
            add(.otherVersion(version), ["derivation", "version"])
            if expected.isReportSound { compareWhatNoVersionChanges(expected.descriptor) }
            compareResources(expected, files: names) { descriptor, resource, wanted, path in
                descriptor.compareKeys(resource, wanted, path)
            }
            return
        }
        let before = findings.count
        if expected.isReportSound { compareMembers(expected) }
        compareResources(expected, files: names) { descriptor, resource, wanted, path in
            descriptor.compare(resource, wanted, path)
        }
        // A descriptor that differs all over is that of another version.
        let altered = findings.dropFirst(before).filter(\.isError)
        if altered.count > DescriptorCheck.many, let first = altered.first {
            findings.removeLast(findings.count - before)
            findings.append(
                DatasetFinding(.alteredAllOver(altered.count, first.diagnostic.message), in: DescriptorCheck.file)
            )
        }
    }

    private mutating func compareMembers(_ expected: Expectation) {
        guard case .object(let found) = json, case .object(var wanted) = expected.descriptor else { return }
        var own: JSONObject = [:]
        for (name, value) in found.sorted where name != "resources" {
            if expected.hasPipeline || !DescriptorCheck.published.contains(name) { own[name] = value }
        }
        wanted["resources"] = nil
        if !expected.hasPipeline {
            for name in DescriptorCheck.published { wanted[name] = nil }
            own["sources"] = own["sources"].map(DescriptorCheck.withoutAddresses)
            wanted["sources"] = wanted["sources"].map(DescriptorCheck.withoutAddresses)
        }
        compare(.object(own), .object(wanted), [])
    }

    /// The pipeline file has the address of a source.
    private static func withoutAddresses(_ sources: JSONValue) -> JSONValue {
        guard let items = sources.items else { return sources }
        return .array(
            items.map { source in
                guard case .object(var members) = source else { return source }
                members["path"] = nil
                return .object(members)
            }
        )
    }

    /// What all versions write.
    private mutating func compareWhatNoVersionChanges(_ wanted: JSONValue) {
        for name in ["name", "title", "version", "counts"] {
            compare(json[name], wanted[name], [name])
        }
    }

    // MARK: Files

    private mutating func compareResources(
        _ expected: Expectation,
        files names: Set<String>,
        _ compare: (inout DescriptorCheck, JSONValue, JSONValue, [String]) -> Void
    ) {
        let wanted = expected.descriptor["resources"]?.items ?? []
        for resource in wanted {
            guard let file = resource["path"]?.text, let name = resource["name"]?.text else { continue }
            guard let index = resources.first(where: { $0.path == file })?.index,
                let found = json.value(at: ["resources", String(index)])
            else {
                let isTable = expected.tables.contains(name)
                if isTable, names.contains(file), !unsafe.contains(name) { add(.missingResource(file), ["resources"]) }
                continue
            }
            compare(&self, found, resource, ["resources", String(index)])
        }
        let known = Set(wanted.compactMap { $0["path"]?.text }).union(Validation.known)
        for resource in resources where names.contains(resource.path) && !known.contains(resource.path) {
            add(.addedResource(resource.path), ["resources", String(resource.index)])
        }
    }

    /// Of a table that another version wrote: its keys and checksum.
    private mutating func compareKeys(_ found: JSONValue, _ wanted: JSONValue, _ path: [String]) {
        for member in ["hash", "bytes"] where found[member] == nil { compare(nil, wanted[member], path + [member]) }
        guard let schema = wanted["schema"] else { return }
        for key in ["primaryKey", "foreignKeys"] where schema[key] != nil && found["schema"]?[key] == nil {
            compare(nil, schema[key], path + ["schema", key])
        }
    }

    // MARK: Values

    private mutating func compare(_ found: JSONValue?, _ expected: JSONValue?, _ path: [String]) {
        guard found != expected, !told.contains(path) else { return }
        let isChecksum = path.count == 3 && path[0] == "resources" && ["hash", "bytes"].contains(path[2])
        switch (found, expected) {
        // Whether a checksum is that of the file is another matter.
        case (.some, .some) where isChecksum: return
        case (nil, _?) where isChecksum: add(.altered(nil, .string("the \(path[2]) of the file")), path)
        case (.object(let one)?, .object(let other)?):
            for name in Set(one.sorted.map(\.key) + other.sorted.map(\.key)).sorted() {
                compare(one[name], other[name], path + [name])
            }
        case (.array(let one)?, .array(let other)?)
        where one.count == other.count && !DescriptorCheck.remarks.contains(path.last ?? ""):
            for index in one.indices { compare(one[index], other[index], path + [String(index)]) }
        default:
            // What stands in one of the members for people is theirs; the report has the title of the dataset.
            let isRemark = path != ["title"] && path.contains(where: DescriptorCheck.remarks.contains)
            // Own members beside those of the program: of a file, they may change how it is read.
            let isHarmless = expected == nil && path.count == 1
            let harm = found != nil && (isRemark || isHarmless)
            add(harm ? .changedBySomebody(found, expected) : .altered(found, expected), path)
        }
    }
}

extension Diagnostic {
    fileprivate static func otherVersion(_ version: String) -> Diagnostic {
        Diagnostic(
            "other-version",
            .warning,
            "the dataset was made by version \(version.onOneLine.shortened(to: 40)), and this is \(Tessera.version): "
                + "its descriptor is compared in what all versions write",
            suggestion: "make it again with 'tessera convert'"
        )
    }

    fileprivate static func alteredAllOver(_ count: Int, _ first: String) -> Diagnostic {
        Diagnostic(
            "altered-descriptor",
            .error,
            "\(count) things are not as this version of the program writes them; the first: \(first)",
            suggestion: "make the dataset again with 'tessera convert'"
        )
    }

    fileprivate static func missingResource(_ file: String) -> Diagnostic {
        Diagnostic(
            "altered-descriptor",
            .error,
            "the table \(file) is there, and not described",
            suggestion: .convertAgain
        )
    }

    fileprivate static func addedResource(_ file: String) -> Diagnostic {
        Diagnostic(
            "altered-descriptor",
            .warning,
            "somebody has added the file '\(file.onOneLine.shortened(to: 60))', which is not looked at",
            suggestion: "keep files of your own elsewhere"
        )
    }

    fileprivate static func altered(_ found: JSONValue?, _ expected: JSONValue?) -> Diagnostic {
        Diagnostic(
            "altered-descriptor",
            .error,
            difference(found, expected),
            suggestion: "make the dataset again with 'tessera convert'"
        )
    }

    fileprivate static func changedBySomebody(_ found: JSONValue?, _ expected: JSONValue?) -> Diagnostic {
        Diagnostic(
            "altered-descriptor",
            .warning,
            "changed by somebody: \(difference(found, expected))",
            suggestion: "write it into the pipeline file, and make the dataset again with 'tessera convert'"
        )
    }

    private static func difference(_ found: JSONValue?, _ expected: JSONValue?) -> String {
        let here = found.map(\.shown) ?? "nothing"
        let there = expected.map(\.shown) ?? "nothing"
        return "\(here) stands where this version of the program has \(there)"
    }
}
