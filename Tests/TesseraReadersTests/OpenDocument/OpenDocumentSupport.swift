import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// A text document in OpenDocument that a test makes of a few lines.
struct MadeOpenDocument {
    var text: String
    var styles = ""
    var automaticStyles = ""
    var masterStyles = ""
    var metadata = ""
    /// The kind of body.
    var kind = "text"

    init(_ text: String) { self.text = text }

    /// The document as one XML file.
    var flat: [UInt8] {
        root(
            "document",
            ["office:mimetype='application/vnd.oasis.opendocument.\(kind)'"],
            "<office:meta>\(metadata)</office:meta><office:styles>\(styles)</office:styles>"
                + "<office:automatic-styles>\(automaticStyles)</office:automatic-styles>"
                + "<office:master-styles>\(masterStyles)</office:master-styles>" + body
        )
    }

    /// The parts of a package, in the order in which word processors store them.
    var parts: [TestEntry] {
        let content = "<office:automatic-styles>\(automaticStyles)</office:automatic-styles>" + body
        let shared =
            "<office:styles>\(styles)</office:styles><office:master-styles>\(masterStyles)</office:master-styles>"
        return [
            TestEntry("mimetype", text: "application/vnd.oasis.opendocument.\(kind)"),
            TestEntry("content.xml", root("document-content", [], content)),
            TestEntry("styles.xml", root("document-styles", [], shared)),
            TestEntry("meta.xml", root("document-meta", [], "<office:meta>\(metadata)</office:meta>")),
            TestEntry("META-INF/manifest.xml", text: MadeOpenDocument.manifest()),
        ]
    }

    /// - Parameter encrypted: the part that the manifest calls encrypted.
    static func manifest(encrypted: String? = nil) -> String {
        let data = "<manifest:encryption-data manifest:checksum='AA=='/>"
        let entries = ["/", "content.xml", "styles.xml"].map {
            "<manifest:file-entry manifest:full-path='\($0)'>\($0 == encrypted ? data : "")</manifest:file-entry>"
        }
        return "<manifest:manifest xmlns:manifest='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
            + "\(entries.joined())</manifest:manifest>"
    }

    private var body: String { "<office:body><office:\(kind)>\(text)</office:\(kind)></office:body>" }

    private func root(_ name: String, _ attributes: [String], _ content: String) -> [UInt8] {
        let prefixes = [
            ("office", "office"), ("text", "text"), ("table", "table"), ("draw", "drawing"), ("style", "style"),
            ("meta", "meta"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"), ("form", "form"),
        ].map { "xmlns:\($0)='urn:oasis:names:tc:opendocument:xmlns:\($1):1.0'" }
        let others = ["xmlns:xlink='http://www.w3.org/1999/xlink'", "xmlns:dc='http://purl.org/dc/elements/1.1/'"]
        let tag = (["office:\(name)"] + prefixes + others + attributes).joined(separator: " ")
        return Array("<?xml version='1.0' encoding='UTF-8'?>\n<\(tag)>\(content)</office:\(name)>".utf8)
    }
}

extension MadeOpenDocument {
    /// The document that the flat form is read as.
    func read(limits: ReadingLimits = .standard) throws -> SourceDocument {
        var log = DiagnosticLog()
        let reader = FlatOpenDocumentReader(limits: limits)
        return try reader.read(SourceFile(flat, path: "Input/report.fodt"), log: &log)
    }
}

/// The outline of a text in flat OpenDocument.
func openDocumentOutline(_ text: String, _ change: (inout MadeOpenDocument) -> Void = { _ in }) throws -> [String] {
    var made = MadeOpenDocument(text)
    change(&made)
    return try made.read().outline
}

/// The rows of the first table, cells parted by bars: `text`, `text 2×3` for one that covers 2 rows and 3 columns.
func openDocumentRows(_ text: String, limits: ReadingLimits = .standard) throws -> [String] {
    let document = try MadeOpenDocument(text).read(limits: limits)
    for case .table(let table) in document.blocks {
        guard case .grid(let rows) = table.content else { continue }
        return rows.map { row in
            let cells = row.cells.map { cell in
                let span = cell.rowSpan * cell.columnSpan > 1 ? " \(cell.rowSpan)×\(cell.columnSpan)" : ""
                return cell.paragraphs.map(\.text).joined(separator: "/") + span
            }
            return (row.isHeader ? "# " : "") + cells.joined(separator: " | ")
        }
    }
    return []
}
