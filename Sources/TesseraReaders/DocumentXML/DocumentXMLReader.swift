import LibXML
public import TesseraModel

/// Reads the XML form of a document, parsed as a stream and validated against its RELAX NG schema on the way.
public struct DocumentXMLReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "tessera-xml",
        title: "the XML form of a document",
        mediaType: "application/xml",
        extensions: ["xml"]
    )

    /// Told by the namespace, which stands in the first tag; a text that only quotes it begins with something else.
    public func recognises(_ file: SourceFile) -> Bool {
        let head = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
        return head.first { !$0.isWhitespace && $0 != "\u{FEFF}" } == "<"
            && head.contains(DocumentXML.namespace)
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        do {
            return try parse(file)
        } catch {
            throw DocumentFailure(.invalidDocumentXML(error))
        }
    }

    private func parse(_ file: SourceFile) throws(XMLFailure) -> SourceDocument {
        let schema = try RelaxNGSchema(bytes: DocumentXML.schema)
        var reader = try XMLStreamReader(
            bytes: file.bytes,
            name: file.origin.path,
            schema: schema,
            limits: XMLLimits(maximumDepth: limits[.depth])
        )
        var builder = DocumentBuilder()
        while let event = try reader.next() {
            switch event {
            case .start(let element): builder.start(element, line: reader.line ?? 1)
            case .text(let text): builder.append(text)
            case .end: builder.end()
            }
        }
        return SourceDocument(
            origin: file.origin,
            extractedFrom: builder.source,
            metadata: builder.metadata,
            blocks: builder.blocks,
            omissions: builder.omissions
        )
    }
}

/// Builds blocks from events that the schema has already approved: what it cannot find there, the schema forbids.
private struct DocumentBuilder {
    /// An element that is open: its name, its attributes, and what it has gathered.
    private struct Frame {
        var element: XMLElement
        var place: SourcePlace
        var childCounts: [String: Int] = [:]
        var blocks: [Block] = []
        var cells: [TableCell] = []
        var rows: [TableRow] = []
        var parts: [Origin] = []
        var text = ""
        var hyperlinks: [Hyperlink] = []
    }

    private var frames: [Frame] = []
    private(set) var source: Origin?
    private(set) var metadata = DocumentMetadata()
    private(set) var blocks: [Block] = []
    private(set) var omissions: [Omission] = []

    mutating func start(_ element: XMLElement, line: Int) {
        frames.append(Frame(element: element, place: place(of: element, line: line)))
    }

    mutating func append(_ text: String) {
        guard !frames.isEmpty else { return }
        frames[frames.count - 1].text += text
    }

    mutating func end() {
        guard let frame = frames.popLast() else { return }
        let attributes = frame.element
        switch attributes.localName {
        case "document": blocks = frame.blocks
        case "source": source = origin(frame)
        case "part":
            let part = origin(frame)
            update { $0.parts.append(part) }
        case "metadata":
            metadata = DocumentMetadata(
                title: attributes["title"],
                author: attributes["author"],
                created: attributes["created"],
                modified: attributes["modified"],
                language: attributes["language"],
                encoding: attributes["encoding"]
            )
        case "paragraph": add(.paragraph(paragraph(frame)))
        case "preformatted": add(.preformatted(paragraph(frame)))
        case "heading": add(.heading(paragraph(frame), level: level(frame)))
        case "list-item": add(.listItem(paragraph(frame), level: level(frame)))
        case "note": add(.note(paragraph(frame), label: attributes["label"] ?? ""))
        case "omitted":
            let reason = Discarded.Reason(rawValue: attributes.token("reason") ?? "")
            omissions.append(Omission(paragraph(frame), reason: reason))
        case "page-break": add(.pageBreak(frame.place))
        case "link":
            update { parent in
                let start = parent.text.utf8.count
                parent.text += frame.text
                parent.hyperlinks.append(
                    Hyperlink(range: start..<parent.text.utf8.count, target: attributes["target"] ?? "")
                )
            }
        case "cell":
            let cell = TableCell(
                frame.blocks,
                rowSpan: attributes.token("row-span").flatMap(Int.init) ?? 1,
                columnSpan: attributes.token("column-span").flatMap(Int.init) ?? 1,
                isHeader: attributes.isTrue("header"),
                at: frame.place
            )
            update { $0.cells.append(cell) }
        case "row":
            let row = TableRow(
                frame.cells,
                isHeader: attributes.isTrue("header"),
                skippedColumns: attributes.token("skipped-columns").flatMap(Int.init) ?? 0
            )
            update { $0.rows.append(row) }
        case "table":
            let content: Table.Content =
                switch attributes.token("kind") {
                case "stream": .stream(frame.cells)
                case "lines": .lines(frame.rows)
                default: .grid(frame.rows)
                }
            add(.table(Table(content, isPartial: attributes.isTrue("partial"), at: frame.place)))
        default: break
        }
    }

