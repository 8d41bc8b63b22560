import FoundationEssentials
import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// The members of `report.json`: a contract, like the columns of the tables.
@Suite struct ReportJSONTests {
    private let json = ReportJSONWriter.json(SampleReport.report, diagnostics: SampleReport.checked.diagnostics)

    /// The value at a path such as `rows.1.cells`.
    private func value(_ path: String, in report: JSONValue? = nil) throws -> JSONValue {
        var value = report ?? json
        for step in path.split(separator: ".") {
            switch value {
            case .object(let members): value = try #require(members[String(step)], "no member \(step) in \(path)")
            case .array(let elements):
                let index = try #require(Int(step))
                try #require(elements.indices.contains(index), "no element \(step) in \(path)")
                value = elements[index]
            default: value = try #require(nil as JSONValue?, "nothing below \(step) in \(path)")
            }
        }
        return value
    }

    @Test(arguments: [
        (
            "",
            "schema version report columns rows glossary acronyms links entities resources front_matter back_matter discarded diagnostics"
        ),
        ("report", "id title revised document_code language source"),
        ("report.source", "path media_type sha256 bytes"),
        ("columns.0", "id role heading part start end"),
        ("rows.0", "id position labels titles evidence confidence provenance references cells"),
        ("rows.0.references.0", "id row scheme section paragraph role as_written target"),
        ("rows.0.cells.0", "id column status text words confidence provenance references acronyms"),
        ("rows.0.cells.0.provenance.1", "part start end stage"),
        ("rows.0.cells.0.acronyms.0", "acronym as_written start end"),
        ("rows.1.cells.0.references.0", "id row scheme section paragraph role as_written target start end"),
        ("glossary.0", "key expansion part start end"),
        ("acronyms.0", "id acronym expansion qualifier source mentions conflict"),
        ("links.0", "id kind as_written url host repairs cell place start end successor_url"),
        ("entities.0", "id type text value qualifier unit cell start end"),
        ("resources.0", "id organisation title url part start end"),
        ("front_matter.0", "role text part start end"),
        ("back_matter.0", "role text part start end"),
        ("discarded.0", "reason text part start end"),
        ("diagnostics.0", "id severity message place cell"),
    ])
    func hasTheMembersOfTheContract(path: String, members: String) throws {
        guard case .object(let object) = try value(path) else {
            Issue.record("\(path) is no object")
            return
        }
        #expect(Set(object.sorted.map(\.key)) == Set(members.split(separator: " ").map(String.init)))
    }

    @Test(
        arguments: [
            ("schema", "urn:tessera:schema:report:1"), ("report.id", "us-poa-matrix-2007-07-17"),
            ("report.revised", "2007-07-17"), ("report.document_code", "CP/CSH-918/07"), ("report.language", "en"),
            ("report.source.bytes", .number(4_711)), ("columns.0.role", "row-heading"), ("rows.1.id", "II.7+II.8"),
            ("rows.1.position", .number(2)), ("rows.1.labels", .array(["Section II, para 7", "Section II, para 8"])),
            ("rows.0.cells.0.text", "The ATF licenses, and inspects.\n\nSee www.example.org, \"ATF\"."),
            ("rows.0.cells.0.provenance.1.start", "30:2"), ("rows.0.cells.1.status", "not-applicable"),
            ("rows.1.cells.0.confidence", .number(0.85)), ("rows.1.cells.0.references.0.role", "mention"),
            ("rows.1.cells.2.text", ""), ("rows.0.references.0.id", "II.6"), ("glossary.1.expansion", .null),
            ("acronyms.0.mentions", .number(2)), ("acronyms.1.mentions", .number(0)), ("links.0.cell", "II.6/laws"),
            ("links.0.repairs", .array(["added-scheme", "added-path"])), ("links.1.cell", .null),
            ("links.0.successor_url", "http://www.example.com/"), ("links.1.successor_url", .null),
            ("links.1.place", "resources/R1"), ("resources.0.title", "A list | of laws"), ("resources.1.url", .null),
            ("front_matter.0.role", "revision"), ("discarded.0.reason", "repeated-column-heading"),
            ("discarded.0.start", "9:1"), ("diagnostics.0.cell", "II.7+II.8/activity"),
        ] as [(String, JSONValue)]
    )
    func holdsTheValues(path: String, expected: JSONValue) throws {
        #expect(try value(path) == expected)
    }

