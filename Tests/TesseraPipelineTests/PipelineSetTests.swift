import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraStages
import TestSupport
import Testing

/// A document finds its own pipeline.
@Suite struct PipelineSetTests {
    private func pipeline(
        _ id: String,
        match: [String] = [],
        headings: [String] = ["National Laws", "Assistance Given"]
    ) throws -> Pipeline {
        var yaml =
            "tessera: 1\nid: \(id)\ntitle: T\ncolumns:\n  - {id: label, role: row-heading, heading: Commitment}\n"
        for (index, heading) in headings.enumerated() { yaml += "  - {id: c\(index), heading: '\(heading)'}\n" }
        yaml += "rows:\n  scheme: PoA\n  label: 'Section {section:roman}, para {paragraph:numbers}'\n"
        if !match.isEmpty { yaml += "match:\n" + match.map { "  - '\($0)'\n" }.joined() }
        return Pipeline(try PipelineDecoder.decode(Array(yaml.utf8)))
    }

    private func chosen(_ pipelines: [Pipeline], _ text: String) throws -> String {
        try PipelineSet(pipelines).pipeline(for: try SourceDocument.text(text)).definition.id
    }

    private static let document = "CP18930E01\n" + Made.document(revised: "June 2006")

    @Test func choosesByTheHeadings() throws {
        let pipelines = [
            try pipeline("other", headings: ["Strategy", "Budget"]), try pipeline("fitting"),
            try pipeline("wider", headings: ["National Laws", "Assistance Given", "Budget"]),
        ]
        #expect(try chosen(pipelines, Self.document) == "fitting")
        #expect(try chosen(pipelines.reversed(), Self.document) == "fitting")
    }

    @Test func prefersTheOneThatAsksForMore() throws {
        let pipelines = [
            try pipeline("plain"), try pipeline("closer", match: ["National Laws", "Assistance Given", "CP18930E01"]),
        ]
        #expect(try chosen(pipelines, Self.document) == "closer")
        #expect(try chosen(pipelines, Made.document(revised: nil)) == "plain")
    }

    /// The segmenter takes headings that are typed over two lines, so the choice must as well.
    @Test func findsHeadingsOverTwoLines() throws {
        let text = Self.document.replacingFirst("\tNational Laws", with: "\tNational\n\nLaws")
        #expect(try chosen([try pipeline("fitting")], text) == "fitting")
    }

    @Test func namesTheNearestWhereNoneFits() throws {
        let pipelines = [
            try pipeline("far", headings: ["Strategy", "Budget"]),
            try pipeline("near", headings: ["National Laws", "Annual Budget", "Assistance Given"]),
        ]
        let failure = #expect(throws: DocumentFailure.self) { try chosen(pipelines, Self.document) }
        let diagnostic = try #require(failure?.diagnostic)
        #expect(diagnostic.id == "no-matching-pipeline")
        let words = diagnostic.message + diagnostic.notes.joined()
        #expect(words.contains("'near'") && !words.contains("'far'"))
        #expect(words.contains("'Annual Budget'") && !words.contains("National Laws"))
        #expect(diagnostic.suggestion != nil)
    }

