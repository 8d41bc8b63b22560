import Testing

/// Tables whose columns a rule marks.
@Suite struct RuledColumnTests {
    static let examples = [
        LayoutExample(
            "a simple table",
            """
            Before.

              Name   Use
              ------ ---------
              a      the first
              b c    x

            After.
            """,
            ["Before.", "line: * Name | Use", "line: a | the first", "line: b c | x", "After."]
        ),
        LayoutExample(
            "rows of several lines",
            """
            -----------------------
            Name   Use
            ------ ----------------
            a      the first of
                   all

            b      x
            -----------------------

            After.
            """,
            ["line: * Name | Use", "line: a | the first of", "line:  | all", "line:  | ", "line: b | x", "After."]
        ),
        LayoutExample(
            "reStructuredText",
            """
            ==== =====
            Name Use
            ==== =====
            a    first
            ==== =====

            After.
            """,
            ["line: * Name | Use", "line: a | first", "After."]
        ),
    ]

    @Test(arguments: examples) func cutAtTheRule(example: LayoutExample) throws { try example.check("ruled-columns") }
}
