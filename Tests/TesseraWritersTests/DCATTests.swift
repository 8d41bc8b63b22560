import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// What `dcat.jsonld` says of the dataset, and of what it was made from.
@Suite struct DCATTests {
    private static let file = Derivation.PipelineFile(
        path: "Pipelines/a.yaml",
        sha256: String(repeating: "ab", count: 32)
    )
    private static let source = "ni:///sha-256;Dw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8"

    private func nodes(
        _ report: Report = SampleReport.report,
        publication: Publication = Publication(),
        pipeline: Derivation.PipelineFile? = file
    ) throws -> [String: JSONTree] {
        let dataset = try Dataset(
            CheckedReport(report, diagnostics: []),
            publication: publication,
            derivation: Derivation(version: "1.2.3", pipeline: pipeline)
        )
        let graph = try dataset.tree("dcat.jsonld")["@graph"]?.elements ?? []
        return Dictionary(uniqueKeysWithValues: graph.map { ($0["@id"]?.text ?? "", $0) })
    }

    private func id(_ name: String) -> JSONTree { .members(["@id": .text(name)]) }

    @Test func tellsWhatTheDatasetWasMadeFromAndByWhat() throws {
        let nodes = try nodes()
        #expect(nodes["./"]?["prov:wasDerivedFrom"] == id(Self.source))
        #expect(nodes["./"]?["prov:wasGeneratedBy"] == id("#conversion"))
        #expect(nodes["#conversion"]?["prov:used"] == .list([id(Self.source), id("#pipeline")]))
        #expect(nodes["#conversion"]?["prov:wasAssociatedWith"] == id("#program"))
        #expect(nodes["#conversion"]?["prov:qualifiedAssociation"]?["prov:hadPlan"] == id("#pipeline"))
        #expect(nodes["#program"]?["foaf:name"] == .text("tessera"))
        #expect(nodes["#program"]?["dcat:version"] == .text("1.2.3"))
        #expect(nodes["#pipeline"]?["dct:title"] == .text("Pipelines/a.yaml"))
        let sum = nodes["#pipeline"]?["spdx:checksum"]?["spdx:checksumValue"]?["@value"]
        #expect(sum == .text(Self.file.sha256))
        let source = try #require(nodes[Self.source])
        #expect(source["dct:title"] == .text("Input/matrix.txt"))
        #expect(source["dcat:byteSize"]?["@value"] == .text("4711"))
    }

