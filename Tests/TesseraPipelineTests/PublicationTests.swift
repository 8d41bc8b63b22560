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
        ("www.example.org", "it does not begin with https:// or http://"),
        ("ftp://example.org/a", "it does not begin with https:// or http://"),
        ("a@b.example", "it does not begin with https:// or http://"), ("https://", "it names no host"),
        ("https:///a", "it names no host"), ("https://a b.example", "it holds a blank"),
        ("https://example.org/a b", "it holds a blank"),
        ("https://exämple.org", "its host holds the character 'ä'"),
        ("https://example.org/ä", "it holds the character 'ä'"),
        ("https://example.org/{a}", "it holds the character '{'"),
    ])
    func addressesAreWhole(address: String, reason: String) {
        let text = "wrong-value: '\(address)' is no address on the web: \(reason)"
        #expect(mistakes("  homepage: '\(address)'") == [text])
        #expect(mistakes("  url: '\(address)'") == [text])
        #expect(mistakes("  url: {2007: '\(address)'}") == [text])
        #expect(mistakes("  licence: {url: '\(address)'}") == [text])
        #expect(mistakes("  contributors: [{title: A, url: '\(address)'}]") == [text])
    }

    /// What to write instead.
    @Test(arguments: [
        ("https://example.org/a b", "write %20 for the blank, or take it out"),
        ("https://example.org/é", "write %C3%A9 for it"),
        ("https://bücher.example/a b", "write the host in ASCII, as browsers hand it on: 'xn--…'"),
    ])
    func advisesHowToWriteAddresses(address: String, advice: String) throws {
        let failure = #expect(throws: PipelineFileFailure.self) { try publication("  url: '\(address)'") }
        #expect(failure?.mistakes.map(\.suggestion) == [advice])
    }

    /// A Data Package takes nothing else.
    @Test func licencesHaveAnIdOrAnAddress() throws {
        #expect(mistakes("  licence: {name: Own terms}") == ["wrong-value: 'Own terms' is no id of a licence"])
        #expect(mistakes("  licence: {name: Lizenz-ä}") == ["wrong-value: 'Lizenz-ä' is no id of a licence"])
        #expect(mistakes("  licence: {title: Own terms}") == ["missing-key: 'licence' has neither 'name' nor 'url'"])
        let failure = #expect(throws: PipelineFileFailure.self) { try publication("  licence:\n    name: Own terms") }
        let mistake = try #require(failure?.mistakes.first)
        let line = Made.pipeline.split(separator: "\n", omittingEmptySubsequences: false).count + 3
        guard case .line(line, 11)? = mistake.place?.start else {
            Issue.record("\(String(describing: mistake.place))")
            return
        }
        #expect(mistake.suggestion?.contains("words belong in 'title'") == true)
        #expect(try publication("  licence: {name: cc-by-4.0}").licenceName == "cc-by-4.0")
        #expect(try publication("  licence: {url: https://example.org/l, title: Own}").licenceTitle == "Own")
    }

    /// A DOI names one version of a dataset.
    @Test func revisionsHaveTheirOwn() throws {
        let own = try publication(
            """
              doi: {2007-07-17: 10.1/a, 2006-06: 10.1/b}
              url:
                2007-07-17: https://example.org/2007
            """
        )
        #expect(own.of(revision: PartialDate("2007-07-17")).doi == "10.1/a")
        #expect(own.of(revision: PartialDate("2006-06")).doi == "10.1/b")
        #expect(own.of(revision: PartialDate("2006")).doi == nil && own.of(revision: nil).doi == nil)
        #expect(own.of(revision: PartialDate("2007-07-17")).sourceURL == "https://example.org/2007")
        #expect(own.of(revision: PartialDate("2006-06")).sourceURL == nil)
        // A plain value is that of all.
        #expect(try publication("  doi: 10.1/a").of(revision: PartialDate("2006")).doi == "10.1/a")
        #expect(mistakes("  doi: {May: 10.1/a}") == ["wrong-value: 'May' under 'doi' is no revision"])
        #expect(mistakes("  doi: {2007: 10.1}") == ["wrong-value: '10.1' is no DOI"])
        #expect(
            mistakes("  doi: {'2007': 10.1/a, 2007: 10.1/b}")
                == ["duplicate-key: the revision '2007' occurs twice under 'doi'"]
        )
    }

    @Test func datasetsHaveTheIdentifierOfTheirRevision() throws {
        let yaml = Made.pipeline + "\npublication: {doi: {2006-06: 10.1/a, 2007-07: 10.1/b}}\n"
        let pipeline = Pipeline(try PipelineDecoder.decode(Array(yaml.utf8)))
        for (date, doi) in [("June 2006", "10.1/a"), ("July 2007", "10.1/b"), ("July 2008", nil)] {
            let document = try SourceDocument.text(Made.document(revised: date))
            let files = try pipeline.files(of: pipeline.checkedReport(of: document, log: DiagnosticLog()))
            let citation = try #require(files.first { $0.name == "CITATION.cff" })
            let line = String(decoding: citation.bytes, as: UTF8.self).split(separator: "\n").first {
                $0.hasPrefix("doi: ")
            }
            #expect(line == doi.map { "doi: \"\($0)\"" })
        }
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
