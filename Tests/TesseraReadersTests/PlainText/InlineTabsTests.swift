import TesseraModel
import Testing

/// Cells that tabs part within lines.
@Suite struct InlineTabsTests {
    static let examples = [
        LayoutExample(
            "wrapped lines",
            """
            STATE OF WORK 2019

            Commitment\tLaws and rules\tHelp

            Article 1

            Licences for makers and for dealers in
            goods\tEvery maker must hold a licence

            Licences are public.\tN/A

            Article 4\tN/A\tTwo courses were held
            for all who keep registers.
            """,
            [
                "STATE OF WORK 2019", "part: Commitment", "part: Laws and rules",
                "part: Help / Article 1 / Licences for makers and for dealers in goods",
                "part: Every maker must hold a licence / Licences are public.", "part: N/A / Article 4", "part: N/A",
                "part: Two courses were held for all who keep registers.",
            ]
        ),
        LayoutExample(
            "paragraphs of one line",
            """
            STATE OF WORK 2019
            Commitment\tLaws and rules\tHelp
            Article 1
            Licences for makers and for dealers in goods\tEvery maker must hold a licence
            Licences are public.\tN/A
            Article 4\t\tTwo courses
            """,
            [
                "STATE OF WORK 2019", "part: Commitment", "part: Laws and rules",
                "part: Help / Article 1 / Licences for makers and for dealers in goods",
                "part: Every maker must hold a licence / Licences are public.", "part: N/A / Article 4", "part: ",
                "part: Two courses",
            ]
        ),
        LayoutExample(
            "a tab before each row as well",
            """
            STATE OF WORK 2019

            \tCommitment\tLaws\tHelp
            \tArticle 1
            Licences for makers\tEvery maker must hold a licence.\tN/A
            \tArticle 4\tN/A\tTwo courses
            """,
            [
                "STATE OF WORK 2019", "cell: Commitment", "cell: Laws", "cell: Help",
                "cell: Article 1 / Licences for makers", "cell: Every maker must hold a licence.", "cell: N/A",
                "cell: Article 4", "cell: N/A", "cell: Two courses",
            ]
        ),
    ]

    @Test(arguments: examples) func beginCellsAtTabs(example: LayoutExample) throws { try example.check("inline-tabs") }
}
