import TesseraModel
import TesseraPipeline
import TesseraValidation
import Testing

/// The descriptor, and `report.json`.
extension Breakage {
    private static let descriptor = "datapackage.json"
    private static let report = "report.json"

    static let ofDescriptors: [Breakage] = [
        Breakage(name: "no descriptor", places: ["missing-file datapackage.json"]) { $0.files[descriptor] = nil },
        Breakage(name: "a descriptor cut off", places: ["no-json datapackage.json:100"]) {
            let lines = $0[descriptor].split(separator: "\n", omittingEmptySubsequences: false).prefix(99)
            $0[descriptor] = lines.joined(separator: "\n") + "\n"
        },
        .edit("a wrong checksum", ["wrong-checksum datapackage.json:* cells hash"], "hash") { _ in
            .string("sha256:" + String(repeating: "0f", count: 32))
        },
        .edit("a wrong size", ["wrong-checksum datapackage.json:* cells bytes"], "bytes") { _ in .number(1) },
        .edit("a checksum that is none", ["schema-violation datapackage.json:* resources/cells hash"], "hash") { _ in
            "sha256:12"
        },
        .edit("no checksum", ["altered-descriptor datapackage.json resources/cells hash"], "hash") { _ in nil },
        .edit("no size", ["altered-descriptor datapackage.json resources/cells bytes"], "bytes") { _ in nil },
        .edit("a size in words", ["schema-violation datapackage.json:* resources/cells bytes"], "bytes") { _ in
            "many"
        },
        .edit("a path that leads elsewhere", ["unsafe-path datapackage.json:* resources/cells path"], "path") { _ in
            "../cells.csv"
        },
        .edit(
            "a path of another file",
            ["altered-descriptor datapackage.json:* resources", "missing-file cell.csv"],
            "path"
        ) { _ in
            "cell.csv"
        },
        .edit("a resource with another name", ["altered-descriptor datapackage.json:* resources/cell name"], "name") {
            _ in
            "cell"
        },
        .edit(
            "a type that lets everything pass",
            ["altered-descriptor datapackage.json:* resources/cells/schema/fields/5 type"],
            "schema"
        ) { $0?.setting(["fields", "5", "type"], "string") },
        .edit(
            "a constraint that is gone",
            ["altered-descriptor datapackage.json resources/cells/schema/fields/3/constraints enum"],
            "schema"
        ) { $0?.setting(["fields", "3", "constraints", "enum"], nil) },
        .edit(
            "a range that is wider",
            ["altered-descriptor datapackage.json:* resources/cells/schema/fields/6/constraints maximum"],
            "schema"
        ) { $0?.setting(["fields", "6", "constraints", "maximum"], .number(2)) },
        .edit(
            "no foreign keys",
            ["altered-descriptor datapackage.json resources/cells/schema foreignKeys"],
            "schema"
        ) { $0?.setting(["foreignKeys"], nil) },
        .edit(
            "another primary key",
            ["altered-descriptor datapackage.json:* resources/cells/schema/primaryKey 0"],
            "schema"
        ) { $0?.setting(["primaryKey", "0"], "row_id") },
        Breakage(name: "a table that is not described", places: ["altered-descriptor datapackage.json:* resources"]) {
            try $0.editJSON(descriptor, ["resources"]) { resources in
                .array((resources?.listed ?? []).filter { $0.member("name") != "cells" })
            }
        },
        .text(
            "another name",
            descriptor,
            #""name": "us-poa"#,
            #""name": "uk-poa"#,
            ["altered-descriptor datapackage.json:* name"]
        ),
        .text(
            "a name that is none",
            descriptor,
            #""name": "us-poa"#,
            #""name": "US POA"#,
            ["schema-violation datapackage.json:* name"]
        ),
        .text(
            "another version",
            descriptor,
            "\n  \"version\": \"2007-07-17\"",
            "\n  \"version\": \"2008-07-17\"",
            ["altered-descriptor datapackage.json:* version"]
        ),
        Breakage(name: "another source", places: ["altered-descriptor datapackage.json:* sources/0 hash"]) {
            try $0.editJSON(descriptor, ["sources", "0", "hash"]) { _ in
                .string("sha256:" + String(repeating: "0f", count: 32))
            }
        },
        Breakage(name: "another number of cells", places: ["altered-descriptor datapackage.json:* counts cells"]) {
            try $0.editJSON(descriptor, ["counts", "cells"]) { _ in .number(112) }
        },
    ]