    @Test func namesNoneWhereNothingIsNear() throws {
        func diagnostic(_ pipelines: [Pipeline]) throws -> Diagnostic {
            try #require(#expect(throws: DocumentFailure.self) { try chosen(pipelines, Self.document) }?.diagnostic)
        }
        let far = try pipeline("far", headings: ["Strategy"])
        let wide = try pipeline("wide", headings: ["Sea", "Sky", "Land"])
        let both = try diagnostic([far, wide])
        #expect(both.id == "no-matching-pipeline" && both.message.contains("none of the lines that the 2 pipelines"))
        #expect(both.notes.count == 2)
        #expect(try diagnostic([far]).message.contains("'far'"))
        // A line that is nearly there counts, and a line that is there counts more.
        let typo = try pipeline("typo", headings: ["Nationale Laws", "Sky", "Land"])
        #expect(try diagnostic([far, typo, wide]).message.contains("'typo'"))
        #expect(
            try diagnostic([typo, try pipeline("some", headings: ["National Laws", "Sky"])]).message.contains("'some'")
        )
    }

    @Test func refusesToChooseBetweenEquals() throws {
        let failure = #expect(throws: DocumentFailure.self) {
            try chosen(
                [try pipeline("beta"), try pipeline("alpha"), try pipeline("gamma", headings: ["X"])],
                Self.document
            )
        }
        #expect(failure?.diagnostic.id == "ambiguous-pipeline")
        #expect(failure?.diagnostic.message.contains("alpha, beta") == true)
        #expect(failure?.diagnostic.message.contains("gamma") == false)
    }

    @Test func readsAFolderSortedById() throws {
        try withTemporaryFolder { folder in
            for id in ["zeta", "alpha"] {
                let yaml = Made.pipeline.replacingFirst("id: made", with: "id: \(id)")
                try FileSystem.write(Array(yaml.utf8), to: "\(folder)/\(id == "zeta" ? "1.yaml" : "2.yml")")
            }
            try FileSystem.write(Array("not a pipeline".utf8), to: "\(folder)/notes.txt")
            let all = try PipelineSet(folder: folder, naming: .revision)
            #expect(all.pipelines.map(\.definition.id) == ["alpha", "zeta"])
            let one = try PipelineSet(folder: folder, only: "zeta", naming: .revision)
            #expect(one.pipelines.map(\.definition.id) == ["zeta"])
        }
    }

    /// Files, what to ask for, and the diagnostics that come of it.
    @Test(
        arguments: [
            ([], nil, ["no-pipelines"]),
            ([Made.pipeline], "other", ["unknown-pipeline"]),
            ([Made.pipeline, Made.pipeline], nil, ["duplicate-pipeline"]),
            (
                ["tessera: 2", "title: [", Made.pipeline], nil,
                ["missing-key", "missing-key", "missing-key", "missing-key", "unknown-version", "invalid-yaml"]
            ),
        ] as [([String], String?, [String])]
    )
    func reportsEveryFaultOfAFolder(files: [String], only: String?, ids: [String]) throws {
        try withTemporaryFolder { folder in
            for (index, file) in files.enumerated() {
                try FileSystem.write(Array(file.utf8), to: "\(folder)/\(index).yaml")
            }
            let failure = #expect(throws: SetUpFailure.self) {
                try PipelineSet(folder: folder, only: only, naming: .revision)
            }
            #expect(failure?.findings.map(\.diagnostic.id).sorted() == ids.sorted())
        }
    }

    @Test func reportsAFolderThatIsMissing() {
        let failure = #expect(throws: SetUpFailure.self) {
            try PipelineSet(folder: "/nowhere/at/all", naming: .revision)
        }
        #expect(failure?.findings.map(\.diagnostic.id) == ["unreadable-file"])
    }

    // MARK: Gazetteers

    /// Sets up a project with one pipeline file and a gazetteer.
    private func withProject(
        _ gazetteer: String?,
        _ keys: String = "gazetteers: lists/ports.csv",
        _ body: (_ pipelines: String) throws -> Void
    ) throws {
        try withTemporaryFolder { folder in
            try FileSystem.createDirectory("\(folder)/Pipelines")
            try FileSystem.createDirectory("\(folder)/lists")
            let yaml = Made.pipeline + "\nacronyms:\n  \(keys)\n"
            try FileSystem.write(Array(yaml.utf8), to: "\(folder)/Pipelines/made.yaml")
            if let gazetteer { try FileSystem.write(Array(gazetteer.utf8), to: "\(folder)/lists/ports.csv") }
            try body("\(folder)/Pipelines")
        }
    }

    @Test(arguments: [
        ("acronym,expansion\nDMA,Danish Maritime Authority\n", "gazetteers: lists/ports.csv", 1),
        (
            "\u{FEFF}scope,expansion,acronym\r\nDK,\"Authority,  Danish\",DMA\r\n\r\n", "gazetteers: [lists/ports.csv]",
            1
        ),
        (
            "acronym,expansion,scope\nA1,x,DK\nA2,y,NL\nA3,z,\n",
            "gazetteers: [{file: lists/ports.csv, scope: DK}]", 2
        ),
    ])
    func readsGazetteers(csv: String, keys: String, count: Int) throws {
        try withProject(csv, keys) { pipelines in
            let set = try PipelineSet(folder: pipelines, naming: .revision)
            let gazetteers = set.pipelines[0].definition.acronyms.gazetteers
            #expect(gazetteers.map(\.count) == [count])
        }
    }

    @Test(
        arguments: [
            ("acronym,expansion\nNTC,\"National\nDMA,Danish\n", "unreadable-gazetteer"),
            ("acronym,expansion\nNTC,National\0\n", "unreadable-gazetteer"),
            (nil, "missing-gazetteer"), ("", "unreadable-gazetteer"), ("short;long\n", "unreadable-gazetteer"),
            ("acronym,expansion\nDMA,Danish\nNTC,  \n", "incomplete-gazetteer"),
            ("acronym,expansion\n,Danish\n", "incomplete-gazetteer"),
            ("acronym,expansion\nDMA\n", "incomplete-gazetteer"),
        ] as [(String?, String)]
    )
    func pointsAtABrokenGazetteer(csv: String?, id: String) throws {
        try withProject(csv) { pipelines in
            let failure = #expect(throws: SetUpFailure.self) { try PipelineSet(folder: pipelines, naming: .revision) }
            #expect(failure?.findings.map(\.diagnostic.id) == [id])
            #expect(failure?.findings.first?.path.hasSuffix("lists/ports.csv") == true)
        }
    }
}
