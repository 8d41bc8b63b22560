import TesseraModel
import TesseraPatterns
import TesseraStages
import TestSupport
import Testing

/// Lines that head rows, and rows without a number.
@Suite struct SegmentGroupTests {
    private static func rules() throws -> MatrixRules {
        try Matrix.rules { rules in
            rules.labels = [
                try Pattern("Section {section:roman}, para {paragraph:numbers}"),
                try Pattern("para {paragraph:number} {point:points?}"),
            ]
            rules.groups = [try Pattern("Part {section:number} {point:points?}"), try Pattern("General")]
            rules.unnumbered = [try Pattern("—")]
        }
    }

    private static func grid(_ tables: [[String]]...) throws -> Segmented {
        try Segmented(Grid.document(tables.map { $0.map { $0.map { TableCell($0) } } }), try rules())
    }

    private static let head = ["UN Programme of Action", "National Laws", "Assistance Given", "Regional Activity"]

    @Test func theRowsBelowHaveTheSection() throws {
        let text =
            Matrix.head + "\tPart 3 (a) and (b)\n" + Matrix.row("para 1", "A", "B", "C")
            + Matrix.row("Section II, para 2", "D", "E", "F") + "\tPart 4\n" + Matrix.row("para 1 (2)", "G", "H", "I")
            + "\tGeneral\n" + Matrix.row("para 9", "J", "K", "L")
        let made = try Segmented(text, try Self.rules())
        #expect(made.report.rows.map(\.id) == ["3ab.1", "II.2", "4.1(2)", "9"])
        #expect(made.report.rows.map(\.group) == ["Part 3 (a) and (b)", "Part 3 (a) and (b)", "Part 4", "General"])
        #expect(made.ids == [] && made.cells("3ab.1") == ["A", "B", "C"])
        let matter = made.report.backMatter.map { "\($0.role.rawValue): \($0.passage.text)" }
        #expect(matter == ["section-row: Part 3 (a) and (b)", "section-row: Part 4", "section-row: General"])
    }

    @Test func inAGridAsWell() throws {
        let made = try Self.grid([
            Self.head, ["Part 1", "", "", ""], ["para 1", "A", "B", "C"], ["Part 2", "", "", ""],
            ["para 1", "D", "E", "F"],
        ])
        #expect(made.report.rows.map(\.id) == ["1.1", "2.1"] && made.ids == [])
        #expect(made.report.rows.map(\.group) == ["Part 1", "Part 2"])
    }

    @Test func aboveATable() throws {
        let text = "Part 7\n" + Matrix.head + Matrix.row("para 1", "A", "B", "C")
        let made = try Segmented(text, try Self.rules())
        #expect(made.report.rows.map(\.id) == ["7.1"])
        #expect(made.report.frontMatter.map(\.role) == [.sectionRow])
    }

    /// A cell that reads like a line above rows, with other cells beside it, is a cell.
    @Test func aRowOfTextIsNone() throws {
        let made = try Self.grid([Self.head, ["para 1", "General", "B", "C"], ["para 2", "", "General", ""]])
        #expect(made.cells("1") == ["General", "B", "C"] && made.cells("2") == ["", "General", ""])
        #expect(made.report.rows.allSatisfy { $0.group == nil })
    }

    /// The rest of a cell, in a row without a label, is not the heading of rows even where it reads like one.
    @Test func theRestOfACellIsNone() throws {
        let made = try Self.grid([Self.head, ["para 1", "A", "B", "C"], ["", "", "General", ""]])
        #expect(made.cells("1") == ["A", "B\n\nGeneral", "C"] && made.ids == ["rejoined-row"])
    }

    @Test func rowsWithoutANumberAreKept() throws {
        let made = try Self.grid([Self.head, ["para 1", "A", "—", "C"], ["—", "D", "—", "F"], ["—", "—", "H", "I"]])
        #expect(made.report.rows.map(\.id) == ["1", "unnumbered-1", "unnumbered-2"])
        #expect(made.cells("1") == ["A", "—", "C"] && made.cells("unnumbered-2") == ["—", "H", "I"])
        #expect(made.report.rows[1].labels.map(\.text) == ["—"] && made.report.rows[1].references.isEmpty)
        #expect(made.ids == [])
    }

    /// In a text, nothing but the number of cells tells which of these dashes are labels.
    @Test func inAStreamTheCellsAreCounted() throws {
        let text =
            Matrix.head + Matrix.row("para 1", "A", "—", "—") + Matrix.row("—", "—", "E", "F")
            + Matrix.row("para 2", "G", "H", "I")
        let made = try Segmented(text, try Self.rules())
        #expect(made.report.rows.map(\.id) == ["1", "unnumbered-1", "2"] && made.ids == [])
        #expect(made.cells("1") == ["A", "—", "—"] && made.cells("unnumbered-1") == ["—", "E", "F"])
    }

    /// Two rows without a number have nothing in common: the second is no repetition of the first.
    @Test func theNextTableIsNoContinuation() throws {
        let made = try Self.grid([Self.head, ["—", "A", "B", "C"]], [Self.head, ["—", "D", "E", "F"]])
        #expect(made.report.rows.map(\.id) == ["unnumbered-1", "unnumbered-2"])
    }
}
