import TesseraModel
import TesseraVersions
import Testing

/// Matrices of a few cells, for what the real report does not hold.
@Suite struct MatrixTests {
    /// - Parameter rows: the numbers of the row's paragraphs, its title, and its cells.
    private static func report(_ rows: [(numbers: [String], title: String, cells: [String])]) -> Report {
        var report = Report(
            identity: .init(id: "made", title: "Made", language: "en", scheme: "PoA"),
            source: Origin(path: "made", mediaType: "text/plain", sha256: String(repeating: "0", count: 64), bytes: 0)
        )
        report.columns = [
            Column(id: "label", role: .rowHeading, heading: Passage(text: "Label", source: [])),
            Column(id: "a", role: .content, heading: Passage(text: "Laws", source: [])),
            Column(id: "b", role: .content, heading: Passage(text: "Assistance", source: [])),
        ]
        for (index, row) in rows.enumerated() {
            let id = row.numbers.map { "II.\($0)" }.joined(separator: "+")
            report.rows.append(
                Row(
                    id: id,
                    position: index + 1,
                    labels: [Passage(text: "Section II, para \(row.numbers.joined(separator: ", "))", source: [])],
                    titles: [Passage(text: row.title, source: [])],
                    references: row.numbers.map {
                        RowReference(key: ParagraphKey(section: "II", paragraph: $0), asWritten: $0)
                    },
                    provenance: []
                )
            )
            for (column, text) in zip(["a", "b"], row.cells) {
                let status: CellStatus = text == "N/A" ? .notApplicable : text.isEmpty ? .empty : .text
                let paragraphs = text.split(separator: "\n\n").map { Passage(text: String($0), source: []) }
                report.cells.append(
                    Cell(
                        address: .init(row: id, column: column),
                        status: status,
                        paragraphs: paragraphs,
                        provenance: []
                    )
                )
            }
        }
        return report
    }

    private static func outlines(_ old: Report, _ new: Report) -> [String] {
        ReportDifference(old: old, new: new).changes.map(\.outline)
    }

    private static let first = (
        numbers: ["1"], title: "Stockpiles are kept safe",
        cells: ["The army counts its rifles every year. Depots are locked.", "N/A"]
    )
    private static let second = (
        numbers: ["2"], title: "Brokers need a licence",
        cells: ["Brokers must register with the ministry before they trade.", "Two workshops were held for officials."]
    )

