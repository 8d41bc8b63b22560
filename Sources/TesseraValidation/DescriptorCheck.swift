import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Checks `datapackage.json` by itself, and against the tables of this version of the program: a descriptor that asks
/// for less would let a broken table pass.
struct DescriptorCheck {
    static let file = "datapackage.json"
    /// How many differences from this version's descriptor are told one by one.
    private static let many = 10

    /// What the descriptor says of a file.
    struct Resource {
        var name: String
        var path: String
        var bytes: Int?
        /// SHA-256 in lower-case hexadecimal digits.
        var checksum: String?
        var schema: JSONValue?
        var index: Int
    }

    private let bytes: [UInt8]
    private let json: JSONValue
    private(set) var resources: [Resource] = []
    private(set) var findings: [DatasetFinding] = []
    /// Names of resources whose files are not looked at.
    private var unsafe: Set<String> = []
    /// Whether it can be relied on for what files there are.
    private(set) var isReadable = false

    /// - Parameter bytes: the file.
    init(_ bytes: [UInt8]) {
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
        do {
            json = try JSONParser.parse(self.bytes)
        } catch {
            json = .null
            findings.append(DatasetFinding(.noJSON(error), in: DescriptorCheck.file, line: error.line))
            return
        }
        checkSchema()
        for (index, resource) in (json["resources"]?.items ?? []).enumerated() {
            guard let name = resource["name"]?.text, let path = resource["path"]?.text else { continue }
            guard DescriptorCheck.isInside(path) else {
                add(.unsafePath(path), ["resources", String(index), "path"])
                unsafe.insert(name)
                continue
            }
            var count: Int?
            if case .number(let number)? = resource["bytes"] { count = Int(exactly: number) }
            let hash = resource["hash"]?.text
            resources.append(
                Resource(
                    name: name,
                    path: path,
                    bytes: count,
                    // What is no checksum breaks the schema, and was told.
                    checksum: hash.flatMap {
                        $0.count == 71 && $0.hasPrefix("sha256:") ? String($0.dropFirst(7)) : nil
                    },
                    schema: resource["schema"],
                    index: index
                )
            )
        }
        isReadable = true
        if findings.isEmpty, isMarked || bytes != json.serialised() {
            findings.append(DatasetFinding(.resavedJSON(isMarked), in: DescriptorCheck.file))
        }
    }

    private mutating func checkSchema() {
        for violation in SchemaCheck(DataPackageWriter.descriptorSchema).violations(of: json, in: bytes) {
            add(.schemaViolation(violation.message), violation.path)
        }
    }

    /// A plain name in the dataset's folder.
    private static func isInside(_ path: String) -> Bool {
        !path.isEmpty && path != "." && path != ".." && !path.contains("/") && !path.contains("\\")
            && !path.utf8.contains(0)
    }

    private mutating func add(_ diagnostic: Diagnostic, _ path: [String]) {
        var diagnostic = diagnostic
        // Numbers of resources say little; their names say all.
        var names = path
        if path.first == "resources", path.count > 1, let name = json.value(at: Array(path.prefix(2)))?["name"]?.text {
            names = ["resources", name] + path.dropFirst(2)
        }
        if !names.isEmpty { diagnostic.message = "\(names.joined(separator: "/")): \(diagnostic.message)" }
        findings.append(
            DatasetFinding(
                diagnostic,
                in: DescriptorCheck.file,
                line: JSONLocator.line(of: path, in: bytes),
                record: names.dropLast().joined(separator: "/"),
                column: path.last ?? ""
            )
        )
    }

    /// A finding about a member of a resource.
    func finding(_ diagnostic: Diagnostic, _ resource: Resource, _ member: String) -> DatasetFinding {
        let path = ["resources", String(resource.index), member]
        return DatasetFinding(
            diagnostic,
            in: DescriptorCheck.file,
            line: JSONLocator.line(of: path, in: bytes),
            record: resource.name,
            column: member
        )
    }

    // MARK: Against the report

    /// Compares names, version and Table Schemas with those that this program gives the report.
    /// - Parameters:
    ///   - tables: the tables of the report.
    ///   - names: names of the files that are there.
    ///   - isSound: whether the report is the one that was described; otherwise, what the descriptor says about it is
    ///     more likely to be right.
    mutating func compare(with report: Report, _ tables: [DataTable], files names: Set<String>, isSound: Bool) {
        // Where it lists nothing, it is no descriptor, and was told.
        guard isReadable, !resources.isEmpty || !unsafe.isEmpty else { return }
        if let version = json["derivation"]?["version"]?.text, version != Tessera.version {
            add(.otherVersion(version), ["derivation", "version"])
            return
        }
        let told = findings.count
        if isSound { compareMembers(with: report) }
        compareTables(tables, files: names)
        // A descriptor that differs all over is that of another version.
        let altered = findings.count - told
        if altered > DescriptorCheck.many, let first = findings.dropFirst(told).first {
            findings.removeLast(altered)
            findings.append(
                DatasetFinding(.alteredAllOver(altered, first.diagnostic.message), in: DescriptorCheck.file)
            )
        }
    }

