import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// What `croissant.json` says of the tables.
@Suite struct CroissantTests {
    private func metadata(_ publication: Publication = Publication()) throws -> JSONTree {
        try Dataset(SampleReport.checked, publication: publication).tree("croissant.json")
    }

    private func fields(_ metadata: JSONTree) -> [String: JSONTree] {
        let fields = (metadata["recordSet"]?.elements ?? []).flatMap { $0["field"]?.elements ?? [] }
        return Dictionary(uniqueKeysWithValues: fields.map { ($0["@id"]?.text ?? "", $0) })
    }

    @Test func listsTheCSVFilesWithTheirChecksums() throws {
        let dataset = try Dataset(SampleReport.checked)
        let files = try metadata()["distribution"]?.elements ?? []
        #expect(files.count == 11)
        for file in files {
            let name = try #require(file["contentUrl"]?.text)
            let bytes = try dataset.bytes(name)
            #expect(file["sha256"] == .text(SourceFile(bytes).origin.sha256))
            #expect(file["contentSize"] == .text("\(bytes.count) B"))
        }
    }

    @Test func recordSetsHaveKeysAndFieldsHaveTypes() throws {
        let metadata = try metadata()
        let sets = metadata["recordSet"]?.elements ?? []
        func key(_ name: String) -> JSONTree? { sets.first { $0["@id"] == .text(name) }?["key"] }
        #expect(key("cells") == .members(["@id": .text("cells/cell_id")]))
        #expect(
            key("provenance")
                == .list([.members(["@id": .text("provenance/cell_id")]), .members(["@id": .text("provenance/start")])])
        )
        let fields = fields(metadata)
        #expect(fields["cells/words"]?["dataType"] == .text("sc:Integer"))
        #expect(fields["cells/confidence"]?["dataType"] == .text("sc:Float"))
        #expect(fields["cells/text"]?["source"]?["extract"]?["column"] == .text("text"))
    }

    /// A reference joins record sets: onto a column that is no key, it would double records.
    @Test func referencesNameOneRecord() throws {
        let fields = fields(try metadata())
        #expect(fields["cells/row_id"]?["references"]?["field"]?["@id"] == .text("rows/row_id"))
        #expect(fields["links/cell_id"]?["references"]?["field"]?["@id"] == .text("cells/cell_id"))
        #expect(fields["resources/url"] != nil && fields["resources/url"]?["references"] == nil)
    }

    @Test func saysHowToCite() throws {
        #expect(try metadata()["citeAs"] == .text("The Matrix (2007). Dataset us-poa-matrix-2007-07-17."))
        var publication = Publication(publisher: "Ministry of Arms, Ltd.")
        publication.doi = "10.1/a"
        #expect(
            try metadata(publication)["citeAs"]
                == .text(
                    "Ministry of Arms, Ltd. (2007): The Matrix. Dataset us-poa-matrix-2007-07-17. https://doi.org/10.1/a."
                )
        )
        #expect(try metadata(publication)["url"] == .text("https://doi.org/10.1/a"))
    }

    @Test func namesPublisherAndCreators() throws {
        var publication = Publication(publisher: "Ministry")
        publication.contributors = [
            .init(title: "A", roles: ["author"], url: "https://example.org/a", organisation: "House"),
            .init(title: "B", roles: ["contact"]),
        ]
        let metadata = try metadata(publication)
        #expect(metadata["publisher"]?["name"] == .text("Ministry"))
        let creators = metadata["creator"]?.elements ?? []
        #expect(creators.map { $0["name"] } == [.text("A")])
        #expect(creators.first?["@type"] == .text("sc:Person"))
        #expect(creators.first?["affiliation"]?["name"] == .text("House"))
        #expect(try self.metadata()["creator"] == nil)
    }
}
