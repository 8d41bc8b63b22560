public import TesseraModel

/// The XML form of a document: what `inspect --after read --format xml` prints and ``DocumentXMLReader`` reads back.
public enum DocumentXML {
    /// The namespace of all elements.
    public static let namespace = "urn:tessera:document:1"
    static let version = "1"

    /// The RELAX NG schema (XML syntax) of the form.
    public static var schema: [UInt8] { PackageResources.document_rng }

    /// The document as XML, UTF-8, with a final newline.
    public static func serialise(_ document: SourceDocument) -> [UInt8] {
        var writer = XMLWriter()
        let source = document.extractedFrom ?? document.origin
        let metadata = document.metadata
        writer.element("document", [("xmlns", namespace), ("version", version)]) { writer in
            write(source, "source", to: &writer)
            writer.empty(
                "metadata",
                [
                    ("title", metadata.title), ("author", metadata.author), ("created", metadata.created),
                    ("modified", metadata.modified), ("language", metadata.language), ("encoding", metadata.encoding),
                ]
            )
            for block in document.blocks { write(block, to: &writer) }
            for omission in document.omissions {
                write(omission.paragraph, "omitted", [("reason", omission.reason.rawValue)], to: &writer)
            }
        }
        return writer.bytes
    }

    private static func write(_ origin: Origin, _ name: String, to writer: inout XMLWriter) {
        let attributes: [XMLWriter.Attribute] = [
            ("path", origin.path), ("media-type", origin.mediaType), ("sha256", origin.sha256),
            ("bytes", String(origin.bytes)),
        ]
        guard !origin.parts.isEmpty else { return writer.empty(name, attributes) }
        writer.element(name, attributes) { writer in
            for part in origin.parts { write(part, "part", to: &writer) }
        }
    }

    private static func write(_ block: Block, to writer: inout XMLWriter) {
        switch block {
        case .paragraph(let paragraph): write(paragraph, "paragraph", [], to: &writer)
        case .preformatted(let paragraph): write(paragraph, "preformatted", [], to: &writer)
        case .heading(let paragraph, let level): write(paragraph, "heading", [("level", String(level))], to: &writer)
        case .listItem(let paragraph, let level): write(paragraph, "list-item", [("level", String(level))], to: &writer)
        case .note(let paragraph, let label): write(paragraph, "note", [("label", label)], to: &writer)
        case .pageBreak(let place): writer.empty("page-break", attributes(of: place))
        case .table(let table): write(table, to: &writer)
        }
    }

    private static func write(
        _ paragraph: Paragraph,
        _ name: String,
        _ extra: [XMLWriter.Attribute],
        to writer: inout XMLWriter
    ) {
        let hidden = paragraph.hidden.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
        let starts = paragraph.lineStarts.map(String.init).joined(separator: " ")
        let attributes =
            extra + attributes(of: paragraph.place) + [
                ("hidden", hidden.isEmpty ? nil : hidden), ("line-starts", starts.isEmpty ? nil : starts),
                ("uncertainty", paragraph.uncertainty?.reason.rawValue),
                ("confidence", paragraph.uncertainty?.confidence.plainDescription),
            ]
        writer.text(name, attributes) { writer in
            let text = paragraph.text
            var written = 0
            for link in paragraph.hyperlinks {
                writer.characters(text.utf8Slice(written..<link.range.lowerBound))
                writer.inline("link", [("target", link.target)], text.utf8Slice(link.range))
                written = link.range.upperBound
            }
            writer.characters(text.utf8Slice(written..<text.utf8.count))
        }
    }

    private static func write(_ table: Table, to writer: inout XMLWriter) {
        switch table.content {
        case .stream(let cells):
            let kind = [("kind", "stream"), ("partial", table.isPartial ? "true" : nil)]
            writer.element("table", attributes(of: table.place) + kind) { writer in
                for cell in cells { write(cell, to: &writer) }
            }
        case .grid(let rows): write(rows, "grid", at: table.place, to: &writer)
        case .lines(let lines): write(lines, "lines", at: table.place, to: &writer)
        }
    }

    private static func write(_ rows: [TableRow], _ kind: String, at place: SourcePlace, to writer: inout XMLWriter) {
        writer.element("table", attributes(of: place) + [("kind", kind)]) { writer in
            for row in rows {
                let attributes = [
                    ("header", row.isHeader ? "true" : nil),
                    ("skipped-columns", row.skippedColumns == 0 ? nil : String(row.skippedColumns)),
                ]
                writer.element("row", attributes) { writer in
                    for cell in row.cells { write(cell, to: &writer) }
                }
            }
        }
    }

    private static func write(_ cell: TableCell, to writer: inout XMLWriter) {
        let spans: [XMLWriter.Attribute] = [
            ("row-span", cell.rowSpan == 1 ? nil : String(cell.rowSpan)),
            ("column-span", cell.columnSpan == 1 ? nil : String(cell.columnSpan)),
            ("header", cell.isHeader ? "true" : nil),
        ]
        writer.element("cell", attributes(of: cell.place) + spans) { writer in
            for block in cell.blocks { write(block, to: &writer) }
        }
    }

    private static func attributes(of place: SourcePlace) -> [XMLWriter.Attribute] {
        [
            ("start", place.start.description), ("end", place.end.description),
            ("part", place.part.isEmpty ? nil : place.part),
        ]
    }
}

/// Writes indented XML; text content is never touched by the indentation.
private struct XMLWriter {
    /// An attribute whose value is nil is left out.
    typealias Attribute = (name: String, value: String?)

    private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0

    mutating func element(_ name: String, _ attributes: [Attribute], _ content: (inout XMLWriter) -> Void) {
        indent()
        open(name, attributes)
        append("\n")
        depth += 1
        content(&self)
        depth -= 1
        indent()
        append("</\(name)>\n")
    }

    /// An element whose content is text on the same line.
    mutating func text(_ name: String, _ attributes: [Attribute], _ content: (inout XMLWriter) -> Void) {
        indent()
        open(name, attributes)
        content(&self)
        append("</\(name)>\n")
    }

    mutating func inline(_ name: String, _ attributes: [Attribute], _ text: Substring) {
        open(name, attributes)
        characters(text)
        append("</\(name)>")
    }

    mutating func empty(_ name: String, _ attributes: [Attribute]) {
        indent()
        open(name, attributes, close: "/>")
        append("\n")
    }

    mutating func characters(_ text: Substring) {
        escape(text, isAttribute: false)
    }

    private mutating func indent() {
        bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
    }

    private mutating func open(_ name: String, _ attributes: [Attribute], close: String = ">") {
        append("<\(name)")
        for attribute in attributes {
            guard let value = attribute.value else { continue }
            append(" \(attribute.name)=\"")
            escape(value, isAttribute: true)
            append("\"")
        }
        append(close)
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    private mutating func escape(_ text: some StringProtocol, isAttribute: Bool) {
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "<"): append("&lt;")
            case UInt8(ascii: ">"): append("&gt;")
            case UInt8(ascii: "\"") where isAttribute: append("&quot;")
            // A parser would turn these into blanks or line feeds.
            case 0x0D: append("&#13;")
            case 0x09 where isAttribute: append("&#9;")
            case 0x0A where isAttribute: append("&#10;")
            default: bytes.append(byte)
            }
        }
    }
}
