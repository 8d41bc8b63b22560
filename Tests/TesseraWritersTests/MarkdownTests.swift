import TesseraModel
import TestSupport
import Testing

@testable import TesseraWriters

/// `report.md`; the interoperability tests read it with a parser of CommonMark.
@Suite struct MarkdownTests {
    @Test(arguments: [
        ("Plain text, with (brackets) and a full stop.", "Plain text, with (brackets) and a full stop."),
        ("*not emphasis* _nor this_", "\\*not emphasis\\* \\_nor this\\_"), ("# 1", "\\# 1"), ("- item", "\\- item"),
        ("1. item", "1\\. item"), ("12) item", "12\\) item"), ("in 1. place", "in 1. place"), ("a - b", "a - b"),
        ("<b>&amp;", "\\<b\\>\\&amp;"), ("[a](b)", "\\[a\\](b)"), ("a\\b", "a\\\\b"), ("`code`", "\\`code\\`"),
        ("~~~", "\\~\\~\\~"), ("a | b", "a \\| b"), (" lead and end ", "&#32;lead and end&#32;"),
        ("two  blanks", "two &#32;blanks"), ("a\tb", "a&#9;b"), ("a\u{A0}b", "a&#160;b"), ("a\nb", "a\\\nb"), ("", ""),
        ("---", "\\---"), ("日本語 “text”", "日本語 “text”"), ("=1+1", "\\=1+1"), ("! no", "\\! no"),
        ("a\r\nb", "a&#13;&#10;b"), ("a \n- b", "a&#32;\\\n\\- b"), ("1\n.", "1\\\n."),
        ("é\u{3000}\u{2003}x", "é&#12288;&#8195;x"),
        ("“–”Â\u{85}", "“–”Â&#133;"), ("\n\na", "\\\n\\\na"),
    ])
    func escapes(text: String, escaped: String) { #expect(MarkdownText.escaped(text) == escaped) }

    @Test func aLinkKeepsItsTarget() {
        #expect(
            MarkdownText.link("a [b]", to: "http://example.org/?a=1&copy=<2>")
                == "[a \\[b\\]](<http://example.org/?a=1\\&copy=\\<2\\>>)"
        )
    }

    @Test func thePageFollowsTheReport() throws {
        #expect(
            try Dataset(SampleReport.checked, formats: ["markdown"]).text("report.md") == """
                # The Matrix

                * Report: us-poa-matrix-2007-07-17
                * Revised: 2007-07-17
                * Document code: CP/CSH-918/07
                * Language: en
                * Source: Input/matrix.txt
                * SHA-256 of the source: \(String(repeating: "0f", count: 32))

                ## Section II, para 6

                *(row II.6)*

                **Identify groups**

                ### U.S. Laws and Policies

                The ATF licenses, and inspects.

                See www.example.org, "ATF".

                ### U.S. Assistance and Programs

                *(not-applicable)*

                N/A

                ### U.S. Global/Regional Activity

                *(see-elsewhere)*

                See throughout this matrix.

                ## Section II, para 7 \\| Section II, para 8

                *(row II.7+II.8)*

                **Marking of SA/LW**

                **“Unmarked” arms**

                ### U.S. Laws and Policies

                *(text, confidence 0.85)*

                As in PoA II.6

                ### U.S. Assistance and Programs

                *(empty)*

                ### U.S. Global/Regional Activity

                *(missing)*

                ## Acronyms

                * **ATF**: Bureau of Alcohol, Tobacco, Firearms and Explosives (DOJ)
                * **DDTC**: *not defined*; *conflict:* DDTC / DTC

                ## Links

                * [www.example.org](<http://www.example.org/>) in II.6/laws
                * [http://example.org/list](<http://example.org/list>) in resources/R1

                ## Online resources

                * Example Organisation: [A list \\| of laws](<http://example.org/list>)
                * Example Organisation

                """
        )
    }
}
