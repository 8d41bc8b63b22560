import FoundationEssentials
import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// What `datapackage.json` says about the other files, read by another parser.
@Suite struct DataPackageTests {
    private struct Descriptor: Decodable {
        var name: String
        var title: String
        var version: String?
        var resources: [Resource]
        var sources: [[String: String]]
        var licenses: [[String: String]]?
        var contributors: [Contributor]?
    }

    private struct Contributor: Decodable {
        var title: String
        var roles: [String]
    }

    private struct Resource: Decodable {
        var name: String
        var path: String
        var bytes: Int
        var hash: String
        var encoding: String
        var mediatype: String
        var schema: Schema
    }

    private struct Schema: Decodable {
        var fields: [Field]
        var primaryKey: [String]
        var foreignKeys: [ForeignKey]?
    }

    private struct Field: Decodable {
        var name: String
        var type: String
    }

    private struct ForeignKey: Decodable {
        var fields: [String]
        var reference: Reference
    }

    private struct Reference: Decodable {
        var resource: String
        var fields: [String]
    }

    private func descriptor(of dataset: Dataset) throws -> Descriptor {
        try JSONDecoder().decode(Descriptor.self, from: Data(dataset.bytes("datapackage.json")))
    }

    @Test func listsEveryCSVWithItsBytesAndChecksum() throws {
        let dataset = try Dataset(SampleReport.checked)
        let resources = try descriptor(of: dataset).resources
        #expect(Set(resources.map(\.path)) == Set(dataset.files.map(\.name).filter { $0.hasSuffix(".csv") }))
        #expect(resources.count == 11)
        for resource in resources {
            let bytes = try dataset.bytes(resource.path)
            #expect(resource.bytes == bytes.count)
            #expect(resource.hash == "sha256:" + SourceFile(bytes).origin.sha256)
            #expect(resource.hash.utf8.count == 7 + 64)
            #expect(resource.path == "\(resource.name).csv")
            #expect(resource.encoding == "utf-8" && resource.mediatype == "text/csv")
        }
    }

    @Test func describesTheColumnsAsTheyStand() throws {
        let dataset = try Dataset(SampleReport.checked)
        for resource in try descriptor(of: dataset).resources {
            let header = try dataset.text(resource.path).prefix { $0 != "\n" }
            #expect(resource.schema.fields.map(\.name).joined(separator: ",") == header)
            #expect(resource.schema.fields.allSatisfy { ["string", "integer", "number"].contains($0.type) })
            #expect(resource.schema.primaryKey.allSatisfy { key in resource.schema.fields.contains { $0.name == key } })
        }
    }

    @Test func foreignKeysReferToTablesAndFields() throws {
        let resources = try descriptor(of: Dataset(SampleReport.checked)).resources
        var keys: Set<String> = []
        for resource in resources {
            for key in resource.schema.foreignKeys ?? [] {
                let target = try #require(resources.first { $0.name == key.reference.resource })
                #expect(key.fields.allSatisfy { name in resource.schema.fields.contains { $0.name == name } })
                #expect(key.reference.fields.allSatisfy { name in target.schema.fields.contains { $0.name == name } })
                keys.insert("\(resource.name).\(key.fields.joined()) → \(target.name).\(key.reference.fields.joined())")
            }
        }
        #expect(
            keys == [
                "matrix.row_id → rows.row_id", "cells.row_id → rows.row_id", "cells.column_id → columns.column_id",
                "provenance.cell_id → cells.cell_id", "references.row_id → rows.row_id",
                "references.cell_id → cells.cell_id", "acronym_mentions.acronym_id → acronyms.acronym_id",
                "acronym_mentions.cell_id → cells.cell_id", "links.cell_id → cells.cell_id",
                "entities.cell_id → cells.cell_id",
                "resources.url → links.url",
            ]
        )
    }

    @Test func namesReportSourceAndLicence() throws {
        let publication = Publication(
            publisher: "An Organisation",
            sourceURL: "https://example.org/matrix",
            licenceName: "CC0-1.0",
            licenceURL: "https://example.org/cc0"
        )
        let package = try descriptor(of: Dataset(SampleReport.checked, publication: publication))
        #expect(package.name == "us-poa-matrix-2007-07-17")
        #expect(package.title == "The Matrix")
        #expect(package.version == "2007-07-17")
        #expect(package.sources == [["title": "Input/matrix.txt", "path": "https://example.org/matrix"]])
        #expect(package.licenses == [["name": "CC0-1.0", "path": "https://example.org/cc0"]])
        #expect(package.contributors?.map(\.title) == ["An Organisation"])
        #expect(package.contributors?.map(\.roles) == [["publisher"]])
    }

    @Test func leavesOutWhatNobodySays() throws {
        var report = SampleReport.report
        report.identity.revised = nil
        let package = try descriptor(of: Dataset(CheckedReport(report, diagnostics: [])))
        #expect(package.version == nil)
        #expect(package.licenses == nil)
        #expect(package.contributors == nil)
        #expect(package.sources == [["title": "Input/matrix.txt"]])
    }

    /// A descriptor never names a file that was not written.
    @Test func listsOnlyWhatWasWritten() throws {
        let writer = DataPackageWriter(publication: Publication()) { _ in "" }
        let cells = OutputFile(name: "cells.csv", bytes: [0x61, 0x0A])
        let files = writer.write(SampleReport.checked, after: [cells, OutputFile(name: "report.json", bytes: [])])
        let package = try JSONDecoder().decode(Descriptor.self, from: Data(try #require(files.first).bytes))
        #expect(package.resources.map(\.path) == ["cells.csv"])
        #expect(package.resources.map(\.bytes) == [2])
    }
}
