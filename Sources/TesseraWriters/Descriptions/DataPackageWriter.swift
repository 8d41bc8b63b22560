public import TesseraModel

/// Writes `datapackage.json`: a Data Package v2 descriptor (https://datapackage.org) of every file.
public struct DataPackageWriter: Writer {
    private let facts: DescriptionFacts

    package init(_ facts: DescriptionFacts) { self.facts = facts }

    public let name = "datapackage"
    public let title = "Data Package v2 descriptor"
    public let files = [
        DatasetFile("datapackage.json", "Data Package: what the files hold", mediaType: "application/json")
    ]

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        [OutputFile(name: "datapackage.json", bytes: descriptor(report.report, written).serialised())]
    }

    private func descriptor(_ report: Report, _ written: [OutputFile]) -> JSONValue {
        let publication = facts.publication
        let tables = DataTable.all(of: report)
        var members: JSONObject = [
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": .string(report.identity.id),
            "title": .string(report.identity.title),
            "description": .string(facts.summary(of: report)),
            "sources": .array(sources(of: report)),
            "derivation": derivation,
            "counts": .object([
                "rows": .number(report.rows.count), "columns": .number(report.contentColumns.count),
                "cells": .number(report.cells.count),
            ]),
            "resources": .array(
                tables.compactMap { table in
                    written.first { $0.name == table.fileName }.map { resource(table, $0) }
                } + written.filter { file in !tables.contains { $0.fileName == file.name } }.map(resource)
            ),
        ]
        if let revised = report.identity.revised { members["version"] = .string(revised.description) }
        if let language = report.identity.language { members["languages"] = .array([.string(language)]) }
        if let address = facts.doiAddress { members["id"] = .string(address) }
        if let homepage = publication.homepage { members["homepage"] = .string(homepage) }
        if !publication.keywords.isEmpty { members["keywords"] = .array(publication.keywords.map(JSONValue.string)) }
        let contributors = facts.contributors
        if !contributors.isEmpty { members["contributors"] = .array(contributors.map(contributor)) }
        let licence = [
            ("name", publication.licenceName), ("title", publication.licenceTitle), ("path", publication.licenceURL),
        ].compactMap { key, value in value.map { (key: key, value: JSONValue.string($0)) } }
        if !licence.isEmpty { members["licenses"] = .array([.object(JSONObject(licence))]) }
        return .object(members)
    }

    /// The file that was read, or each part of it, then the report on the web: that may be another file, so nothing is said
    /// of its bytes. Media type, length and checksum are properties of our own.
    private func sources(of report: Report) -> [JSONValue] {
        var sources = report.describedSource.files.map { file -> JSONValue in
            var source: JSONObject = [
                "title": .string(file.path), "bytes": .number(file.bytes), "mediatype": .string(file.mediaType),
                "hash": .string("sha256:\(file.sha256)"),
            ]
            if let revised = report.identity.revised { source["version"] = .string(revised.description) }
            return .object(source)
        }
        if let address = facts.publication.sourceURL {
            sources.append(.object(["title": .string(report.identity.title), "path": .string(address)]))
        }
        return sources
    }

    /// What made the dataset: a property of our own.
    private var derivation: JSONValue {
        var members: JSONObject = [
            "program": .string(facts.derivation.program), "version": .string(facts.derivation.version),
        ]
        if let pipeline = facts.derivation.pipeline {
            members["pipeline"] = .object([
                "path": .string(pipeline.path), "hash": .string("sha256:\(pipeline.sha256)"),
            ])
        }
        return .object(members)
    }

    private func contributor(_ contributor: Publication.Contributor) -> JSONValue {
        var members: JSONObject = ["title": .string(contributor.title)]
        if !contributor.roles.isEmpty { members["roles"] = .array(contributor.roles.map(JSONValue.string)) }
        if let url = contributor.url { members["path"] = .string(url) }
        if let organisation = contributor.organisation { members["organization"] = .string(organisation) }
        return .object(members)
    }

    private func resource(_ table: DataTable, _ file: OutputFile) -> JSONValue {
        var members = properties(of: file)
        members["name"] = .string(table.name)
        members["title"] = .string(table.title)
        members["type"] = "table"
        members["schema"] = DataPackageWriter.schema(of: table)
        return .object(members)
    }

    /// A file that is no table. The standard knows no other `type`, so it has none.
    private func resource(_ file: OutputFile) -> JSONValue {
        var members = properties(of: file)
        members["name"] = .string(file.name.lowercased())
        // In small letters, frictionless takes report.json for a report of its own, and JSON Lines for a table.
        let kind = Writers.file(named: file.name)
        members["format"] = .string(kind.format.uppercased())
        members["title"] = .string(kind.title)
        return .object(members)
    }

    private func properties(of file: OutputFile) -> JSONObject {
        let kind = Writers.file(named: file.name)
        var members: JSONObject = [
            "path": .string(file.name),
            "format": .string(kind.format),
            "mediatype": .string(kind.mediaType),
            "bytes": .number(file.bytes.count),
            "hash": .string("sha256:\(facts.checksum(of: file))"),
        ]
        if kind.isText { members["encoding"] = "utf-8" }
        return members
    }
}

extension DataTable {
    /// The table's file where it is written as CSV.
    var fileName: String { "\(name).csv" }
}
