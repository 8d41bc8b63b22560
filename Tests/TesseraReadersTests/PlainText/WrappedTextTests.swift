import Testing

/// Running text.
@Suite struct WrappedTextTests {
    static let examples = [
        LayoutExample(
            "indented paragraphs",
            """
                    STATE OF WORK

               Article 1, para 2

               Every maker must hold a licence and
               must show it to everybody who asks
               for it. Licences are public.

               Not applicable

               Two courses were held for those who
               keep registers.
               Nobody came.
            """,
            [
                "STATE OF WORK", "Article 1, para 2",
                "Every maker must hold a licence and must show it to everybody who asks for it. Licences are public.",
                "Not applicable", "Two courses were held for those who keep registers.", "Nobody came.",
            ]
        ),
        LayoutExample(
            "a blank line behind each",
            """
            Every maker must hold a licence and

            must show it to everybody who asks

            for it. Licences are public.

            Not applicable

            Two courses were held for those who

            keep registers and for their heirs

            in law.
            """,
            [
                "Every maker must hold a licence and must show it to everybody who asks for it. Licences are public.",
                "Not applicable",
                "Two courses were held for those who keep registers and for their heirs in law.",
            ]
        ),
    ]

    @Test(arguments: examples) func isJoined(example: LayoutExample) throws { try example.check("wrapped") }

    @Test func isAParagraphALineWhereNothingWasWrapped() throws {
        let text = "Article 1\nEvery maker must hold a licence and must show it to everybody who asks.\nN/A\nN/A\n"
        #expect(try LayoutReading(text).layout == "paragraphs")
    }

    @Test func keepsLinesOfPagesApart() throws {
        let example = LayoutExample(
            "pages",
            "Article 1\nEvery maker must\nNot applicable\nhold a licence.\n\u{C}Article 4\nN/A\n",
            ["Article 1", "Every maker must", "Not applicable", "hold a licence.", "page break", "Article 4", "N/A"]
        )
        try example.check("pages")
    }
}
