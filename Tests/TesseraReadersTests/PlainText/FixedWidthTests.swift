import TesseraModel
import Testing

/// Columns at fixed places.
@Suite struct FixedWidthTests {
    static let examples = [
        LayoutExample(
            "columns of one place",
            """
            STATE OF WORK 2019

            Commitment          Laws and rules      Help given
                                                    to others

            Article 1, para 2   Every maker must    Not applicable
                                hold a licence.
            Licences for        Licences are        N/A
            makers              public.

            Article 4           N/A                 Two courses
                                                    were held.
            Registers
            of makers

            Notes

            The report was written by the board of the register and by nobody else.
            """,
            [
                "STATE OF WORK 2019",
                "line: Commitment | Laws and rules | Help given", "line:  |  | to others", "line:  |  | ",
                "line: Article 1, para 2 | Every maker must | Not applicable", "line:  | hold a licence. | ",
                "line: Licences for | Licences are | N/A", "line: makers | public. | ", "line:  |  | ",
                "line: Article 4 | N/A | Two courses", "line:  |  | were held.",
                "line: Registers |  | ", "line: of makers |  | ", "Notes",
                "The report was written by the board of the register and by nobody else.",
            ]
        ),
        LayoutExample(
            "columns that move from row to row",
            """
            Commitment                   Laws and rules               Help given
            Article 1, para 2            Every maker must hold        Not applicable
            Licences for makers          a licence.
            Article 4                       Registers are kept          Two courses were held
            Registers of makers and of      for twenty years and        for those who keep
            their guns and of all dealers   longer.                     registers.
            """,
            [
                "line: Commitment | Laws and rules | Help given",
                "line: Article 1, para 2 | Every maker must hold | Not applicable",
                "line: Licences for makers | a licence. | ",
                "line: Article 4 | Registers are kept | Two courses were held",
                "line: Registers of makers and of | for twenty years and | for those who keep",
                "line: their guns and of all dealers | longer. | registers.",
            ]
        ),
        LayoutExample(
            "columns with one blank between",
            """
            Article 4                     Registers are kept for     Two courses were held
            Registers of makers and of    ten years and longer,      for those who keep
            dealers, and of all the goods which the board demands    registers.
            that were lent                and pays for.              N/A
            """,
            [
                "line: Article 4 | Registers are kept for | Two courses were held",
                "line: Registers of makers and of | ten years and longer, | for those who keep",
                "line: dealers, and of all the goods | which the board demands | registers.",
                "line: that were lent | and pays for. | N/A",
            ]
        ),
        LayoutExample(
            "a page that goes on without its first column",
            """
            Article 4                     Registers are kept for     Two courses were held
            Registers of makers and of    ten years and longer,      for those who keep
            dealers                       which the board            registers, and
                                          so far                     for all
            \u{C}demands, if there are any     others who wanted to
            makers.                        come.
            \u{C}Article 5                     Makers must be known.      N/A
            Names of makers               They are.                  N/A
            """,
            [
                "line: Article 4 | Registers are kept for | Two courses were held",
                "line: Registers of makers and of | ten years and longer, | for those who keep",
                "line: dealers | which the board | registers, and",
                "line: page break | so far | for all",
                "line:  | demands, if there are any | others who wanted to",
                "line: page break | makers. | come.",
                "line: Article 5 | Makers must be known. | N/A",
                "line: Names of makers | They are. | N/A",
            ]
        ),
    ]

    @Test(arguments: examples) func cutsLinesIntoColumns(example: LayoutExample) throws {
        try example.check("fixed-width")
    }

    @Test func namesThePlacesOfPieces() throws {
        let text = "Größe     Wert\nklein     1\ngroß      2\n"
        let cells = try LayoutReading(text, layout: "fixed-width").tables.flatMap(\.cells)
        #expect(
            cells.map { "\($0.place.start)-\($0.place.end)" } == [
                "1:1-1:8", "1:13-1:17", "2:1-2:6", "2:11-2:12", "3:1-3:6", "3:12-3:13",
            ]
        )
    }

    @Test func takesProseForNoTable() throws {
        let text = "The board met.  It was late.\n\nNobody spoke.  All went home.\n"
        #expect(try LayoutReading(text).layout == "paragraphs")
        #expect(try LayoutReading(text, layout: "fixed-width").tables.isEmpty)
    }
}
