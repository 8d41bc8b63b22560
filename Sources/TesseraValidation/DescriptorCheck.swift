import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Checks `datapackage.json` by itself, and against the tables of this version of the program: a descriptor that asks
/// for less would let a broken table pass.
struct DescriptorCheck {
    static let file = "datapackage.json"
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
    let json: JSONValue
    private let locator: JSONLocator
    private let isMarked: Bool
    /// Paths of values of which something was told.
    private(set) var told: Set<[String]> = []
    private(set) var resources: [Resource] = []
    var findings: [DatasetFinding] = []
    /// Names of resources whose files are not looked at.
    private(set) var unsafe: Set<String> = []
    /// Whether it can be relied on for what files there are.
    private(set) var isReadable = false

    /// - Parameter bytes: the file.
    init(_ bytes: [UInt8]) {
        isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.bytes = isMarked ? Array(bytes.dropFirst(3)) : bytes
        locator = JSONLocator(self.bytes)
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
    }

    /// Says that another program has saved the file, where nothing else is to be said of it.
    mutating func checkLayout() {
        guard isReadable, findings.isEmpty, isMarked || bytes != json.serialised() else { return }
        findings.append(DatasetFinding(.resavedJSON(isMarked), in: DescriptorCheck.file))
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

    mutating func add(_ diagnostic: Diagnostic, _ path: [String]) {
        told.insert(path)
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
                line: locator.line(of: path),
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
            line: locator.line(of: path),
            record: resource.name,
            column: member
        )
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
}