    private mutating func compareMembers(with report: Report) {
        compare("name", report.identity.id)
        compare("title", report.identity.title)
        compare("version", report.identity.revised?.description)
        let counts = [
            ("rows", report.rows.count), ("columns", report.contentColumns.count), ("cells", report.cells.count),
        ]
        for (name, count) in counts {
            guard let found = json["counts"]?[name], found != .number(count) else { continue }
            add(.altered(found, .number(count)), ["counts", name])
        }
        compareSources(with: report)
    }

    private mutating func compareTables(_ tables: [DataTable], files names: Set<String>) {
        for table in tables {
            let file = "\(table.name).csv"
            guard let resource = resources.first(where: { $0.path == file }) else {
                if names.contains(file), !unsafe.contains(table.name) { add(.missingResource(file), ["resources"]) }
                continue
            }
            let path = ["resources", String(resource.index)]
            if resource.name != table.name {
                add(.altered(.string(resource.name), .string(table.name)), path + ["name"])
            }
            for (member, meaning) in [("hash", "checksum"), ("bytes", "size")] {
                guard json.value(at: path + [member]) == nil else { continue }
                add(.altered(nil, .string("the \(meaning) of the file")), path + [member])
            }
            compare(resource.schema ?? .null, DataPackageWriter.schema(of: table), path + ["schema"])
        }
    }

    private mutating func compareSources(with report: Report) {
        let origin = report.extractedFrom ?? report.source
        for (index, file) in (origin.parts.isEmpty ? [origin] : origin.parts).enumerated() {
            let path = ["sources", String(index)]
            let members: [(String, JSONValue)] = [
                ("title", .string(file.path)), ("hash", .string("sha256:\(file.sha256)")),
                ("bytes", .number(file.bytes)), ("version", .optional(report.identity.revised?.description)),
            ]
            for (name, expected) in members {
                guard let found = json.value(at: path + [name]), found != expected else { continue }
                add(.altered(found, expected), path + [name])
            }
        }
    }

    private mutating func compare(_ member: String, _ expected: String?) {
        // A member that breaks the schema was told.
        if findings.contains(where: { $0.column == member && $0.record.isEmpty }) { return }
        guard json[member]?.text != expected else { return }
        add(.altered(json[member], expected.map(JSONValue.string)), [member])
    }

    private mutating func compare(_ found: JSONValue, _ expected: JSONValue, _ path: [String]) {
        switch (found, expected) {
        case (.object(let one), .object(let other)):
            for name in Set(one.sorted.map(\.key) + other.sorted.map(\.key)).sorted() {
                guard let first = one[name], let second = other[name] else {
                    // Descriptions and titles of somebody's own do no harm.
                    if other[name] == nil, ["description", "title"].contains(name) { continue }
                    add(.altered(one[name], other[name]), path + [name])
                    continue
                }
                compare(first, second, path + [name])
            }
        case (.array(let one), .array(let other)) where one.count == other.count:
            for index in one.indices { compare(one[index], other[index], path + [String(index)]) }
        default:
            let isTold = findings.contains { finding in
                finding.line != nil && finding.line == JSONLocator.line(of: path, in: bytes)
            }
            if found != expected, !isTold { add(.altered(found, expected), path) }
        }
    }
}

extension Diagnostic {
    fileprivate static func unsafePath(_ path: String) -> Diagnostic {
        Diagnostic(
            "unsafe-path",
            .error,
            "'\(path.onOneLine.shortened(to: 60))' leads out of the dataset's folder, and is not looked at",
            suggestion: "name files of the folder alone"
        )
    }

    fileprivate static func otherVersion(_ version: String) -> Diagnostic {
        Diagnostic(
            "other-version",
            .warning,
            "the dataset was made by version \(version), and this is \(Tessera.version): its descriptor is not compared",
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

    fileprivate static func altered(_ found: JSONValue?, _ expected: JSONValue?) -> Diagnostic {
        let here = found.map(\.shown) ?? "nothing"
        let there = expected.map(\.shown) ?? "nothing"
        return Diagnostic(
            "altered-descriptor",
            .error,
            "\(here) stands where this version of the program has \(there)",
            suggestion: "make the dataset again with 'tessera convert'"
        )
    }
}