    @Test func eachFileIsADistribution() throws {
        let nodes = try nodes()
        let files = nodes["./"]?["dcat:distribution"]?.elements.compactMap { $0["@id"]?.text } ?? []
        #expect(files.count == 12 && files.contains("report.json") && files.contains("cells.csv"))
        let dataset = try Dataset(CheckedReport(SampleReport.report, diagnostics: []))
        for file in files {
            let bytes = try dataset.bytes(file)
            let node = try #require(nodes[file])
            #expect(node["dcat:byteSize"]?["@value"] == .text("\(bytes.count)"))
            #expect(
                node["spdx:checksum"]?["spdx:checksumValue"]?["@value"] == .text(SourceFile(bytes).origin.sha256)
            )
        }
    }

    /// A date is no more exact than the report says.
    @Test(arguments: [
        ("2007-07-17", "xsd:date"), ("2006-06", "xsd:gYearMonth"), ("2005", "xsd:gYear"),
    ])
    func datesHaveTheirPrecision(date: String, type: String) throws {
        var report = SampleReport.report
        report.identity.revised = PartialDate(date)
        let modified = try nodes(report)[Self.source]?["dct:modified"]
        #expect(modified == .members(["@value": .text(date), "@type": .text(type)]))
    }

    @Test func leavesOutWhatNobodySays() throws {
        var report = SampleReport.report
        report.identity.revised = nil
        report.identity.language = nil
        report.source.sha256 = ""
        let nodes = try nodes(report, pipeline: nil)
        let dataset = try #require(nodes["./"])
        for name in [
            "dct:publisher", "dct:license", "dct:language", "dcat:version", "dcat:keyword", "dcat:landingPage",
        ] {
            #expect(dataset[name] == nil, "\(name)")
        }
        #expect(nodes["#publisher"] == nil && nodes["#pipeline"] == nil)
        // A document of unknown bytes has a name inside the file.
        #expect(dataset["prov:wasDerivedFrom"] == id("#source"))
        #expect(nodes["#source"]?["spdx:checksum"] == nil)
        #expect(nodes["#conversion"]?["prov:used"] == .list([id("#source")]))
        #expect(nodes["#conversion"]?["prov:qualifiedAssociation"] == nil)
        #expect(dataset["dct:title"] == .text("The Matrix"))
    }

    @Test func namesThePartsOfASource() throws {
        var report = SampleReport.report
        report.source.parts = ["11", "22"].map { digits in
            Origin(
                path: "Input/\(digits).txt",
                mediaType: "text/plain",
                sha256: String(repeating: digits, count: 32),
                bytes: 1
            )
        }
        let nodes = try nodes(report)
        let parts = nodes[Self.source]?["dct:hasPart"]?.elements.compactMap { $0["@id"]?.text } ?? []
        #expect(parts.count == 2)
        #expect(parts.compactMap { nodes[$0]?["dct:title"]?.text } == ["Input/11.txt", "Input/22.txt"])
    }

    @Test func licenceAndPeopleAreNamed() throws {
        var publication = Publication(
            publisher: "Ministry",
            licenceName: "CC0-1.0",
            licenceURL: "https://example.org/l"
        )
        publication.contributors = [.init(title: "A. Person")]
        publication.doi = "10.1/a"
        let nodes = try nodes(publication: publication)
        let dataset = try #require(nodes["./"])
        #expect(dataset["dct:license"]?["@id"] == .text("https://example.org/l"))
        #expect(dataset["dct:license"]?["dct:identifier"] == .text("CC0-1.0"))
        #expect(nodes["cells.csv"]?["dct:license"] == id("https://example.org/l"))
        #expect(dataset["dct:publisher"] == id("#publisher"))
        #expect(nodes["#publisher"]?["foaf:name"] == .text("Ministry"))
        #expect(dataset["dct:contributor"] == .list([id("#contributor-2")]))
        #expect(nodes["#contributor-2"]?["foaf:name"] == .text("A. Person"))
        #expect(dataset["adms:identifier"]?["@id"] == .text("https://doi.org/10.1/a"))
    }

    @Test func peopleHaveTheirRoles() throws {
        var publication = Publication(publisher: "Ministry", sourceURL: "https://example.org/report")
        publication.contributors = [
            .init(title: "A", roles: ["Author", "contact"], url: "https://example.org/a", organisation: "House"),
            .init(title: "B", roles: ["translator"]), .init(title: "Ministry", roles: ["creator"]),
        ]
        let nodes = try nodes(publication: publication)
        let dataset = try #require(nodes["./"])
        #expect(dataset["dct:publisher"] == id("#publisher"))
        #expect(dataset["dct:creator"] == .list([id("#publisher"), id("#contributor-2")]))
        #expect(dataset["dct:contributor"] == .list([id("#contributor-3")]))
        let contacts = dataset["dcat:contactPoint"]?.elements ?? []
        #expect(contacts.map { $0["vcard:fn"] } == [.text("A")])
        #expect(contacts.first?["vcard:organization-name"] == .text("House"))
        #expect(nodes["#contributor-2"]?["org:memberOf"]?["foaf:name"] == .text("House"))
        let roles = (dataset["prov:qualifiedAttribution"]?.elements ?? []).map { attribution in
            (attribution["prov:agent"]?["@id"]?.text ?? "") + " "
                + (attribution["dcat:hadRole"]?["rdfs:label"]?.text ?? "")
        }
        #expect(
            roles == [
                "#publisher publisher", "#publisher creator", "#contributor-2 Author", "#contributor-2 contact",
                "#contributor-3 translator",
            ]
        )
        // What stands on the web may be another file than the one that was read.
        #expect(dataset["dct:source"] == id("https://example.org/report"))
        #expect(nodes[Self.source]?["foaf:page"] == nil)
    }
}
