import LibYAML
import TesseraReaders

/// The key `xml`: what the elements of a document are.
extension PipelineDecoder {
    mutating func xmlMapping(_ reader: FieldReader?) -> XMLMapping? {
        guard let fields = reader else { return nil }
        var elements = ElementNames()
        let roots = fields.required("root", &mistakes).map { names($0, "root") }
        let namespace = fields.string("namespace", &mistakes)
        let tables = fields.required("table", &mistakes).map { elementNames($0, "table", &elements) }
        let rows = fields.required("row", &mistakes).map { elementNames($0, "row", &elements) }
        let headerRows = fields.value("header_row").map { elementNames($0, "header_row", &elements) }
        let cells = fields.required("cell", &mistakes).map { elementNames($0, "cell", &elements) }
        var mapping = XMLMapping(roots: roots ?? [], tables: tables ?? [], rows: rows ?? [], cells: cells ?? [])
        mapping.namespace = namespace
        mapping.headerRows = headerRows ?? []
        mapping.headings = fields.value("heading").map { elementNames($0, "heading", &elements) } ?? []
        mapping.paragraphs = fields.value("paragraph").map { elementNames($0, "paragraph", &elements) } ?? []
        mapping.lineBreaks = fields.value("line_break").map { elementNames($0, "line_break", &elements) } ?? []
        if let link = fields.mapping("link", &mistakes) {
            let names = link.required("element", &mistakes).map { elementNames($0, "element", &elements) }
            let target = link.required("target", &mistakes).flatMap { name($0, "target") }
            link.finish(&mistakes)
            if let names, let target { mapping.link = XMLMapping.Link(elements: names, target: target) }
        }
        mapping.rowSpan = fields.value("row_span").flatMap { name($0, "row_span") }
        mapping.columnSpan = fields.value("column_span").flatMap { name($0, "column_span") }
        mapping.ignored = fields.value("ignore").map { elementNames($0, "ignore", &elements) } ?? []
        fields.finish(&mistakes)
        return mapping
    }

    /// The elements of a key; an element stands under one key only, or else nobody could tell what it is.
    private mutating func elementNames(_ node: YAMLNode, _ key: String, _ elements: inout ElementNames) -> [String] {
        node.elements.compactMap { node in
            guard let name = name(node, key) else { return nil }
            if let other = elements.keys[name] {
                mistakes.add(
                    "wrong-value",
                    other == key ? "'\(name)' occurs twice" : "'\(name)' stands under '\(other)' as well",
                    at: node,
                    suggestion: "name each element once"
                )
            }
            elements.keys[name] = key
            return name
        }
    }

    private mutating func names(_ node: YAMLNode, _ key: String) -> [String] {
        node.elements.compactMap { name($0, key) }
    }

    /// The name of an element or an attribute, without a prefix: prefixes differ from file to file.
    private mutating func name(_ node: YAMLNode, _ key: String) -> String? {
        guard let text = node.string(key, &mistakes) else { return nil }
        let isName = text.allSatisfy { $0.isLetter || $0.isNumber || "_-.".contains($0) }
        guard isName, let first = text.first, first.isLetter || first == "_" else {
            let local = text.split(separator: ":").last.map(String.init) ?? ""
            mistakes.add(
                "wrong-value",
                "'\(text)' is not fit for the name of an element or an attribute",
                at: node,
                suggestion: text.contains(":")
                    ? "leave the prefix away: '\(local)'" : "write the name as it stands in the tag: '<name>'"
            )
            return nil
        }
        return text
    }
}

/// Under which key each element stands.
private struct ElementNames {
    var keys: [String: String] = [:]
}
