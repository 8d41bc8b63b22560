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
        var sources: [Source]
        var description: String
        var id: String?
        var homepage: String?
        var keywords: [String]?
        var languages: [String]?
        var derivation: Derivation
        var counts: [String: Int]
        var licenses: [[String: String]]?
        var contributors: [Contributor]?
    }

    private struct Contributor: Decodable, Equatable {
        var title: String
        var roles: [String]?
        var path: String?
        var organization: String?
    }

    private struct Source: Decodable, Equatable {
        var title: String
        var path: String?
        var version: String?
        var mediatype: String?
        var bytes: Int?
        var hash: String?
    }

    private struct Derivation: Decodable {
        var program: String
        var version: String
        var pipeline: [String: String]?
    }

    private struct Resource: Decodable {
        var name: String
        var path: String
        var type: String?
        var format: String
        var bytes: Int
        var hash: String
        var encoding: String?
        var mediatype: String
        var schema: Schema?
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

    /// The tables of the dataset.
    private func tables(_ dataset: Dataset) throws -> [(resource: Resource, schema: Schema)] {
        try descriptor(of: dataset).resources.compactMap { resource in resource.schema.map { (resource, $0) } }
    }

    @Test func listsEveryFileWithItsBytesAndChecksum() throws {
        let dataset = try Dataset(SampleReport.checked)
        let resources = try descriptor(of: dataset).resources
        #expect(Set(resources.map(\.path)) == Set(dataset.files.map(\.name)).subtracting(["datapackage.json"]))
        #expect(Set(resources.map(\.name)).count == resources.count)
        for resource in resources {
            let bytes = try dataset.bytes(resource.path)
            #expect(resource.bytes == bytes.count)
            #expect(resource.hash == "sha256:" + SourceFile(bytes).origin.sha256)
            #expect(resource.hash.utf8.count == 7 + 64)
            #expect(resource.encoding == "utf-8")
        }
    }

    @Test func tablesAreDescribedAsTables() throws {
        let dataset = try Dataset(SampleReport.checked)
        let tables = try tables(dataset)
        #expect(Set(tables.map(\.resource.path)) == Set(dataset.files.map(\.name).filter { $0.hasSuffix(".csv") }))
        #expect(tables.count == 11)
        for (resource, _) in tables {
            #expect(resource.path == "\(resource.name).csv")
            #expect(resource.type == "table" && resource.format == "csv" && resource.mediatype == "text/csv")
        }
        // The standard knows no other type.
        let others = try descriptor(of: dataset).resources.filter { $0.schema == nil }
        #expect(others.allSatisfy { $0.type == nil })
        #expect(
            others.map { "\($0.name) \($0.mediatype)" } == [
                "report.json application/json", "csv-metadata.json application/json",
                "croissant.json application/json", "dcat.jsonld application/ld+json", "citation.cff application/yaml",
            ]
        )
    }

    @Test func describesTheColumnsAsTheyStand() throws {
        let dataset = try Dataset(SampleReport.checked)
        for (resource, schema) in try tables(dataset) {
            let header = try dataset.text(resource.path).prefix { $0 != "\n" }
            #expect(schema.fields.map(\.name).joined(separator: ",") == header)
            #expect(schema.fields.allSatisfy { ["string", "integer", "number"].contains($0.type) })
            #expect(schema.primaryKey.allSatisfy { key in schema.fields.contains { $0.name == key } })
        }
    }

    @Test func foreignKeysReferToTablesAndFields() throws {
        let tables = try tables(try Dataset(SampleReport.checked))
        var keys: Set<String> = []
        for (resource, schema) in tables {
            for key in schema.foreignKeys ?? [] {
                let target = try #require(tables.first { $0.resource.name == key.reference.resource })
                #expect(key.fields.allSatisfy { name in schema.fields.contains { $0.name == name } })
                #expect(key.reference.fields.allSatisfy { name in target.schema.fields.contains { $0.name == name } })
                let columns = (key.fields.joined(), key.reference.fields.joined())
                keys.insert("\(resource.name).\(columns.0) → \(target.resource.name).\(columns.1)")
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
        var publication = Publication(
            publisher: "An Organisation",
            sourceURL: "https://example.org/matrix",
            licenceName: "CC0-1.0",
            licenceURL: "https://example.org/cc0"
        )
        publication.description = "What it is about"
        publication.keywords = ["arms", "laws"]
        publication.homepage = "https://example.org/"
        publication.doi = "10.5281/zenodo.1"
        publication.contributors = [
            .init(title: "A. Person", roles: ["editor"], url: "https://example.org/a", organisation: "An Organisation"),
            .init(title: "An Organisation", roles: ["author"]),
        ]
        let file = TesseraWriters.Derivation.PipelineFile(path: "Pipelines/a.yaml", sha256: "ab")
        let dataset = try Dataset(
            SampleReport.checked,
            publication: publication,
            derivation: TesseraWriters.Derivation(version: "1.2.3", pipeline: file)
        )
        let package = try descriptor(of: dataset)
        #expect(package.name == "us-poa-matrix-2007-07-17")
        #expect(package.title == "The Matrix")
        #expect(package.version == "2007-07-17")
        #expect(package.description == "What it is about")
        #expect(package.keywords == ["arms", "laws"])
        #expect(package.homepage == "https://example.org/")
        #expect(package.id == "https://doi.org/10.5281/zenodo.1")
        #expect(package.languages == ["en"])
        #expect(package.counts == ["rows": 2, "columns": 3, "cells": 6])
        // What stands on the web may be another file than the one that was read.
        #expect(
            package.sources == [
                source(version: "2007-07-17"), Source(title: "The Matrix", path: "https://example.org/matrix"),
            ]
        )
        #expect(package.licenses == [["name": "CC0-1.0", "path": "https://example.org/cc0"]])
        // The publisher comes first, and counts once.
        #expect(
            package.contributors == [
                Contributor(title: "An Organisation", roles: ["publisher", "author"]),
                Contributor(
                    title: "A. Person",
                    roles: ["editor"],
                    path: "https://example.org/a",
                    organization: "An Organisation"
                ),
            ]
        )
        #expect(package.derivation.program == "tessera" && package.derivation.version == "1.2.3")
        #expect(package.derivation.pipeline == ["path": "Pipelines/a.yaml", "hash": "sha256:ab"])
    }

    private func source(version: String? = nil) -> Source {
        Source(
            title: "Input/matrix.txt",
            version: version,
            mediatype: "text/plain",
            bytes: 4_711,
            hash: "sha256:" + String(repeating: "0f", count: 32)
        )
    }

    @Test func leavesOutWhatNobodySays() throws {
        var report = SampleReport.report
        report.identity.revised = nil
        report.identity.language = nil
        let package = try descriptor(of: Dataset(CheckedReport(report, diagnostics: [])))
        #expect(package.version == nil && package.licenses == nil && package.contributors == nil)
        #expect(package.keywords == nil && package.homepage == nil && package.id == nil && package.languages == nil)
        #expect(package.derivation.pipeline == nil)
        #expect(package.sources == [source()])
        // What can be counted is said in any case.
        #expect(package.description.contains("“The Matrix”, as tables: 2 rows, 3 content columns, 6 cells;"))
    }

    /// A descriptor never names a file that was not written.
    @Test func listsOnlyWhatWasWritten() throws {
        let writers = Writers.descriptions(publication: Publication()) { _ in "" }
        let writer = try #require(writers.last)
        let cells = OutputFile(name: "cells.csv", bytes: [0x61, 0x0A])
        let other = OutputFile(name: "dataset.sqlite", bytes: [0])
        let files = try writer.write(SampleReport.checked, after: [other, cells])
        let package = try JSONDecoder().decode(Descriptor.self, from: Data(try #require(files.first).bytes))
        #expect(package.resources.map(\.path) == ["cells.csv", "dataset.sqlite"])
        #expect(package.resources.map(\.bytes) == [2, 1])
        #expect(package.resources.map(\.encoding) == ["utf-8", nil])
        #expect(package.resources.map(\.mediatype) == ["text/csv", "application/vnd.sqlite3"])
    }
}
