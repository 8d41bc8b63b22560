import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraStages
import TesseraWriters
import TestSupport
import Testing

/// The key `publication`, and what is said of the pipeline file.
@Suite struct PublicationTests {
    private func publication(_ yaml: String) throws -> Publication {
        try PipelineDecoder.decode(Array((Made.pipeline + "\npublication:\n" + yaml).utf8)).publication
    }

    private func mistakes(_ yaml: String) -> [String] {
        do {
            _ = try publication(yaml)
            return []
        } catch let failure as PipelineFileFailure {
            return failure.mistakes.map { "\($0.id): \($0.message)" }
        } catch {
            return ["\(error)"]
        }
    }

    @Test func readsAllOfIt() throws {
        let publication = try publication(
            """
              publisher: A Ministry
              url: https://example.org/report
              description: What it is about
              keywords: [arms, laws]
              homepage: http://example.org
              doi: 10.5281/zenodo.1
              contributors:
                - B. Person
                - title: C. Person
                  roles: [author, contact]
                  url: https://example.org/c
                  organisation: A Ministry
              licence: {name: CC0-1.0, title: Nobody's, url: https://example.org/l}
            """
        )
        var expected = Publication(
            publisher: "A Ministry",
            sourceURL: "https://example.org/report",
            licenceName: "CC0-1.0",
            licenceTitle: "Nobody's",
            licenceURL: "https://example.org/l"
        )
        expected.description = "What it is about"
        expected.keywords = ["arms", "laws"]
        expected.homepage = "http://example.org"
        expected.doi = "10.5281/zenodo.1"
        expected.contributors = [
            .init(title: "B. Person"),
            .init(
                title: "C. Person",
                roles: ["author", "contact"],
                url: "https://example.org/c",
                organisation: "A Ministry"
            ),
        ]
        #expect(publication == expected)
    }

    @Test(arguments: [
        "www.example.org", "ftp://example.org/a", "https://", "https://a b.example", "https://exämple.org",
        "a@b.example",
    ])
    func addressesAreWhole(address: String) {
        let text = "wrong-value: '\(address)' is no address on the web"
        #expect(mistakes("  homepage: '\(address)'") == [text])
        #expect(mistakes("  url: '\(address)'") == [text])
        #expect(mistakes("  licence: {url: '\(address)'}") == [text])
        #expect(mistakes("  contributors: [{title: A, url: '\(address)'}]") == [text])
    }

    @Test(arguments: ["https://doi.org/10.1/a", "doi:10.1/a", "10.1", "10./a", "11.1/a", "10.x/a", "10.1/a b", "10.1/"])
    func identifiersAreBare(doi: String) {
        #expect(mistakes("  doi: '\(doi)'") == ["wrong-value: '\(doi)' is no DOI"])
    }

    @Test func saysWhatIsWrongWithTheRest() {
        #expect(mistakes("  keywords: [a, b, a]") == ["wrong-value: 'a' stands under 'keywords' twice"])
        #expect(
            mistakes("  contributors: [{roles: [a]}]") == ["missing-key: an entry of 'contributors' has no 'title'"]
        )
        #expect(
            mistakes("  contributors: [{title: A, organization: B}]")
                == ["unknown-key: an entry of 'contributors' has no key 'organization'"]
        )
        #expect(mistakes("  description: [a]") == ["wrong-type: 'description' must be text"])
    }

    /// The file that a dataset was made by is named from the project's folder, with its checksum.
    @Test func descriptionsNameThePipelineFile() throws {
        try withTemporaryFolder { folder in
            let yaml = Array(Made.pipeline.utf8)
            try FileSystem.createDirectory("\(folder)/Pipelines/deep", withParents: true)
            try FileSystem.write(yaml, to: "\(folder)/Pipelines/deep/made.yaml")
            let set = try PipelineSet(folder: "\(folder)/Pipelines", naming: .revision)
            let source = try #require(try write([Made.document(revised: "June 2006")], into: folder).first)
            let conversion = Converter(set).convert(source)
            let descriptor = try #require(conversion.files.first { $0.name == "datapackage.json" })
            guard case .object(let members) = try JSONParser.parse(descriptor.bytes),
                case .object(let derivation)? = members["derivation"]
            else {
                Issue.record("no derivation")
                return
            }
            #expect(derivation["version"] == .string(Tessera.version))
            #expect(
                derivation["pipeline"]
                    == .object([
                        "path": "Pipelines/deep/made.yaml", "hash": .string("sha256:\(SourceFile(yaml).origin.sha256)"),
                    ])
            )
            #expect(conversion.version?.revised == PartialDate(year: 2006, month: 6))
            #expect(conversion.version?.source == conversion.origin?.sha256)
        }
    }
}
