import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraWriters
import TestSupport
import Testing

/// What `CHANGES.md` takes for a change of the report, and what not.
@Suite struct ChangeKindTests {
    private func file(_ name: String, _ text: String) -> OutputFile { OutputFile(name: name, bytes: Array(text.utf8)) }

    /// The section that stands in front after a second dataset has taken the place of a first.
    private func section(
        _ old: [OutputFile],
        _ new: [OutputFile],
        editing edit: (String) throws -> Void = { _ in }
    ) throws -> String {
        let version = DatasetVersion(revised: PartialDate(year: 2007), source: "00ff", rows: 1, cells: 1, program: "1")
        return try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            #expect(try output.write(old, as: "made", version: version) == .written)
            try edit("\(folder)/made")
            #expect(try output.write(new, as: "made", version: version) == .written)
            let text = String(decoding: try FileSystem.contents(of: "\(folder)/made/CHANGES.md"), as: UTF8.self)
            let start = try #require(text.firstRange(of: "\n## ")).upperBound
            let end = text[start...].firstRange(of: "\n\n## ")?.lowerBound ?? text.endIndex
            return "## " + text[start..<end]
        }
    }

    // MARK: Records that are named by their offsets

    private func entities(_ text: String, _ rows: [String]) -> [OutputFile] {
        [
            file("cells.csv", "cell_id,text\nII.2/laws,\(text)\n"),
            file(
                "entities.csv",
                (["entity_id,type,text,value,cell_id,start,end"] + rows).joined(separator: "\n") + "\n"
            ),
        ]
    }

    private static let counts = [
        "II.2/laws@5,count,41,41,II.2/laws,5,7", "II.2/laws@12,country,Chad,TCD,II.2/laws,12,16",
        "II.2/laws@20,count,41,41,II.2/laws,20,22",
    ]

    @Test func whatHasMovedIsNoChange() throws {
        let new = [
            "II.2/laws@6,count,41,41,II.2/laws,6,8", "II.2/laws@13,country,Chad,TCD,II.2/laws,13,17",
            "II.2/laws@21,count,41,41,II.2/laws,21,23",
        ]
        let found = try section(entities("a", Self.counts), entities("aa", new))
        #expect(
            found.hasSuffix("tessera 1\n\n1 cell changed.\n\n- Cell `II.2/laws`, `text`: “a” is now “aa”."),
            "\(found)"
        )
    }

    @Test func aChangedValueIsTold() throws {
        let new = [
            "II.2/laws@6,count,43,43,II.2/laws,6,8", "II.2/laws@13,country,Chad,TCD,II.2/laws,13,17",
            "II.2/laws@21,count,41,41,II.2/laws,21,23",
        ]
        let found = try section(entities("a", Self.counts), entities("aa", new))
        #expect(found.contains("\n1 cell changed, 1 entity changed.\n"), "\(found)")
        #expect(found.contains("\n- Entity `II.2/laws@6`, `text`: “41” is now “43”.\n"))
        #expect(found.contains("\n- Entity `II.2/laws@6`, `value`: “41” is now “43”."))
    }

    @Test func whatCameAndWentIsToldOnce() throws {
        let new = ["II.2/laws@3,region,Africa,002,II.2/laws,3,9"] + Self.counts.suffix(1)
        let found = try section(entities("a", Self.counts), entities("b", new))
        #expect(found.contains("\n1 cell changed, 1 entity added, 2 entities removed.\n"), "\(found)")
        #expect(found.contains("\n- Entity `II.2/laws@12` removed: “Chad”.\n"))
        #expect(found.contains("\n- Entity `II.2/laws@3` added: “Africa”."))
    }

    /// Where nothing but offsets differs, they are the difference.
    @Test func offsetsAloneAreToldOf() throws {
        let new = ["II.2/laws@6,count,41,41,II.2/laws,6,8"] + Self.counts.suffix(2)
        let found = DatasetComparison.differences(old: entities("a", Self.counts), new: entities("a", new))
        #expect(found.map { "\($0.record) \($0.field) \($0.new)" } == ["II.2/laws@6 end 8", "II.2/laws@6 start 6"])
    }

    // MARK: What the section says of records and files

    @Test func recordsAreKnownByOneField() throws {
        func report(_ matter: String) -> [OutputFile] {
            [
                file(
                    "report.json",
                    "{\"front_matter\": [{\"start\": \"4:1\", \"role\": \"text\", \"text\": \"A\"}\(matter)]}"
                )
            ]
        }
        let more = ", {\"end\": \"4:11\", \"role\": \"text\", \"start\": \"4:1\", \"text\": \"Extra line\"}"
        #expect(
            try section(report(""), report(more)).hasSuffix("\n- `report.json` `front_matter/2` added: “Extra line”.")
        )
        func cells(_ rows: String) -> [OutputFile] { [file("cells.csv", "cell_id,row_id,status,text\n\(rows)")] }
        let gone = try section(cells("a/b,a,text,N/A\nc/d,c,text,\n"), cells(""))
        #expect(gone.contains("\n- Cell `a/b` removed: “N/A”.\n") && gone.contains("\n- Cell `c/d` removed."))
    }

    /// Without `report.json`, the tables still say that all is the same.
    @Test func filesThatComeAndGoAreNamedOnce() throws {
        let cells = file("cells.csv", "cell_id,text\na/b,c\n")
        let found = try section([cells, file("report.json", "{}")], [cells])
        #expect(
            found.hasSuffix(
                "\n\nRows, cells and all that was found in them are the same. 1 file removed.\n\n- `report.json` is gone."
            ),
            "\(found)"
        )
    }

    /// What came with a file or a record is no news of its own.
    @Test func whatBelongsTogetherIsToldOnce() throws {
        func described(_ resources: String, _ people: String = "") -> OutputFile {
            file("datapackage.json", "{\"contributors\": [\(people)], \"resources\": [\(resources)]}")
        }
        let cells = file("cells.csv", "cell_id,text\na/b,c\n")
        let old = described("{\"name\": \"dataset.sqlite\", \"title\": \"A database\"}")
        let gone = try section([cells, file("dataset.sqlite", "…"), old], [cells, described("")])
        #expect(gone.hasSuffix("are the same. 1 file removed.\n\n- `dataset.sqlite` is gone."), "\(gone)")
        let named = try section(
            [cells, described("")],
            [cells, described("", "{\"title\": \"A\", \"roles\": [\"b\"]}")]
        )
        #expect(
            named.hasSuffix("in `datapackage.json`.\n\n- `datapackage.json` `contributors/1` added: “A”."),
            "\(named)"
        )
    }

    /// The descriptor has the checksum of another description: that one has changed.
    @Test func descriptionsThatDifferAreNamed() throws {
        func described(_ text: String) -> [OutputFile] {
            let entry = "{\"name\": \"citation.cff\", \"hash\": \"\(text)\"}"
            return [
                file("cells.csv", "cell_id,text\na/b,c\n"), file("CITATION.cff", text),
                file("datapackage.json", "{\"resources\": [\(entry)]}"),
            ]
        }
        let found = try section(described("a"), described("b"))
        #expect(found.hasSuffix("are the same; what differs is in `CITATION.cff`."), "\(found)")
    }

    // MARK: Who changed the files

    private func dataset(_ text: String = "c", source: String = "1", pipeline: String = "2") -> [OutputFile] {
        let cells = file("cells.csv", "cell_id,text\na/b,\(text)\n")
        let descriptor = """
            {"sources": [{"hash": "sha256:\(source)"}],
            "derivation": {"version": "1", "pipeline": {"path": "p", "hash": "sha256:\(pipeline)"}},
            "resources": [{"path": "cells.csv", "hash": "sha256:\(SourceFile(cells.bytes).origin.sha256)"}]}
            """
        return [cells, file("datapackage.json", descriptor)]
    }

    @Test func damageIsNoChangeOfTheReport() throws {
        let changed = try section(dataset(), dataset()) { folder in
            try FileSystem.write(Array("cell_id,text\na/b,wrong\n".utf8), to: "\(folder)/cells.csv")
        }
        #expect(
            changed == """
                ## 2007, source 00ff, made again, tessera 1

                Files in this folder had been changed by somebody: `cells.csv`; what the dataset is made from is the same, and they were made again.
                """
        )
        let removed = try section(dataset(), dataset()) { try FileSystem.removeTree("\($0)/cells.csv") }
        #expect(removed == changed)
    }

    @Test func aChangedDescriptorIsDamage() throws {
        let found = try section(dataset(), dataset()) { folder in
            let bytes = try FileSystem.contents(of: "\(folder)/datapackage.json")
            try FileSystem.write(bytes + [0x0A], to: "\(folder)/datapackage.json")
        }
        #expect(found.contains("made again, tessera") && found.contains("somebody: `datapackage.json`; what"))
        let broken = try section(dataset(), dataset()) { folder in
            try FileSystem.write([0x7B], to: "\(folder)/datapackage.json")
        }
        #expect(broken.contains("\nFiles in this folder had been changed by somebody: `datapackage.json`. Rows, "))
    }

    /// Another source is another version, whatever else was done to the folder.
    @Test func aNewVersionIsComparedAllTheSame() throws {
        let found = try section(dataset(), dataset("d", source: "9")) { folder in
            try FileSystem.write(Array("cell_id,text\na/b,wrong\n".utf8), to: "\(folder)/cells.csv")
        }
        #expect(
            found.hasPrefix("## 2007, source 00ff, tessera 1\n\nFiles in this folder had been changed by somebody:")
        )
        #expect(found.contains(" `cells.csv`. 1 cell changed.\n\n- Cell `a/b`, `text`: “wrong” is now “d”."))
        let plain = try section(dataset(), dataset("d", source: "9"))
        #expect(!plain.contains("somebody") && plain.contains("\n\n1 cell changed.\n"))
    }

    /// A list of acronyms can have changed beside the pipeline file: that is nobody's damage.
    @Test func otherDataWithoutDamageAreAChange() throws {
        let found = try section(dataset(), dataset("d"))
        #expect(found.hasPrefix("## 2007, source 00ff, tessera 1\n\n1 cell changed.\n"), "\(found)")
    }

    @Test func anotherPipelineFileIsNamedInTheHeading() throws {
        let found = try section(dataset(), dataset(pipeline: "abcdef0123456789"))
        #expect(
            found == """
                ## 2007, source 00ff, pipeline abcdef012345, tessera 1

                Rows, cells and all that was found in them are the same; what differs is in `datapackage.json`.
                """
        )
    }
}