    @Test func holdsEveryRowAndCell() throws {
        for (number, row) in SampleReport.report.rows.enumerated() {
            guard case .array(let cells) = try value("rows.\(number).cells") else {
                Issue.record("row \(row.id) has no list of cells")
                return
            }
            #expect(cells.count == 3)
        }
    }

    @Test func namesTheFileThatTheTextWasExtractedFrom() throws {
        var report = SampleReport.report
        report.extractedFrom = Origin(path: "Input/matrix.docx", mediaType: "application/msword", sha256: "", bytes: 1)
        guard case .object(let members) = ReportJSONWriter.json(report, diagnostics: []),
            case .object(let identity) = members["report"], case .object(let origin) = identity["extracted_from"]
        else {
            Issue.record("no member report.extracted_from")
            return
        }
        #expect(origin["path"] == "Input/matrix.docx")
        #expect(members["diagnostics"] == .array([]))
    }

    /// Members that stand there only where there is something to say.
    @Test func tellsWhichTextsAreThoseOfOtherCells() throws {
        var report = SampleReport.report
        let origin = report.cells[0]
        report.cells[1].paragraphs = [SampleReport.passage("Ü.")] + origin.paragraphs
        report.cells[1].spans = [CellSpan(origin: origin.address, paragraphs: 1..<3)]
        report.cells[4].spans = [CellSpan(origin: origin.address, paragraphs: 0..<0)]
        let json = ReportJSONWriter.json(report, diagnostics: [])
        let length = origin.text.utf8.count
        #expect(
            try value("rows.0.cells.1.spans", in: json)
                == .array([.object(["origin": "II.6/laws", "start": .number(5), "end": .number(5 + length)])])
        )
        #expect(
            try value("rows.1.cells.1.spans.0", in: json)
                == .object(["origin": "II.6/laws", "start": .number(0), "end": .number(0)])
        )
    }

    @Test func listsLinksThatAreNoAddresses() throws {
        var report = SampleReport.report
        let cell = report.cells[0].address
        report.otherLinks = [
            OtherLink(kind: .internal, asWritten: "ATF", target: "#atf", place: .cell(cell), range: 4..<7),
            OtherLink(kind: .relative, asWritten: "On", target: "a.html", place: .backMatter(1), range: 0..<2),
        ]
        let json = ReportJSONWriter.json(report, diagnostics: [])
        #expect(
            try value("other_links.0", in: json)
                == .object([
                    "kind": "internal", "as_written": "ATF", "target": "#atf", "cell": "II.6/laws", "place": "cell",
                    "start": .number(4), "end": .number(7),
                ])
        )
        #expect(try value("other_links.1.place", in: json) == "back-matter/1")
        #expect(try value("other_links.1.cell", in: json) == .null)
    }

    @Test func isJSONWithAFinalNewline() throws {
        struct Head: Decodable {
            var schema: String
            var version: String
        }
        let bytes = try Dataset(SampleReport.checked).bytes("report.json")
        #expect(bytes == json.serialised())
        #expect(bytes.last == UInt8(ascii: "\n"))
        #expect(try JSONDecoder().decode(Head.self, from: Data(bytes)).schema == "urn:tessera:schema:report:1")
    }

    /// The schema that users get names the same members, and says what each is.
    @Test func theSchemaNamesTheMembers() throws {
        #expect(SchemaAudit.complaints(about: ReportJSONWriter.schema) == [])
        guard case .object(let members) = json, case .object(let schema) = ReportJSONWriter.schema,
            case .array(let required)? = schema["required"], case .object(let properties)? = schema["properties"]
        else {
            Issue.record("the report or its schema is no object")
            return
        }
        #expect(Set(required.map(\.description)) == Set(members.sorted.map { JSONValue.string($0.key).description }))
        #expect(
            Set(properties.sorted.map(\.key)) == Set(members.sorted.map(\.key)).union(["repairs", "other_links"])
        )
        #expect(schema["$id"] == members["schema"])
    }
}
