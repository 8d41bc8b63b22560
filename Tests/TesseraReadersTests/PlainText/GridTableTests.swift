import TesseraModel
import Testing

/// Tables that are drawn in characters.
@Suite struct GridTableTests {
    static let examples = [
        LayoutExample(
            "plain text",
            """
            The report was written by the board of the
            register.

            +---------------+-----------------+
            | Commitment    | Laws and rules  |
            +===============+=================+
            | Article 1,    | Every maker     |
            | para 2        | must hold a     |
            |               | licence.        |
            | Licences for  |                 |
            | makers        | N/A             |
            +---------------+-----------------+
            | Article 4     |                 |
            +---------------+-----------------+
            """,
            [
                "The report was written by the board of the register.", "row: * Commitment | Laws and rules",
                "row: Article 1, para 2 / Licences for makers | Every maker must hold a licence. / N/A",
                "row: Article 4 | ",
            ]
        ),
        LayoutExample(
            "spans",
            """
            +-----+-----+-----+
            | a   | b         |
            +-----+-----+-----+
            | c   | d   | e   |
            |     +-----+-----+
            |     | f   | g   |
            +-----+-----+-----+
            """,
            ["row: a | b 1×2", "row: c 2×1 | d | e", "row: f | g"]
        ),
        LayoutExample(
            "words that are cut",
            """
            +----------+----------+
            | The      | it is    |
            | inter    | done     |
            | national | http:/   |
            | one      | /a.org/w |
            +----------+----------+
            """,
            ["row: The international one | it is done http://a.org/w"]
        ),
        LayoutExample(
            "Markdown",
            """
            # State of work {#state .wide}

            +---------------+-----------------+
            | **Commitment  | **Laws and      |
            | made**        | rules**         |
            +===============+=================+
            | \\"Article\\" 1 | -   see         |
            |               |     <http://a.b>|
            |               | -   the *law*   |
            +---------------+-----------------+
            """,
            [
                "# State of work", "row: * Commitment made | Laws and rules",
                "row: \"Article\" 1 | item 1: see http://a.b / item 1: the law",
            ]
        ),
        LayoutExample(
            "reStructuredText",
            """
            State of work
            =============

            +---------------+-----------------+
            | **Article** 1 | `the law        |
            |               | <http://a.b>`__ |
            +---------------+-----------------+

            | One line
            | another line

            Rules
            -----

            See the *law*.
            """,
            ["# State of work", "row: Article 1 | the law", "One line", "another line", "## Rules", "See the law."]
        ),
    ]

    @Test(arguments: examples) func haveRowsAndCells(example: LayoutExample) throws { try example.check("grid") }

    @Test func keepTheTargetsOfLinks() throws {
        let links = try LayoutReading(Self.examples[3].text).document.paragraphs.flatMap(\.hyperlinks)
        #expect(links == [Hyperlink(range: 4..<14, target: "http://a.b")])
    }

    @Test func areTextWhereTheyAreBroken() throws {
        let text = "+---+---+\n| a | b |\n+---+\n| c |\n+---+---+\n"
        #expect(try LayoutReading(text, layout: "grid").tables.isEmpty)
        #expect(try LayoutReading(text, layout: "grid").shape.joined().contains { $0 == "c" })
    }
}