    /// A row comes in front, and all others get the next number.
    @Test func knowsRowsUnderOtherNumbers() {
        let old = Self.report([Self.first, Self.second])
        var third = Self.second
        third.numbers = ["3"]
        var moved = Self.first
        moved.numbers = ["2"]
        let added = (
            numbers: ["1"], title: "Marks are stamped", cells: ["Makers stamp a number on each receiver.", "N/A"]
        )
        let new = Self.report([added, moved, third])
        #expect(
            Self.outlines(old, new) == [
                "added row II.1", "renumbered row II.1 → II.2", "renumbered row II.2 → II.3",
            ]
        )
    }

    @Test func tellsRowsInAnotherOrder() {
        let old = Self.report([Self.first, Self.second])
        let outlines = Self.outlines(old, Self.report([Self.second, Self.first]))
        #expect(outlines.count == 1 && outlines[0].hasPrefix("moved row II."))
    }

    @Test func tellsWhereARowWasRemoved() {
        let third = (numbers: ["3"], title: "Other", cells: ["Other things are dealt with elsewhere.", "N/A"])
        let difference = ReportDifference(
            old: Self.report([Self.first, Self.second, third]),
            new: Self.report([Self.first, third])
        )
        #expect(difference.changes.map(\.outline) == ["removed row II.2"])
        #expect(difference.rows.map(\.relation) == [.same, .removed, .same])
    }

    @Test func findsTextThatMovedIntoAnEmptyCell() {
        var changed = Self.first
        changed.cells = ["Depots are locked.", "The army counts its rifles every year."]
        let outlines = Self.outlines(Self.report([Self.first]), Self.report([changed]))
        #expect(outlines == ["moved text II.1/a → II.1/b"])
    }

    @Test func followsWhatMovedFromBothSides() {
        var changed = Self.first
        changed.cells = ["Depots are locked.", "The army counts its rifles every year."]
        let history = ReportHistory([Self.report([Self.first]), Self.report([changed])])
        #expect(history.cells.map { $0.states[1].kinds } == [[.moved], [.moved]])
    }

    /// Each change of a sentence marks the words that belong to it.
    @Test func marksTheWordsOfEachKind() throws {
        var changed = Self.first
        changed.cells[0] = "The army counts its 300 rifles each week. Depots are locked."
        var old = Self.first
        old.cells[0] = "The army counts its 200 rifles every year. Depots are locked."
        let changes = ReportDifference(old: Self.report([old]), new: Self.report([changed])).changes
        #expect(
            changes.map(\.outline) == [
                "number-updated text II.1/a [200|300]", "reworded text II.1/a [every year|each week]",
            ]
        )
        #expect(changes.map { $0.parts.filter { $0.kind == .added }.map(\.text) } == [["300 "], ["each week"]])
    }

    @Test(arguments: [
        ("The limit for SO2 was cut.", "The limit for NO2 was cut.", Change.Kind.acronymChanged),
        ("The limit for FY06 was cut.", "The limit for FY07 was cut.", .numberUpdated),
        ("Complience was 84 % in 2022.", "Compliance was 84 % in 2022.", .typoFixed),
        ("Dealers lawfully own their arms.", "Dealers unlawfully own their arms.", .reworded),
        ("The talks with Iran went on.", "The talks with Iraq went on.", .reworded),
        ("The biannual meetings went on.", "The biennial meetings went on.", .reworded),
        ("The goverment met in May again.", "The government met in May again.", .typoFixed),
        ("Over 5,000 checks were made.", "Under 5,000 checks were made.", .reworded),
        ("Over 5000 checks were made.", "Over 5,000 checks were made.", .formattingOnly),
        ("1 country took part in it.", "3 countries took part in it.", .numberUpdated),
    ])
    func tellsTheKind(old: String, new: String, kind: Change.Kind) {
        var rows = [Self.first, Self.first]
        rows[0].cells[0] = old
        rows[1].cells[0] = new
        let changes = ReportDifference(old: Self.report([rows[0]]), new: Self.report([rows[1]])).changes
        #expect(changes.map(\.kind) == [kind])
    }

    @Test func anAddedRowSaysWhatItsCellsSay() throws {
        let difference = ReportDifference(old: Self.report([Self.first]), new: Self.report([Self.first, Self.second]))
        let text = try #require(difference.changes.first?.new?.text)
        #expect(text.hasPrefix("Section II, para 2\nBrokers need a licence\n\nBrokers must register"))
        #expect(text.hasSuffix("Two workshops were held for officials."))
    }

    @Test func cannotCompareWhatIsUncertain() throws {
        var changed = Self.report([Self.first])
        changed.cells[0].paragraphs[0].text = "The army counts its rifles each year. Depots are locked."
        changed.cells[0].uncertainties = [.cellBorder]
        let change = try #require(ReportDifference(old: Self.report([Self.first]), new: changed).changes.first)
        #expect(change.outline == "cannot-compare cell II.1/a")
        #expect(change.note == "uncertain: uncertain-cell-border")
        // The same text is the same, however uncertain.
        changed.cells[0].paragraphs = Self.report([Self.first]).cells[0].paragraphs
        #expect(Self.outlines(Self.report([Self.first]), changed) == [])
    }

    @Test func bordersOfParagraphsAreFormatting() {
        var changed = Self.first
        changed.cells[0] = "The army counts its rifles every year.\n\nDepots are locked."
        let difference = ReportDifference(old: Self.report([Self.first]), new: Self.report([changed]))
        #expect(difference.changes.map(\.outline) == ["formatting-only cell II.1/a"])
        #expect(!difference.isOfSubstance)
    }

    @Test func tellsColumnsThatCameAndWent() {
        let old = Self.report([Self.first])
        var new = old
        new.columns[2] = Column(id: "c", role: .content, heading: Passage(text: "Regional activity", source: []))
        new.cells[1].address.column = "c"
        new.cells[1].paragraphs[0].text = "N/A"
        #expect(Self.outlines(old, new) == ["added column c", "removed column b"])
    }

    /// A letter of some thousands takes no longer than it has to.
    @Test func longWordsAreNoSlips() {
        var rows = [Self.first, Self.first]
        rows[0].cells[0] = "It says \("a".repeated(200_000)) here."
        rows[1].cells[0] = "It says \("a".repeated(200_001)) here."
        let changes = ReportDifference(old: Self.report([rows[0]]), new: Self.report([rows[1]])).changes
        #expect(changes.map(\.kind) == [.reworded])
    }

    @Test func followsCellsOverVersions() {
        var second = Self.first
        second.cells[0] = "The army counts its rifles each month. Depots are locked."
        var third = second
        third.numbers = ["4"]
        let history = ReportHistory([Self.report([Self.first]), Self.report([second]), Self.report([third])])
        #expect(history.cells.map(\.name) == ["II.4/a", "II.4/b"])
        #expect(history.cells[0].states.map(\.kinds) == [[], [.reworded], []])
        #expect(history.changedCells.map(\.name) == ["II.4/a"])
    }

    /// Whatever two reports hold, comparing them ends, and a report does not differ from itself.
    @Test(arguments: [
        "", " ", "\u{0}", "<script>", "\u{202E}", "…", "(((((", "1".repeated(5_000), "a ".repeated(5_000),
    ])
    func bearsAnyText(text: String) {
        var changed = Self.first
        changed.cells[0] = text
        #expect(Self.outlines(Self.report([changed]), Self.report([changed])) == [])
        #expect(Self.outlines(Self.report([Self.first]), Self.report([changed])).count >= 1)
    }
}

extension String {
    fileprivate func repeated(_ count: Int) -> String { String(repeating: self, count: count) }
}
