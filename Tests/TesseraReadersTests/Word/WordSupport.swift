import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// A Word document made of snippets of WordprocessingML; prefixes are those that Word uses.
struct MadeWord {
    /// A relationship of the main part.
    struct Relationship {
        var id: String
        /// The last step of the type's name: `hyperlink`, `chart`.
        var kind: String
        var target: String
        var isExternal = false
    }

    /// What the prefixes of the snippets mean.
    enum Dialect { case transitional, strict }

    var body: String
    var dialect = Dialect.transitional
    /// Content of the parts beside the body.
    var styles: String?
    var footnotes: String?
    var endnotes: String?
    var comments: String?
    var header: String?
    var footer: String?
    var properties: String?
    var relationships: [Relationship] = []
    /// Whole parts, by name.
    var parts: [(name: String, text: String)] = []
    /// The name of the main part; nil for a package without one.
    var mainPart: String? = "word/document.xml"

    init(_ body: String, _ change: (inout MadeWord) -> Void = { _ in }) {
        self.body = body
        change(&self)
    }

    private var namespaces: String {
        let isStrict = dialect == .strict
        let main = isStrict ? "http://purl.oclc.org/ooxml" : "http://schemas.openxmlformats.org"
        let year = isStrict ? "" : "/2006"
        return [
            "w": "\(main)/wordprocessingml\(year)/main",
            "r": "\(main)/officeDocument\(year)/relationships",
            "m": "\(main)/officeDocument\(year)/math",
            "a": "\(main)/drawingml\(year)/main",
            "c": "\(main)/drawingml\(year)/chart",
            "dgm": "\(main)/drawingml\(year)/diagram",
            "wp": "\(main)/drawingml\(year)/wordprocessingDrawing",
            "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
            "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
            "v": "urn:schemas-microsoft-com:vml",
            "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/",
        ].sorted { $0.key < $1.key }.map { " xmlns:\($0.key)=\"\($0.value)\"" }.joined()
    }

    /// A whole part: the element with the prefixes declared around its content.
    func part(_ element: String, _ content: String) -> String {
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<\(element)\(namespaces)>\(content)</\(element)>"
    }

    private static func relationships(_ all: [Relationship]) -> String {
        let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"
        let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let elements = all.map { one in
            "<Relationship Id=\"\(one.id)\" Type=\"\(types)/\(one.kind)\" Target=\"\(one.target)\""
                + (one.isExternal ? " TargetMode=\"External\"/>" : "/>")
        }
        return "<Relationships xmlns=\"\(namespace)\">\(elements.joined())</Relationships>"
    }

    /// The parts in the order of the archive.
    var entries: [TestEntry] {
        var entries: [TestEntry] = []
        var package: [Relationship] = []
        var main = relationships
        func add(_ kind: String, _ name: String, _ root: String, _ content: String?) {
            guard let content else { return }
            entries.append(TestEntry("word/\(name)", text: part(root, content)))
            main.append(Relationship(id: "made-\(name)", kind: kind, target: name))
        }
        if let mainPart {
            entries.append(TestEntry(mainPart, text: part("w:document", "<w:body>\(body)</w:body>")))
            package.append(Relationship(id: "main", kind: "officeDocument", target: mainPart))
        }
        add("styles", "styles.xml", "w:styles", styles)
        add("footnotes", "footnotes.xml", "w:footnotes", footnotes)
        add("endnotes", "endnotes.xml", "w:endnotes", endnotes)
        add("comments", "comments.xml", "w:comments", comments)
        add("header", "header1.xml", "w:hdr", header)
        add("footer", "footer1.xml", "w:ftr", footer)
        if let properties {
            entries.append(TestEntry("docProps/core.xml", text: part("cp:coreProperties", properties)))
            package.append(Relationship(id: "core", kind: "metadata/core-properties", target: "docProps/core.xml"))
        }
        entries += parts.map { TestEntry($0.name, text: $0.text) }
        entries.append(TestEntry("_rels/.rels", text: MadeWord.relationships(package)))
        if let name = mainPart?.split(separator: "/").last, !main.isEmpty {
            entries.append(TestEntry("word/_rels/\(name).rels", text: MadeWord.relationships(main)))
        }
        return entries
    }

    var bytes: [UInt8] { ZipWriter(entries).bytes }
}

/// Reads a Word document made of a body and what else belongs to it.
func word(_ body: String, _ change: (inout MadeWord) -> Void = { _ in }) throws -> SourceDocument {
    try read(MadeWord(body, change).bytes, with: WordReader()).document
}

/// The blocks of a Word document as lines.
func outline(_ body: String, _ change: (inout MadeWord) -> Void = { _ in }) throws -> [String] {
    try word(body, change).outline
}

/// What a reader makes of some bytes, and says of them.
func read(
    _ bytes: [UInt8],
    with reader: any Reader
) throws -> (document: SourceDocument, diagnostics: [Diagnostic]) {
    var log = DiagnosticLog()
    let document = try reader.read(SourceFile(bytes), log: &log)
    return (document, log.diagnostics)
}

// Snippets

/// A run with a text.
func run(_ text: String, _ properties: String = "") -> String {
    let properties = properties.isEmpty ? "" : "<w:rPr>\(properties)</w:rPr>"
    return "<w:r>\(properties)<w:t xml:space=\"preserve\">\(text)</w:t></w:r>"
}

/// A paragraph with a text.
func p(_ text: String, _ properties: String = "") -> String {
    let properties = properties.isEmpty ? "" : "<w:pPr>\(properties)</w:pPr>"
    return "<w:p>\(properties)\(run(text))</w:p>"
}

/// A cell with a text.
func tc(_ text: String, _ properties: String = "") -> String { "<w:tc><w:tcPr>\(properties)</w:tcPr>\(p(text))</w:tc>" }

func tr(_ cells: String..., properties: String = "") -> String {
    "<w:tr><w:trPr>\(properties)</w:trPr>\(cells.joined())</w:tr>"
}

func tbl(_ rows: String...) -> String { "<w:tbl><w:tblPr/>\(rows.joined())</w:tbl>" }

// Tables

extension SourceDocument {
    /// The first table as lines.
    var sketch: [String] {
        for case .table(let table) in blocks { return table.sketch }
        return []
    }

    /// The hyperlinks with the text that they stand on.
    var links: [String] {
        paragraphs.flatMap { paragraph in
            paragraph.hyperlinks.map { "\(paragraph.text.utf8Slice($0.range)) -> \($0.target)" }
        }
    }

    /// The pieces of text that are hidden.
    var hidden: [String] {
        paragraphs.flatMap { paragraph in paragraph.hidden.map { String(paragraph.text.utf8Slice($0)) } }
    }
}

extension Table {
    /// A line a row: `=` marks a heading, `·` a column left out, and spans stand as rows × columns.
    var sketch: [String] {
        guard case .grid(let rows) = content else { return [] }
        return rows.map { row in
            let cells = row.cells.map { cell in
                let span = cell.rowSpan > 1 || cell.columnSpan > 1 ? " (\(cell.rowSpan)×\(cell.columnSpan))" : ""
                return cell.paragraphs.map(\.text).joined(separator: " / ") + span
            }
            let lead = (row.isHeader ? ["="] : []) + Array(repeating: "·", count: row.skippedColumns)
            return (lead + cells).joined(separator: " | ")
        }
    }
}
