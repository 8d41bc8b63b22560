public import TesseraModel

/// Writes `datapackage.json`: a Data Package v2 descriptor (https://datapackage.org) of every CSV file.
public struct DataPackageWriter: Writer {
    private let publication: Publication
    private let checksum: @Sendable ([UInt8]) -> String

    /// - Parameters:
    ///   - publication: what the descriptor says about origin and licence.
    ///   - checksum: SHA-256 of some bytes in lower-case hexadecimal digits.
    public init(publication: Publication, checksum: @escaping @Sendable ([UInt8]) -> String) {
        self.publication = publication
        self.checksum = checksum
    }

    public let name = "datapackage"
    public let title = "Data Package v2 descriptor"
    public let fileNames = ["datapackage.json"]

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        [OutputFile(name: "datapackage.json", bytes: descriptor(report.report, written).serialised())]
    }

    private func descriptor(_ report: Report, _ written: [OutputFile]) -> JSONValue {
        var members: JSONObject = [
            "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
            "name": .string(report.identity.id),
            "title": .string(report.identity.title),
            "sources": .array(sources(of: report)),
            "resources": .array(
                DataTable.all(of: report).compactMap { table in
                    written.first { $0.name == "\(table.name).csv" }.map { resource(table, $0) }
                }
            ),
        ]
        if let revised = report.identity.revised { members["version"] = .string(revised.description) }
        if let publisher = publication.publisher {
            members["contributors"] = .array([.object(["title": .string(publisher), "roles": .array(["publisher"])])])
        }
        let licence = [
            ("name", publication.licenceName), ("title", publication.licenceTitle), ("path", publication.licenceURL),
        ].compactMap { key, value in value.map { (key: key, value: JSONValue.string($0)) } }
        if !licence.isEmpty { members["licenses"] = .array([.object(JSONObject(licence))]) }
        return .object(members)
    }

    /// The source, or each part of it.
    private func sources(of report: Report) -> [JSONValue] {
        let origin = report.extractedFrom ?? report.source
        return (origin.parts.isEmpty ? [origin] : origin.parts).map { file in
            var source: JSONObject = ["title": .string(file.path)]
            if let address = publication.sourceURL { source["path"] = .string(address) }
            return .object(source)
        }
    }

    private func resource(_ table: DataTable, _ file: OutputFile) -> JSONValue {
        .object([
            "name": .string(table.name),
            "title": .string(table.title),
            "type": "table",
            "path": .string(file.name),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "bytes": .number(file.bytes.count),
            "hash": .string("sha256:\(checksum(file.bytes))"),
            "schema": DataPackageWriter.schema(of: table),
        ])
    }
}
