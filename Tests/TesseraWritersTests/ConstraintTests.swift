import FoundationEssentials
import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// What the tables promise about their values.
@Suite struct ConstraintTests {
    private static let tables = DataTable.all(of: SampleReport.report)

    private static func field(_ table: String, _ name: String) throws -> DataTable.Field {
        let table = try #require(tables.first { $0.name == table })
        return try #require(table.fields.first { $0.name == name })
    }

    @Test func valuesKeepThePromise() throws {
        for table in Self.tables {
            for (index, field) in table.fields.enumerated() {
                let pattern = try field.pattern.map { try Regex($0) }
                for value in table.rows.map({ $0[index] }) where value != .null && value != .text("") {
                    let place = "\(table.name).\(field.name): \(value)"
                    switch value {
                    case .null: break
                    case .text(let text):
                        #expect(field.kind == .string, "\(place)")
                        #expect(field.allowed.isEmpty || field.allowed.contains(text), "\(place)")
                        if let pattern { #expect(try pattern.wholeMatch(in: text) != nil, "\(place)") }
                    case .integer(let number):
                        #expect(field.kind == .integer, "\(place)")
                        #expect(Double(number) >= field.minimum ?? -.infinity, "\(place)")
                    case .number(let number):
                        #expect(field.kind == .number, "\(place)")
                        #expect(number >= field.minimum ?? -.infinity && number <= field.maximum ?? .infinity)
                    }
                }
            }
        }
    }

    /// A number without a range, or an id without a shape, is a promise that somebody forgot.
    @Test func numbersHaveARangeAndKeysAShape() {
        for table in Self.tables {
            for field in table.fields where field.kind != .string {
                #expect(field.minimum != nil, "\(table.name).\(field.name)")
            }
            for field in table.fields where field.name.hasSuffix("_id") || field.name.contains("url") {
                #expect(field.pattern != nil, "\(table.name).\(field.name)")
            }
            for field in table.fields where field.name.contains("url") {
                #expect(field.format == .uri, "\(table.name).\(field.name)")
            }
            #expect(
                table.fields.filter(\.isUnique).map(\.name) == (table.primaryKey.count == 1 ? table.primaryKey : [])
            )
        }
    }

    @Test(
        arguments: [
            ("cells", "cell_id", "II.6/laws", true), ("cells", "cell_id", "II.6", false),
            ("cells", "cell_id", "II.6/U.S. Laws", false), ("cells", "column_id", "Laws", false),
            ("rows", "row_id", "II.7+II.8~2", true), ("rows", "row_id", "Chapter 1 / a", true),
            ("rows", "row_id", " II.7", false), ("acronym_mentions", "mention_id", "II.6/laws@4", true),
            ("acronym_mentions", "mention_id", "II.6/laws", false), ("links", "link_id", "front-matter/1@0~2", true),
            ("links", "link_id", "front-matter/1", false), ("links", "url", "http://example.org/", true),
            ("links", "url", "mailto:a@example.org", true), ("links", "url", "www.example.org", false),
            ("links", "url", "http://example.org/ a", false), ("links", "host", "example org", false),
            ("links", "repairs", "added-scheme added-path", true),
            ("links", "repairs", "added-scheme,added-path", false),
            ("links", "place", "cell", true), ("links", "place", "back-matter/3", true),
            ("links", "place", "elsewhere", false), ("provenance", "start", "12:3", true),
            ("provenance", "start", "/document/table[2]@17", true), ("provenance", "start", "p4@72,96.5", true),
            ("provenance", "start", "c0", true), ("provenance", "start", "line 12", false),
            ("resources", "resource_id", "R10", true), ("resources", "resource_id", "10", false),
        ]
    )
    func patternsTellValuesApart(table: String, name: String, value: String, isFit: Bool) throws {
        let pattern = try Regex(try #require(try Self.field(table, name).pattern))
        #expect((try pattern.wholeMatch(in: value) != nil) == isFit)
    }

    @Test func theDescriptorNamesThem() throws {
        let text = try Dataset(SampleReport.checked).text("datapackage.json")
        let descriptor = try JSONDecoder().decode(Package.self, from: Data(text.utf8))
        let cells = try #require(descriptor.resources.first { $0.name == "cells" }?.schema)
        let id = try #require(cells.fields.first { $0.name == "cell_id" })
        #expect(id.constraints?.unique == true && id.constraints?.required == true)
        #expect(id.constraints?.pattern == ValuePattern.cellID)
        let confidence = try #require(cells.fields.first { $0.name == "confidence" }).constraints
        #expect(confidence?.minimum == 0 && confidence?.maximum == 1 && confidence?.unique == nil)
        let links = try #require(descriptor.resources.first { $0.name == "links" }?.schema)
        #expect(links.fields.first { $0.name == "url" }?.format == "uri")
        #expect(links.fields.first { $0.name == "start" }?.constraints?.minimum == 0)
    }

    private struct Package: Decodable {
        var resources: [Resource]
    }

    private struct Resource: Decodable {
        var name: String
        var schema: Schema?
    }

    private struct Schema: Decodable {
        var fields: [Field]
    }

    private struct Field: Decodable {
        var name: String
        var format: String?
        var constraints: Constraints?
    }

    private struct Constraints: Decodable {
        var required: Bool?
        var unique: Bool?
        var pattern: String?
        var minimum: Double?
        var maximum: Double?
    }
}
