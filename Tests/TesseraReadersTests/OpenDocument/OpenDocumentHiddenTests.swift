import TesseraModel
import TestSupport
import Testing

/// Hidden text is kept, and flagged.
@Suite struct OpenDocumentHiddenTests {
    /// Each paragraph with its hidden text in brackets.
    private func texts(_ text: String, common: String = "", automatic: String = "") throws -> [String] {
        var made = MadeOpenDocument(text)
        made.styles = common
        made.automaticStyles = automatic
        return try made.read().paragraphs.map { paragraph in
            var bytes = Array(paragraph.text.utf8)
            for range in paragraph.hidden.reversed() {
                bytes.insert(UInt8(ascii: "]"), at: range.upperBound)
                bytes.insert(UInt8(ascii: "["), at: range.lowerBound)
            }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func style(_ name: String, _ family: String, parent: String = "", _ display: String?) -> String {
        let properties = display.map { "<style:text-properties text:display='\($0)'/>" } ?? ""
        return """
            <style:style style:name='\(name)' style:family='\(family)' style:parent-style-name='\(parent)'>\
            \(properties)</style:style>
            """
    }

    @Test func byStyle() throws {
        let common = Self.style("Secret", "paragraph", "none") + Self.style("Base", "text", "none")
        let automatic =
            Self.style("P1", "paragraph", parent: "Secret", nil) + Self.style("T1", "text", parent: "Base", nil)
            + Self.style("T2", "text", parent: "Base", "true") + Self.style("Secret", "text", nil)
        let texts = try texts(
            """
            <text:p>a<text:span text:style-name='T1'>b<text:span text:style-name='T2'>c</text:span>d</text:span>e</text:p>
            <text:p text:style-name='P1'>f<text:span text:style-name='T2'>g</text:span>h</text:p>
            <text:p text:style-name='P1'>i<text:line-break/>j</text:p>
            <text:p text:style-name='Unknown'>k<text:span text:style-name='Secret'>l</text:span></text:p>
            """,
            common: common,
            automatic: automatic
        )
        #expect(texts == ["a[b]c[d]e", "[f]g[h]", "[i]", "[j]", "kl"])
    }

    @Test func aCircleOfStylesHidesNothing() throws {
        let circle =
            Self.style("A", "paragraph", parent: "B", nil) + Self.style("B", "paragraph", parent: "A", nil)
            + Self.style("C", "paragraph", "none")
        #expect(try texts("<text:p text:style-name='A'>a</text:p>", common: circle) == ["a"])
    }

    @Test func bySectionWithAllThatIsInIt() throws {
        let texts = try texts(
            """
            <text:section text:display='none'>
              <text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>b</text:p>
              </text:note-body></text:note></text:p>
              <table:table><table:table-row><table:table-cell><text:p>c</text:p></table:table-cell></table:table-row>
              </table:table>
            </text:section>
            <text:section text:display='condition' text:is-hidden='true'><text:p>d</text:p></text:section>
            <text:section text:display='condition'><text:p>e</text:p></text:section>
            <text:p>f</text:p>
            """
        )
        #expect(texts == ["[a]", "[b]", "[c]", "[d]", "e", "f"])
    }

    @Test func byField() throws {
        let texts = try texts(
            """
            <text:p>a<text:hidden-text text:is-hidden='true' text:string-value='b'/>c
            <text:hidden-text text:is-hidden='false' text:string-value='d'>d</text:hidden-text></text:p>
            <text:p>e<text:hidden-paragraph text:is-hidden='true'/>f</text:p>
            <text:p>g<text:hidden-paragraph text:is-hidden='false'/></text:p>
            """
        )
        #expect(texts == ["a[b]c d", "[ef]", "g"])
    }
}