    static let ofReports: [Breakage] = [
        Breakage(name: "a report cut off", places: ["no-json report.json:100"]) {
            let lines = $0[report].split(separator: "\n", omittingEmptySubsequences: false).prefix(99)
            $0[report] = lines.joined(separator: "\n") + "\n"
        },
        .text(
            "a report with a member twice",
            report,
            "\"rows\": [",
            "\"rows\": [],\n  \"rows\": [",
            ["no-json report.json:*"]
        ),
        .text(
            "a member that nobody knows",
            report,
            "\"title\": ",
            "\"remark\": \"seen by K.\",\n    \"title\": ",
            ["schema-violation report.json:* report"]
        ),
        .text(
            "a member that is gone",
            report,
            "\"rows\": [",
            "\"lines\": [",
            [
                "schema-violation report.json:1", "schema-violation report.json:1",
            ]
        ),
        .text(
            "a report of another version",
            report,
            "\"version\": \"1.",
            "\"version\": \"2.",
            ["schema-violation report.json:* version"]
        ),
        .text(
            "a status of the wrong type",
            report,
            "\"status\": \"not-applicable\"",
            "\"status\": 7",
            ["schema-violation report.json:* /rows/0/cells/1 status"]
        ),
        .text(
            "a source that has no checksum",
            report,
            "\"sha256\": \"",
            "\"sha256\": \"sha-",
            ["schema-violation report.json:* /report/source sha256"]
        ),
        .text(
            "a day that the calendar does not have",
            report,
            "\"revised\": \"2007-07-17\"",
            "\"revised\": \"2007-02-30\"",
            ["contradiction report.json:* /report revised"]
        ),
        .text(
            "a cell at another place",
            report,
            "\"id\": \"II.4/laws\"",
            "\"id\": \"II.5/laws\"",
            ["contradiction report.json:* /rows/1/cells/0 id"]
        ),
        .text(
            "a number of words in the report",
            report,
            "\"words\": 127",
            "\"words\": 128",
            [
                "contradiction report.json:* /rows/0/cells/0 words"
            ]
        ),
        .text(
            "a text in the report",
            report,
            "must be licensed under the Gun",
            "may be licensed under the Gun",
            ["contradiction report.json II.2+II.3/laws text"]
        ),
        .text(
            "an expansion in the report",
            report,
            "\"Arms Export Control Act\"",
            "\"Arms Export Act\"",
            [
                Project.describesReport
                    ? "changed-report report.json AECA expansion" : "changed-value acronyms.csv:[AECA] AECA expansion"
            ]
        ),
        Breakage(name: "a character in the report", places: ["changed-report report.json II.4/laws text"]) {
            try $0.replace(
                "responsibility for researching and monitoring",
                "responsibility for researching and monitorinG",
                in: report
            )
        },
        Breakage(name: "a report laid out in another way", places: ["resaved-file report.json"], isHarmless: true) {
            $0[report] = try JSONParser.parse(try #require($0.files[report])).description
        },
        Breakage(name: "a report with a byte order mark", places: ["resaved-file report.json"], isHarmless: true) {
            $0[report] = "\u{FEFF}" + $0[report]
        },
        Breakage(
            name: "no report",
            places: [Project.describesReport ? "missing-file report.json" : "missing-report report.json"],
            isHarmless: !Project.describesReport
        ) {
            $0.files[report] = nil
        },
        Breakage(name: "text of the source that is lost", places: ["unlike-source report.json"], hasSource: true) {
            try $0.editJSON(report, ["front_matter"]) { .array(Array(($0?.listed ?? []).dropFirst())) }
        },
        Breakage(
            name: "text that the source does not have",
            places: ["unlike-source report.json", "unlike-source report.json"],
            hasSource: true
        ) {
            try $0.editJSON(report, ["front_matter", "0", "text"]) { _ in "A report of my own invention" }
        },
    ]

    /// A change to a member of the resource `cells`.
    private static func edit(
        _ name: String,
        _ places: [String],
        _ member: String,
        _ change: @escaping @Sendable (JSONValue?) -> JSONValue?
    ) -> Breakage {
        Breakage(name: name, places: places) { dataset in
            let json = try JSONParser.parse(try #require(dataset.files[descriptor]))
            let resources = json.member("resources")?.listed ?? []
            let index = try #require(resources.firstIndex { $0.member("name") == "cells" })
            try dataset.editJSON(descriptor, ["resources", String(index), member], change)
        }
    }
}

extension Dataset {
    /// Changes a value of a JSON file, and writes the file as the program does.
    mutating func editJSON(
        _ name: String,
        _ path: [String],
        _ change: (JSONValue?) throws -> JSONValue?
    ) throws {
        let json = try JSONParser.parse(try #require(files[name]))
        let value = path.reduce(Optional(json)) { $0?.member($1) }
        files[name] = json.setting(path[...], try change(value)).serialised()
    }
}

extension JSONValue {
    /// A member of an object, or an item of an array by its number from 0.
    func member(_ name: String) -> JSONValue? {
        switch self {
        case .object(let members): members[name]
        case .array(let items): Int(name).flatMap { items.indices.contains($0) ? items[$0] : nil }
        default: nil
        }
    }

    var listed: [JSONValue]? { if case .array(let items) = self { items } else { nil } }

    func setting(_ path: [String], _ value: JSONValue?) -> JSONValue { setting(path[...], value) }

    /// This value with another one somewhere inside; without it for nil.
    func setting(_ path: ArraySlice<String>, _ value: JSONValue?) -> JSONValue {
        guard let step = path.first else { return value ?? .null }
        switch self {
        case .object(var members):
            let new = path.count > 1 ? members[step]?.setting(path.dropFirst(), value) : value
            members[step] = new
            return .object(members)
        case .array(var items):
            guard let index = Int(step), items.indices.contains(index) else { return self }
            if path.count == 1, value == nil {
                items.remove(at: index)
            } else {
                items[index] = items[index].setting(path.dropFirst(), value)
            }
            return .array(items)
        default: return self
        }
    }
}
