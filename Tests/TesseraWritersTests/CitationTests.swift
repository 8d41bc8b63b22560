import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// `CITATION.cff`, word for word.
@Suite struct CitationTests {
    private func citation(
        _ report: Report = SampleReport.report,
        _ publication: Publication = Publication()
    ) throws -> String {
        try Dataset(CheckedReport(report, diagnostics: []), publication: publication).text("CITATION.cff")
    }

    @Test func saysHowToCiteDatasetAndReport() throws {
        var publication = Publication(
            publisher: "Ministry of Arms",
            sourceURL: "https://example.org/matrix",
            licenceName: "CC0-1.0",
            licenceURL: "https://example.org/cc0"
        )
        publication.description = "Laws: and “more”"
        publication.keywords = ["arms", "2007"]
        publication.homepage = "https://example.org/"
        publication.doi = "10.5281/zenodo.1"
        #expect(
            try citation(SampleReport.report, publication) == """
                cff-version: "1.2.0"
                message: "If you use this dataset, please cite it, and the report that it was made from."
                type: "dataset"
                title: "The Matrix"
                authors:
                  - name: "Ministry of Arms"
                version: "2007-07-17"
                date-released: "2007-07-17"
                abstract: "Laws: and “more”"
                keywords:
                  - "arms"
                  - "2007"
                license: "CC0-1.0"
                doi: "10.5281/zenodo.1"
                url: "https://example.org/"
                identifiers:
                  - type: "other"
                    value: "us-poa-matrix-2007-07-17"
                    description: "The id of the dataset"
                references:
                  - type: "report"
                    title: "The Matrix"
                    authors:
                      - name: "Ministry of Arms"
                    number: "CP/CSH-918/07"
                    date-published: "2007-07-17"
                    year: 2007
                    month: 7
                    languages:
                      - "en"
                    url: "https://example.org/matrix"
                    filename: "Input/matrix.txt"
                    identifiers:
                      - type: "other"
                        value: "sha256:0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f"
                        description: "The checksum of the file that was read"

                """
        )
    }

    /// Nothing is invented; the format insists on an author, and has a word for one who is not known.
    @Test func leavesOutWhatNobodySays() throws {
        var report = SampleReport.report
        report.identity.revised = PartialDate(year: 2006, month: 6)
        report.identity.documentCode = nil
        report.identity.language = nil
        report.source.sha256 = ""
        let text = try citation(report)
        #expect(text.contains("authors:\n  - name: \"anonymous\"\nversion: \"2006-06\"\nabstract:"))
        #expect(
            text.hasSuffix(
                """
                references:
                  - type: "report"
                    title: "The Matrix"
                    authors:
                      - name: "anonymous"
                    year: 2006
                    month: 6
                    filename: "Input/matrix.txt"

                """
            )
        )
        #expect(!text.contains("license") && !text.contains("date-released") && !text.contains("keywords"))
    }

    @Test func namesTheAuthorsWhereThereAreSome() throws {
        var publication = Publication(publisher: "Ministry")
        publication.contributors = [
            .init(title: "B", roles: ["Author"], url: "https://example.org/b"), .init(title: "C", roles: ["editor"]),
        ]
        #expect(
            try citation(SampleReport.report, publication).contains(
                "authors:\n  - name: \"B\"\n    website: \"https://example.org/b\"\nversion"
            )
        )
    }

    /// Who made the dataset has not written the report, and whom to ask has made neither.
    @Test func theReportIsItsPublishers() throws {
        var publication = Publication(publisher: "Ministry")
        publication.contributors = [.init(title: "B", roles: ["author"]), .init(title: "C", roles: ["contact"])]
        let text = try citation(SampleReport.report, publication)
        #expect(text.contains("\nauthors:\n  - name: \"B\"\nversion"))
        #expect(text.contains("\n    authors:\n      - name: \"Ministry\"\n    number"))
        publication.publisher = nil
        #expect(
            try citation(SampleReport.report, publication).contains(
                "\n    authors:\n      - name: \"anonymous\"\n    number"
            )
        )
        publication.contributors = [.init(title: "C", roles: ["contact"])]
        #expect(
            try citation(SampleReport.report, publication).contains("\nauthors:\n  - name: \"anonymous\"\nversion")
        )
    }

    @Test(arguments: ["cc-by-4.0", "CC-BY-4.0", "Cc-By-4.0"])
    func licencesAreSpeltAsSPDXDoes(name: String) throws {
        #expect(
            try citation(SampleReport.report, Publication(licenceName: name)).contains("\nlicense: \"CC-BY-4.0\"\n")
        )
    }

    /// A name that SPDX does not know is none that the format takes: the address stands for it.
    @Test func licencesOfOthersAreNamedByTheirAddress() throws {
        let own = Publication(licenceName: "other-pd", licenceURL: "https://example.org/pd")
        #expect(try citation(SampleReport.report, own).contains("\nlicense-url: \"https://example.org/pd\"\n"))
        #expect(try !citation(SampleReport.report, own).contains("\nlicense: "))
        #expect(try !citation(SampleReport.report, Publication(licenceName: "other-pd")).contains("\nlicense"))
    }

    /// What means something in YAML means itself.
    @Test func anyTextStandsInQuotationMarks() throws {
        var report = SampleReport.report
        report.identity.title = "A \"B\" \\ C: # [x]\n\tD\u{7F}\u{85}\u{2028}\u{FEFF}é"
        #expect(
            try citation(report).contains(#"title: "A \"B\" \\ C: # [x]\n\u0009D\u007f\u0085\u2028\ufeffé""# + "\n")
        )
    }
}
