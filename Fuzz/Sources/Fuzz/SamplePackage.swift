/// Archives around one part that libFuzzer makes. All that this part may refer to is there.
enum SamplePackage {
    /// A Word document around its body.
    static func word(_ body: [UInt8]) -> [UInt8] {
        let namespace = #"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#
        let note = #"<w:p><w:r><w:t>Seen, 12 May 1999.</w:t></w:r></w:p>"#
        let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let relationships = [
            ("styles", "styles.xml"), ("footnotes", "notes.xml"), ("endnotes", "notes.xml"), ("header", "header.xml"),
            ("comments", "header.xml"), ("chart", "chart.xml"), ("diagramData", "chart.xml"), ("hyperlink", "#mark"),
        ].enumerated().map { number, relationship in
            #"<Relationship Id="r\#(number)" Type="\#(office)/\#(relationship.0)" Target="\#(relationship.1)"/>"#
        }
        let drawing = "http://schemas.openxmlformats.org/drawingml/2006"
        return StoredArchive([
            "word/document.xml": body,
            "word/_rels/document.xml.rels": xml(
                #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#
                    + relationships.joined() + "</Relationships>"
            ),
            "word/styles.xml": xml(
                """
                <w:styles \(namespace)><w:style w:type="paragraph" w:default="1" w:styleId="a"/>
                <w:style w:styleId="h1"><w:name w:val="heading 1"/><w:basedOn w:val="l"/></w:style>
                <w:style w:styleId="l"><w:basedOn w:val="h1"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>
                <w:rPr><w:vanish/></w:rPr></w:style></w:styles>
                """
            ),
            "word/notes.xml": xml(
                """
                <w:footnotes \(namespace)><w:footnote w:id="0" w:type="separator">\(note)</w:footnote>
                <w:footnote w:id="1">\(note)<w:tbl><w:tr><w:tc>\(note)</w:tc></w:tr></w:tbl></w:footnote></w:footnotes>
                """
            ),
            "word/header.xml": xml("<w:hdr \(namespace)>\(note)</w:hdr>"),
            "word/chart.xml": xml(
                """
                <c:chart xmlns:c="\(drawing)/chart" xmlns:a="\(drawing)/main"><a:p><a:r><a:t>Seizures</a:t></a:r></a:p>
                <c:strCache><c:pt><c:v>1999</c:v></c:pt></c:strCache></c:chart>
                """
            ),
        ]).bytes
    }

    /// An OpenDocument text around its content.
    static func openDocument(_ content: [UInt8]) -> [UInt8] {
        let spaces = ["office", "style", "text", "fo", "table"].map { name in
            let space = name == "fo" ? "xsl-fo-compatible" : name
            return #"xmlns:\#(name)="urn:oasis:names:tc:opendocument:xmlns:\#(space):1.0""#
        }.joined(separator: " ")
        return StoredArchive([
            "mimetype": Array("application/vnd.oasis.opendocument.text".utf8),
            "content.xml": content,
            "styles.xml": xml(
                """
                <office:document-styles \(spaces)><office:styles><style:style style:name="h" style:family="text">
                <style:text-properties text:display="none"/></style:style></office:styles><office:master-styles>
                <style:master-page><style:header><text:p>Head</text:p></style:header></style:master-page>
                </office:master-styles></office:document-styles>
                """
            ),
            "Object 1/content.xml": xml(
                """
                <office:document-content \(spaces)><office:body><office:text><text:p>Inner</text:p></office:text>
                </office:body></office:document-content>
                """
            ),
        ]).bytes
    }

    private static func xml(_ text: String) -> [UInt8] { Array(text.utf8) }
}