    private mutating func add(_ block: Block) { update { $0.blocks.append(block) } }

    private mutating func update(_ body: (inout Frame) -> Void) {
        guard !frames.isEmpty else { return }
        body(&frames[frames.count - 1])
    }

    private func origin(_ frame: Frame) -> Origin {
        Origin(
            path: frame.element["path"] ?? "",
            mediaType: frame.element["media-type"] ?? "",
            sha256: frame.element["sha256"] ?? "",
            bytes: frame.element.token("bytes").flatMap(Int.init) ?? 0,
            parts: frame.parts
        )
    }

    private func paragraph(_ frame: Frame) -> Paragraph {
        var paragraph = Paragraph(
            frame.text,
            at: frame.place,
            hyperlinks: frame.hyperlinks,
            hidden: hiddenRanges(frame),
            uncertainty: uncertainty(frame)
        )
        let starts = lineStarts(frame)
        if !starts.isEmpty { paragraph.lineStarts = starts }
        return paragraph
    }

    /// Offsets inside the text, on character borders and in order.
    private func lineStarts(_ frame: Frame) -> [Int] {
        let text = frame.text.utf8
        var end = 0
        return (frame.element["line-starts"] ?? "").split(separator: " ").compactMap { number in
            guard let start = Int(number), start > end, start < text.count, isCharacterBorder(start, of: text) else {
                return nil
            }
            end = start
            return start
        }
    }

    private func uncertainty(_ frame: Frame) -> Uncertainty? {
        guard let reason = frame.element["uncertainty"],
            let confidence = frame.element["confidence"].flatMap(Double.init)
        else { return nil }
        return Uncertainty(Uncertainty.Reason(rawValue: reason), confidence: confidence)
    }

    /// Ranges that lie in the text, on character borders; others say nothing that could be shown.
    private func hiddenRanges(_ frame: Frame) -> [Range<Int>] {
        let text = frame.text.utf8
        let pairs = (frame.element["hidden"] ?? "").split(separator: " ").map { $0.split(separator: "-") }
        var end = 0
        return pairs.compactMap { pair in
            guard pair.count == 2, let from = Int(pair[0]), let to = Int(pair[1]), end <= from, from < to,
                to <= text.count, [from, to].allSatisfy({ isCharacterBorder($0, of: text) })
            else { return nil }
            end = to
            return from..<to
        }
    }

    private func isCharacterBorder(_ offset: Int, of text: String.UTF8View) -> Bool {
        offset == text.count || text[text.index(text.startIndex, offsetBy: offset)] & 0xC0 != 0x80
    }

    private func level(_ frame: Frame) -> Int { frame.element.token("level").flatMap(Int.init) ?? 1 }

    /// The place that the element states, or else its own in the XML file.
    private mutating func place(of element: XMLElement, line: Int) -> SourcePlace {
        let parent = frames.last.map(\.place)
        var number = 1
        update { frame in
            frame.childCounts[element.localName, default: 0] += 1
            number = frame.childCounts[element.localName] ?? 1
        }
        if let start = element["start"].flatMap({ Position($0) }), let end = element["end"].flatMap({ Position($0) }) {
            return SourcePlace(part: element["part"] ?? "", start: start, end: end)
        }
        var path = ""
        if case .node(let parentPath, _)? = parent?.start { path = parentPath }
        let node = Position.node(path: "\(path)/\(element.localName)[\(number)]", line: line)
        return SourcePlace(start: node, end: node)
    }
}

extension XMLElement {
    fileprivate subscript(_ name: String) -> String? {
        attributes.first { $0.localName == name && $0.namespace == nil }?.value
    }

    fileprivate func isTrue(_ name: String) -> Bool { ["true", "1"].contains(token(name)) }

    /// The value without the white space that the schema allows around numbers, truth values and names of kinds.
    fileprivate func token(_ name: String) -> String? {
        self[name]?.split(whereSeparator: { " \t\r\n".contains($0) }).joined()
    }
}

extension Diagnostic {
    fileprivate static func invalidDocumentXML(_ failure: XMLFailure) -> Diagnostic {
        let line = failure.line ?? 1
        let position = Position.line(line, column: failure.column ?? 1)
        return Diagnostic(
            "invalid-document-xml",
            .error,
            failure.message,
            at: SourcePlace(start: position, end: position),
            suggestion: "compare the file with the schema that 'tessera schema document' prints"
        )
    }
}
