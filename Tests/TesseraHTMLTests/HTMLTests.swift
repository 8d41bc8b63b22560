import TesseraHTML
import Testing

@Suite("HTML whose texts are escaped") struct HTMLTests {
    @Test(arguments: [
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"), ("a & b", "a &amp; b"),
        ("&lt;", "&amp;lt;"), ("\"a\" 'b'", "&quot;a&quot; 'b'"), ("]]>", "]]&gt;"), ("<!--", "&lt;!--"),
        ("a\u{0}b\u{1B}c\u{9B}d", "a\u{FFFD}b\u{FFFD}c\u{FFFD}d"), ("a\tb\nc", "a\tb\nc"), ("日本語 שלום", "日本語 שלום"),
        ("", ""),
    ])
    func textIsEscapedWhereverItStands(text: String, escaped: String) {
        #expect(HTML(text: text).markup == escaped)
        #expect(element("b") { text }.markup == "<b>\(escaped)</b>")
        #expect(
            element("b", ["title": text]).markup == (text.isEmpty ? "<b title></b>" : "<b title=\"\(escaped)\"></b>")
        )
    }

    @Test func builderTakesConditionsAndLoops() {
        func list(_ items: [String], remark: String?) -> String {
            element("ul") {
                for (number, item) in items.enumerated() {
                    element("li") {
                        number + 1
                        ". "
                        if item.isEmpty { element("em") { "nothing" } } else { item }
                    }
                }
                if let remark { element("li") { remark } }
            }
            .markup
        }
        #expect(
            list(["a", ""], remark: "<c>")
                == "<ul>\n<li>1. a</li>\n<li>2. <em>nothing</em></li>\n<li>&lt;c&gt;</li>\n</ul>\n"
        )
        #expect(list([], remark: nil) == "<ul></ul>\n")
    }

    @Test func attributesMayBeAbsentOrWithoutValue() {
        #expect(element("p", ["id": nil, "hidden": ""]) { "x" }.markup == "<p hidden>x</p>\n")
        #expect(element("option", ["value": ""]) { "x" }.markup == "<option value=\"\">x</option>")
        #expect(element("br").markup == "<br>")
        #expect(element("rect", ["width": "3"]).markup == "<rect width=\"3\"></rect>", "in a drawing nothing is void")
    }

    @Test(arguments: [
        "https://example.org/?a=1&b=2", "HTTP://example.org", "mailto:a@example.org", "#r1", "page.html",
        "a/b.html?x=1:2",
        "../up", "?q",
    ])
    func harmlessAddressesAreLinked(address: String) {
        #expect(element("a", ["href": address]).markup.contains("href="))
    }

    @Test(arguments: [
        "javascript:alert(1)", "JavaScript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)",
        "\u{1}javascript:x",
        "data:text/html,<script>", "vbscript:x", "file:///etc/passwd", "blob:x", "tel:1", "java\tscript:x",
    ])
    func otherAddressesAreNot(address: String) {
        #expect(element("a", ["href": address]) { "x" }.markup == "<a>x</a>")
    }
}
