import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraValidation
import TestSupport
import Testing

@testable import TesseraGoldens

@Suite("Merging") struct MergeTests {
    /// The files with some units accepted.
    private func merged(
        _ old: Conversion,
        _ new: Conversion,
        accepting units: Set<String>,
        _ pipelines: PipelineSet
    ) throws -> [OutputFile] {
        let comparison = UnitComparison(old: old.files, new: new.files)
        return try #require(
            try AcceptedFiles.files(of: new, comparison, accepting: units, pipelines: pipelines)
        )
    }

    @Test func findsTheUnitsOfALaterText() throws {
        let (old, new) = try Real.versions()
        let ids = UnitComparison(old: old.files, new: new.files).ids
        for id in [
            "source", "cells/II.2+II.3/laws", "cells/II.10/assistance", "cells/II.13/laws", "cells/II.4/laws",
            "rows/II.11", "acronyms/BMT", "acronyms/FBI", "acronyms/GCA", "resources/R11", "glossary", "back-matter",
        ] {
            #expect(ids.contains(id), "\(id) is not among \(ids.sorted())")
        }
        // A row whose paragraphs are others is taken with all of its cells.
        #expect(ids.contains { $0.hasPrefix("rows/") && $0.contains("II.23+II.42") && $0.contains(",") })
    }

    @Test func nothingIsNothingAndAllIsTheNewDataset() throws {
        let (old, new) = try Real.versions()
        let comparison = UnitComparison(old: old.files, new: new.files)
        let pipelines = try Real.pipelines()
        #expect(try AcceptedFiles.files(of: new, comparison, accepting: [], pipelines: pipelines) == nil)
        #expect(try merged(old, new, accepting: comparison.ids, pipelines) == new.files)
        #expect(UnitComparison(old: new.files, new: new.files).units == [])
    }

    /// Merging all, and merging nothing, gives the reports themselves, but for the notes on what was kept.
    @Test func theMergeOfOneSideIsThatSide() throws {
        let (old, new) = try Real.versions()
        let comparison = UnitComparison(old: old.files, new: new.files)
        let all = try #require(GoldenMerge(comparison, accepting: comparison.ids))
        let newRoot = try #require(GoldenReport(new.files)).root
        #expect(try ReportDecoder.report(.object(all.root())).report == ReportDecoder.report(.object(newRoot)).report)
        let none = try #require(GoldenMerge(comparison, accepting: []))
        let oldRoot = try #require(GoldenReport(old.files)).root
        #expect(try ReportDecoder.report(.object(none.root())).report == ReportDecoder.report(.object(oldRoot)).report)
    }

    /// After a unit was accepted, what differs is exactly the rest.
    @Test func eachUnitAlone() throws {
        let (old, new) = try Real.versions()
        let comparison = UnitComparison(old: old.files, new: new.files)
        for unit in comparison.units {
            let files = try merged(old, new, accepting: [unit.id], try Real.pipelines())
            let rest = UnitComparison(old: files, new: new.files).ids
            #expect(rest == comparison.ids.subtracting(comparison.closure(of: [unit.id])), "\(unit.id)")
        }
    }

    @Test(arguments: 0..<12) func randomUnits(_ seed: Int) throws {
        let (old, new) = try Real.versions()
        let comparison = UnitComparison(old: old.files, new: new.files)
        var generator = SeededGenerator(seed: seed)
        let chosen = comparison.ids.sorted().filter { _ in Int.random(in: 0..<3, using: &generator) == 0 }
        try #require(!chosen.isEmpty)
        let files = try merged(old, new, accepting: Set(chosen), try Real.pipelines())
        let taken = comparison.closure(of: Set(chosen))
        #expect(UnitComparison(old: files, new: new.files).ids == comparison.ids.subtracting(taken))
    }

    /// Accepted one after the other, the units come to the new dataset.
    @Test func oneAfterTheOther() throws {
        let (old, new) = try Real.versions()
        var files = old.files
        var rounds = 0
        while let unit = UnitComparison(old: files, new: new.files).units.last {
            let comparison = UnitComparison(old: files, new: new.files)
            files = try #require(
                try AcceptedFiles.files(of: new, comparison, accepting: [unit.id], pipelines: try Real.pipelines())
            )
            rounds += 1
            try #require(rounds < 100)
        }
        #expect(rounds > 5)
        #expect(files == new.files)
    }

    /// The notes stand as a conversion writes them: in another order, each of them would be a change.
    @Test func diagnosticsKeepTheirOrder() throws {
        let (old, new) = try Real.versions()
        func diagnostics(_ files: [OutputFile]) throws -> [JSONObject] {
            try #require(GoldenReport(files)).root.objects("diagnostics").filter { item in
                !KeptPart.isNote(item, in: "diagnostics")
            }
        }
        func messages(_ files: [OutputFile]) throws -> [String] {
            try diagnostics(files).map { "\($0.text("cell")) \($0.text("message"))" }
        }
        let files = try merged(old, new, accepting: ["source"], try Real.pipelines())
        let (before, after) = (try messages(old.files), try messages(files))
        try #require(before.count > 5)
        #expect(after == before)
    }

    /// Units are of the kinds that a comparison of versions names.
    @Test func kindsAreThoseOfDiff() throws {
        let (old, new) = try Real.versions()
        let units = UnitComparison(old: old.files, new: new.files).units
        func kind(_ id: String) -> String? { units.first { $0.id == id }?.kindName }
        #expect(kind("resources/R11") == "link-changed")
        for id in ["glossary", "acronyms/FBI"] {
            #expect(["acronym-changed", "typo-fixed"].contains(kind(id)), "\(id): \(kind(id) ?? "")")
        }
        #expect(kind("back-matter") != "text")
    }

    /// What was kept reads as before, what was accepted as it is now, and the dataset says which is which.
    @Test func keepsTheRestAndSaysSo() throws {
        let (old, new) = try Real.versions()
        let files = try merged(old, new, accepting: ["cells/II.2+II.3/laws"], try Real.pipelines())
        let report = try #require(GoldenReport(files))
        let decoded = try ReportDecoder.report(.object(report.root))
        func text(_ cell: String) -> String? {
            decoded.report.cells.first { $0.address.description == cell }?.text
        }
        #expect(text("II.2+II.3/laws")?.contains("must have a licence") == true)
        #expect(text("II.10/assistance")?.contains("150,000") == true)
        #expect(decoded.report.source == new.origin)
        let notes = decoded.diagnostics.filter { $0.id == "kept-by-review" }
        #expect(notes.contains { $0.cell?.description == "II.10/assistance" })
        #expect(!notes.contains { $0.cell?.description == "II.2+II.3/laws" })
    }

    /// The dataset is whole, and what it does not have from its source is told.
    @Test func whatWasMergedIsValid() throws {
        let new = try Real.conversion(try Real.edited(), formats: ["json", "csv", "jsonl"])
        let old = try Real.conversion(try Real.text(), formats: ["json", "csv", "jsonl"])
        let units: Set<String> = ["cells/II.2+II.3/laws", "cells/II.13/laws", "resources/R11"]
        let files = try merged(old, new, accepting: units, try Real.pipelines())
        try withTemporaryFolder { folder in
            for file in files { try FileSystem.write(file.bytes, to: "\(folder)/\(file.name)") }
            try withTemporaryFolder { other in
                let source = "\(other)/source.txt"
                try FileSystem.write(Array(try Real.edited().utf8), to: source)
                let validator = DatasetValidator(source: source, pipelines: try Real.pipelines())
                let findings = try validator.findings(of: folder)
                #expect(findings.filter(\.isError).map(\.diagnostic.message) == [])
                #expect(findings.map(\.diagnostic.id).contains("reviewed-in-part"))
            }
        }
    }

    // MARK: Rows

    @Test func rowsThatComeAndGo() throws {
        let old = Made.document(["1", "2", "3"])
        let new = Made.document(["1", "4", "3"])
        let comparison = try Made.comparison(old, new)
        #expect(comparison.ids.isSuperset(of: ["rows/II.2", "rows/II.4", "source"]))
        let files = try merged(
            try Made.conversion(old),
            try Made.conversion(new),
            accepting: ["rows/II.4"],
            try Made.pipelines()
        )
        let rows = try #require(GoldenReport(files)).rows
        #expect(rows.map { $0.text("id") } == ["II.1", "II.2", "II.4", "II.3"])
        #expect(rows.map { $0["position"] } == [.number(1), .number(2), .number(3), .number(4)])
    }

    /// Rows that name the same paragraph are one unit: else it would be there twice, or not at all.
    @Test func rowsThatAreSplitAndMerged() throws {
        let comparison = try Made.comparison(Made.document(["1", "2, 3", "4"]), Made.document(["1", "2", "3", "4"]))
        #expect(comparison.ids.contains("rows/II.2+II.3,II.2,II.3"))
        #expect(!comparison.ids.contains("rows/II.2"))
    }

    @Test func rowsInAnotherOrder() throws {
        let old = Made.document(["1", "2", "3"])
        let new = Made.document(["3", "1", "2"])
        let comparison = try Made.comparison(old, new)
        #expect(comparison.ids.contains("row-order"))
        let pipelines = try Made.pipelines()
        let (before, now) = (try Made.conversion(old), try Made.conversion(new))
        let kept = try merged(before, now, accepting: ["source"], pipelines)
        #expect(try #require(GoldenReport(kept)).rowIDs == ["II.1", "II.2", "II.3"])
        let moved = try merged(before, now, accepting: ["row-order"], pipelines)
        #expect(try #require(GoldenReport(moved)).rowIDs == ["II.3", "II.1", "II.2"])
    }

    // MARK: What is no unit of a report

    @Test func aDatasetWithoutReportIsTakenAsAWhole() throws {
        let old = try Made.conversion(Made.document(["1"]), formats: ["csv"])
        let new = try Made.conversion(Made.document(["1"]) { _ in "Another text." }, formats: ["csv"])
        let comparison = UnitComparison(old: old.files, new: new.files)
        #expect(comparison.units.map(\.id) == ["files"])
        #expect(try merged(old, new, accepting: ["files"], try Made.pipelines()) == new.files)
    }

    @Test func aDatasetThatIsNotThereYet() throws {
        let new = try Made.conversion(Made.document(["1"]))
        let units = UnitComparison(old: nil, new: new.files).units
        #expect(units.map(\.id) == ["dataset"])
        #expect(units[0].changes.filter { ["rows", "cells"].contains($0.label) }.map(\.new) == ["1", "2"])
    }

    /// Of what was changed in a table by hand, the report knows nothing.
    @Test func aTableThatSomebodyHasChanged() throws {
        let new = try Made.conversion(Made.document(["1"]))
        var old = new.files
        let index = try #require(old.firstIndex { $0.name == "cells.csv" })
        old[index].bytes = Array(
            String(decoding: old[index].bytes, as: UTF8.self).replacing("is in force", with: "was in force").utf8
        )
        let comparison = UnitComparison(old: old, new: new.files)
        #expect(comparison.units.map(\.id) == ["files"])
        #expect(comparison.units[0].changes.contains { $0.label == "cells.csv II.1/laws text" })
    }
}
