import Testing

/// Cells that slashes part.
@Suite struct SlashTests {
    static let examples = [
        LayoutExample(
            "slashes on lines of their own",
            """
            Commitment / Laws and rules / Help

            Article 1

            Licences for arms/explosives
            /
            Every maker must hold a licence.
            /
            N/A / N/A

            Article 4
            /
            None.
            """,
            [
                "part: Commitment", "part: Laws and rules",
                "part: Help / Article 1 / Licences for arms/explosives", "part: Every maker must hold a licence.",
                "part: N/A", "part: N/A / Article 4", "part: None.",
            ]
        )
    ]

    @Test(arguments: examples) func partCells(example: LayoutExample) throws { try example.check("slashes") }

    @Test(arguments: ["SA/LW", "and/or", "N/A", "1 /2", "a/ b"]) func partNoWords(text: String) throws {
        #expect(try LayoutReading(text, layout: "slashes").shape == [text])
    }
}
