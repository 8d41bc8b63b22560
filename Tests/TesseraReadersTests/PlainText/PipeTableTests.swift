import TesseraModel
import Testing

/// Printed lines with a pipe on both sides of each cell.
@Suite struct PipeTableTests {
    static let examples = [
        LayoutExample(
            "wrapped cells",
            """
            STATE OF WORK 2019

            |Commitment     |Laws and rules |Help given     |
            |Article 1,     |Every maker    |N/A            |
            |para 2         |must hold a    |               |
            |Licences       |licence.       |               |

            The report was written by the board
            of the register.
            It is short, and nobody has read it
            so far.
            """,
            [
                "STATE OF WORK 2019", "line: Commitment | Laws and rules | Help given",
                "line: Article 1, | Every maker | N/A", "line: para 2 | must hold a | ", "line: Licences | licence. | ",
                "The report was written by the board of the register.",
                "It is short, and nobody has read it so far.",
            ]
        ),
        LayoutExample(
            "a pipe in the text",
            "|Mark  |Use      |\n|a | b |choice   |\n|c     |other    |\n",
            ["line: Mark | Use", "line: a | b | choice", "line: c | other"]
        ),
    ]

    @Test(arguments: examples) func keepsLinesAndColumns(example: LayoutExample) throws { try example.check("pipes") }

    @Test func keepsPipesInsideCells() throws {
        let table = try #require(try LayoutReading(Self.examples[1].text).tables.first)
        #expect(
            table.cells.map { $0.paragraphs.map(\.text).joined() } == ["Mark", "Use", "a | b", "choice", "c", "other"]
        )
    }
}
