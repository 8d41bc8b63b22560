import TesseraModel
import Testing

/// Tables of Markdown.
@Suite struct MarkdownTableTests {
    static let examples = [
        LayoutExample(
            "tables and paragraphs",
            """
            ## State of work

            The report was written by the board
            of the register.

            | Commitment | Laws | Help |
            |:-----------|:----:|-----:|
            | Article 1<br>Licences | a \\| b | |
            | Article 4 | **None**, see [the law](http://a.b "title") | N/A |

            End\\_of\\_file
            """,
            [
                "## State of work", "The report was written by the board of the register.",
                "row: * Commitment | Laws | Help", "row: Article 1 / Licences | a | b | ",
                "row: Article 4 | None, see the law | N/A", "End_of_file",
            ]
        ),
        LayoutExample(
            "no pipes at the ends of lines",
            "a | b\n--- | ---\nc | d\n\ne\n",
            ["row: * a | b", "row: c | d", "e"]
        ),
    ]

    @Test(arguments: examples) func haveALineARow(example: LayoutExample) throws { try example.check("markdown") }

    /// Marks that have no counterpart are text.
    @Test(arguments: [
        ("2 * 3 * 4", "2 * 3 * 4"), ("snake_case_name", "snake_case_name"), ("**a** *b* _c_", "a b c"),
        ("***a***", "a"), ("*open", "*open"), ("a \\* b", "a * b"), ("`a*b*`", "a*b*"), ("[a] (b)", "[a] (b)"),
        ("<b>", "<b>"), ("\\", ""), ("a\\b", "a\\b"),
    ])
    func resolveMarks(text: String, resolved: String) throws {
        let reading = try LayoutReading("| a |\n|---|\n| x\(text)\n\n\\*", layout: "markdown")
        let cell = reading.tables.first?.cells.last
        #expect(cell?.paragraphs.map(\.text) == ["x" + resolved])
    }
}
