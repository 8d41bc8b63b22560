import FileSystem
import TesseraModel
import TesseraPipeline
import TestSupport
import Testing

/// `CHANGES.md`: what differs from the version that stood in the folder before.
@Suite struct ChangeListTests {
    private func file(_ name: String, _ text: String) -> OutputFile { OutputFile(name: name, bytes: Array(text.utf8)) }

    private func dataset(
        rows: [String] = ["II.2,Ban,1"],
        cells: [String] = ["II.2/laws,Dealers are licensed."]
    ) -> [OutputFile] {
        [
            file("rows.csv", (["row_id,titles,position"] + rows).joined(separator: "\n") + "\n"),
            file("cells.csv", (["cell_id,text"] + cells).joined(separator: "\n") + "\n"),
        ]
    }

    private func version(_ day: Int = 17, source: String = "7ad22e25daae1ef1") -> DatasetVersion {
        DatasetVersion(
            revised: PartialDate(year: 2007, month: 7, day: day),
            source: source,
            rows: 1,
            cells: 1,
            program: "9.8.7"
        )
    }

    /// Writes versions one after the other, and gives the list.
    private func list(
        _ versions: [([OutputFile], DatasetVersion)],
        editing edit: (String) -> String = { $0 }
    ) throws -> String {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            let path = "\(folder)/made/CHANGES.md"
            for (index, (files, version)) in versions.enumerated() {
                if index == versions.count - 1, index > 0 {
                    let text = String(decoding: try FileSystem.contents(of: path), as: UTF8.self)
                    try FileSystem.write(Array(edit(text).utf8), to: path)
                }
                #expect(try output.write(files, as: "made", version: version) == .written)
            }
            #expect(try shown(in: folder) == ["made"])
            return String(decoding: try FileSystem.contents(of: path), as: UTF8.self)
        }
    }

    private static let introduction = """
        # Changes

        What changed in this dataset, the newest version first. `tessera convert` adds a section where a version differs
        from the one before it. Text of your own stays as it is, wherever you put it.


        """

    private static let first = """
        ## 2007-07-17, source 7ad22e25daae, tessera 9.8.7

        The first version in this folder: 1 row, 1 cell.

        """

    @Test func beginsWithTheFirstVersion() throws {
        #expect(try list([(dataset(), version())]) == Self.introduction + Self.first)
    }

    @Test func tellsEachChangeByItsAddress() throws {
        let new = dataset(
            rows: ["II.2,Ban,1", "II.3,\"*Mark* `arms`\nand <more>\",2"],
            cells: ["II.2/laws,Dealers are registered.", "II.3/laws,N/A"]
        )
        #expect(
            try list([(dataset(), version()), (new, version(18, source: "00ff00ff00ff00ff"))]) == Self.introduction
                + """
                ## 2007-07-18, source 00ff00ff00ff, tessera 9.8.7

                1 row added, 1 cell changed, 1 cell added.

                - Row `II.3` added: “\\*Mark\\* \\`arms\\`¶and \\<more\\>”.
                - Cell `II.2/laws`, `text`: “Dealers are licensed.” is now “Dealers are registered.”.
                - Cell `II.3/laws` added: “N/A”.


                """ + Self.first
        )
    }

    @Test func tellsWhatIsGoneAndWhatBecameEmpty() throws {
        let old = dataset(rows: ["II.2,Ban,1", "II.3,,2"], cells: ["II.2/laws,Yes", "II.3/laws,"])
        let new = dataset(rows: ["II.3,Mark,2"], cells: ["II.3/laws,No"])
        let text = try list([(old, version()), (new, version())])
        #expect(text.contains("\n1 row changed, 1 row removed, 1 cell changed, 1 cell removed.\n"))
        #expect(text.contains("\n- Row `II.2` removed: “Ban”.\n"))
        #expect(text.contains("\n- Row `II.3`, `titles`: “Mark” where nothing was.\n"))
        let back = try list([(new, version()), (old, version())])
        #expect(back.contains("\n- Row `II.3`, `titles`: nothing where “Mark” was.\n"))
    }

    @Test func isLeftAloneWhereNothingChanged() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            let path = "\(folder)/made/CHANGES.md"
            #expect(try output.write(dataset(), as: "made", version: version()) == .written)
            let once = try FileSystem.contents(of: path)
            #expect(try output.write(dataset(), as: "made", version: version(18)) == .unchanged)
            #expect(try FileSystem.contents(of: path) == once)
            // It is no part of a dataset as conversions make it.
            #expect(try OutputFolder.files(of: "\(folder)/made")?.map(\.name) == ["cells.csv", "rows.csv"])
        }
    }

    /// Nobody reads a thousand lines.
    @Test func endsAfterFiftyChanges() throws {
        let cells = (1...53).map { "II.\($0)/laws,old" }
        let new = (1...53).map { "II.\($0)/laws,new" }
        let text = try list([(dataset(cells: cells), version()), (dataset(cells: new), version())])
        #expect(text.split(separator: "\n").count { $0.hasPrefix("- Cell `") } == 50)
        #expect(text.contains("\n53 cells changed.\n"))
        #expect(text.contains("\n- and 3 more\n"))
    }

    /// Places move with every letter, and are counted only.
    @Test func placesAreCountedOnly() throws {
        let places = file("provenance.csv", "cell_id,start\nII.2/laws,3:1\n")
        let moved = file("provenance.csv", "cell_id,start\nII.2/laws,4:1\n")
        let text = try list([(dataset() + [places], version()), (dataset() + [moved], version())])
        #expect(text.contains("\n1 place in the source changed.\n\n## "))
    }

    @Test func saysWhereOnlyDescriptionsDiffer() throws {
        func described(_ licence: String) -> [OutputFile] {
            dataset() + [file("datapackage.json", "{\"licenses\": \"\(licence)\"}"), file("CITATION.cff", licence)]
        }
        let text = try list([(described("MIT"), version()), (described("CC0"), version())])
        #expect(
            text.contains(
                "\nRows, cells and all that was found in them are the same; what differs is in `datapackage.json`.\n"
            )
        )
        #expect(text.contains("\n- `datapackage.json` `licenses`: “MIT” is now “CC0”.\n"))
    }

    /// Nobody can say whether the rows are the same where one version has no tables.
    @Test func namesFilesThatComeAndGo() throws {
        let other = [file("dataset.sqlite", "…")]
        let text = try list([(dataset(), version()), (other, version())])
        let lines = "- `rows.csv` is gone.\n- `cells.csv` is gone.\n- `dataset.sqlite` is new.\n"
        #expect(text.contains("tessera 9.8.7\n\n1 file added. 2 files removed.\n\n\(lines)\n"))
        let more = try list([(dataset(), version()), (dataset() + other, version())])
        #expect(more.contains("are the same. 1 file added.\n\n- `dataset.sqlite` is new.\n"))
    }

    @Test func aDatasetFromBeforeTheListGetsOne() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            #expect(try output.write(dataset(), as: "made") == .written)
            #expect(try FileSystem.kind(of: "\(folder)/made/CHANGES.md") == .missing)
            let new = dataset(cells: ["II.2/laws,N/A"])
            #expect(try output.write(new, as: "made", version: version()) == .written)
            let text = String(decoding: try FileSystem.contents(of: "\(folder)/made/CHANGES.md"), as: UTF8.self)
            #expect(text.hasPrefix(Self.introduction + "## 2007-07-17, "))
            #expect(text.contains("1 cell changed."))
        }
    }

    // MARK: What people write

    private static let second = (ChangeListTests().dataset(cells: ["II.2/laws,N/A"]), ChangeListTests().version(18))

    private func edited(_ edit: @escaping (String) -> String) throws -> (before: String, after: String) {
        var before = ""
        let after = try list([(dataset(), version()), Self.second]) {
            before = edit($0)
            return before
        }
        return (before, after)
    }

    @Test func keepsTextAboveBelowAndBetween() throws {
        let (before, after) = try edited { text in
            text.replacing("## 2007", with: "Ask Ann about ~this~.\n\n## My notes\n\nMine.\n\n## 2007") + "\nBelow.\n"
        }
        let head = before.prefix(upTo: try #require(before.firstRange(of: "## 2007")).lowerBound)
        #expect(after.hasPrefix(head + "## 2007-07-18, "))
        #expect(after.hasSuffix("\n" + before.dropFirst(head.count)))
    }

    /// Without a section of the program, a new one stands at the end.
    @Test(arguments: ["", "Mine alone.", "Mine alone.\n", "## 2007, mine\n"])
    func keepsAListOfOnesOwn(text: String) throws {
        let after = try edited { _ in text }.after
        #expect(after.hasPrefix(text))
        #expect(after.contains("## 2007-07-18, source 7ad22e25daae, tessera 9.8.7\n\n1 cell changed.\n"))
    }

    /// An editor may have saved it with other line ends.
    @Test func keepsLineEnds() throws {
        let (before, after) = try edited { "\u{FEFF}" + $0.replacing("\n", with: "\r\n") }
        let head = before.prefix(upTo: try #require(before.firstRange(of: "## 2007")).lowerBound)
        #expect(after.hasPrefix(head + "## 2007-07-18, "))
        #expect(after.hasSuffix("\r\n" + before.dropFirst(head.count)))
        #expect(after.utf8.count { $0 == 0x0A } == after.utf8.count { $0 == 0x0D })
    }

    /// Bytes that are no UTF-8 are somebody's as well.
    @Test func keepsBytesThatAreNoText() throws {
        try withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            let path = "\(folder)/made/CHANGES.md"
            #expect(try output.write(dataset(), as: "made", version: version()) == .written)
            let before = [0xE9, 0xFF, 0x0A] + (try FileSystem.contents(of: path))
            try FileSystem.write(before, to: path)
            #expect(try output.write(Self.second.0, as: "made", version: Self.second.1) == .written)
            let after = try FileSystem.contents(of: path)
            #expect(after.starts(with: [0xE9, 0xFF, 0x0A]))
            #expect(after.count > before.count && Array(after.suffix(Self.first.utf8.count)) == Array(Self.first.utf8))
        }
    }

    /// A report without a date, of bytes that nobody has counted.
    @Test func namesWhatIsKnown() throws {
        let version = DatasetVersion(revised: nil, source: "", rows: 0, cells: 0, program: "1")
        #expect(
            try list([(dataset(), version)]).hasSuffix(
                "\n## Without date, tessera 1\n\nThe first version in this folder: 0 rows, 0 cells.\n"
            )
        )
    }
}
