import TesseraModel

/// Reads what ``DocumentEncoder`` writes.
///
/// Nothing is believed: a count is never larger than the bytes that are left, and a range lies in its text.
struct DocumentDecoder {
    typealias Failure = DocumentCoding.Failure

    /// Tables may stand in cells; deeper ones are not kept.
    static let deepest = 100

    private let bytes: [UInt8]
    private var index: Int
    private var names: [String] = []
    private var lastPath: [UInt8] = []
    private var depth = 0

    init(_ bytes: [UInt8], from index: Int) {
        self.bytes = bytes
        self.index = index
    }

    var isAtEnd: Bool { index == bytes.count }

    private mutating func byte() throws(Failure) -> UInt8 {
        guard index < bytes.count else { throw .malformed }
        defer { index += 1 }
        return bytes[index]
    }

    private mutating func number() throws(Failure) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let next = try byte()
            guard shift < 63 || (shift == 63 && next <= 1) else { throw .malformed }
            value |= UInt(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
    }

    /// How many bytes, or things of a byte at least, are to follow.
    private mutating func count() throws(Failure) -> Int {
        let count = try number()
        guard (0...bytes.count - index).contains(count) else { throw .malformed }
        return count
    }

    private mutating func flag() throws(Failure) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw .malformed
        }
    }

    private mutating func double() throws(Failure) -> Double {
        var pattern: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) { pattern |= UInt64(try byte()) << shift }
        return Double(bitPattern: pattern)
    }

    private mutating func text() throws(Failure) -> String {
        let count = try count()
        defer { index += count }
        return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }

    private mutating func name() throws(Failure) -> String {
        let number = try number()
        if number == 0 {
            let name = try text()
            names.append(name)
            return name
        }
        guard number > 0, number <= names.count else { throw .malformed }
        return names[number - 1]
    }

    private mutating func optional<Value>(
        _ body: (inout DocumentDecoder) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        guard try flag() else { return nil }
        return try body(&self)
    }

    mutating func list<Value>(
        _ body: (inout DocumentDecoder) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        // Room is made as values come: a value takes more memory than the byte that announces it.
        var values: [Value] = []
        for _ in 0..<(try count()) { values.append(try body(&self)) }
        return values
    }

    private mutating func position() throws(Failure) -> Position {
        switch try byte() {
        case 0:
            let line = try number()
            return .line(line, column: try number())
        case 1:
            let common = try number()
            guard (0...lastPath.count).contains(common) else { throw .malformed }
            let rest = try count()
            lastPath.removeSubrange(common...)
            lastPath.append(contentsOf: bytes[index..<index + rest])
            index += rest
            return .node(path: String(decoding: lastPath, as: UTF8.self), line: try number())
        case 2:
            let page = try number()
            let x = try double()
            return .page(page, x: x, y: try double())
        case 3: return .character(try number())
        default: throw .malformed
        }
    }

    private mutating func place() throws(Failure) -> SourcePlace {
        let part = try name()
        let start = try position()
        return SourcePlace(part: part, start: start, end: try flag() ? start : try position())
    }
}

extension DocumentDecoder {
    mutating func document() throws(Failure) -> SourceDocument {
        let origin = try origin()
        let extractedFrom = try optional { (decoder) throws(Failure) in try decoder.origin() }
        let metadata = try metadata()
        let blocks = try blocks()
        let omissions = try list { (decoder) throws(Failure) in
            let paragraph = try decoder.paragraph()
            return Omission(paragraph, reason: Discarded.Reason(rawValue: try decoder.name()))
        }
        return SourceDocument(
            origin: origin,
            extractedFrom: extractedFrom,
            metadata: metadata,
            blocks: blocks,
            omissions: omissions
        )
    }

    private mutating func nested<Value>(
        _ body: (inout DocumentDecoder) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        guard depth < DocumentDecoder.deepest else { throw .malformed }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }

    private mutating func origin() throws(Failure) -> Origin {
        let path = try text()
        let mediaType = try name()
        let sha256 = try text()
        let bytes = try number()
        let parts = try nested { (decoder) throws(Failure) in
            try decoder.list { (decoder) throws(Failure) in try decoder.origin() }
        }
        return Origin(path: path, mediaType: mediaType, sha256: sha256, bytes: bytes, parts: parts)
    }

    private mutating func optionalText() throws(Failure) -> String? {
        try optional { (decoder) throws(Failure) in try decoder.text() }
    }

    private mutating func metadata() throws(Failure) -> DocumentMetadata {
        var metadata = DocumentMetadata()
        metadata.title = try optionalText()
        metadata.author = try optionalText()
        metadata.created = try optionalText()
        metadata.modified = try optionalText()
        metadata.language = try optionalText()
        metadata.encoding = try optionalText()
        metadata.layout = try optional { (decoder) throws(Failure) in
            let name = try decoder.text()
            let isFixed = try decoder.flag()
            let candidates = try decoder.list { (decoder) throws(Failure) in
                let name = try decoder.text()
                let score = try decoder.double()
                return LayoutChoice.Candidate(name, score: score, finding: try decoder.text())
            }
            return LayoutChoice(name, isFixed: isFixed, candidates: candidates)
        }
        return metadata
    }

    private mutating func blocks() throws(Failure) -> [Block] {
        try nested { (decoder) throws(Failure) in
            try decoder.list { (decoder) throws(Failure) in try decoder.block() }
        }
    }

    private mutating func block() throws(Failure) -> Block {
        switch try byte() {
        case 0: .heading(try paragraph(), level: try number())
        case 1: .paragraph(try paragraph())
        case 2: .listItem(try paragraph(), level: try number())
        case 3: .preformatted(try paragraph())
        case 4: .note(try paragraph(), label: try name())
        case 5: .table(try table())
        case 6: .pageBreak(try place())
        default: throw .malformed
        }
    }

    private mutating func paragraph() throws(Failure) -> Paragraph {
        let text = try text()
        let size = text.utf8.count
        var paragraph = Paragraph(text, at: try place())
        paragraph.hyperlinks = try list { (decoder) throws(Failure) in
            let range = try decoder.range(within: size)
            return Hyperlink(range: range, target: try decoder.name())
        }
        paragraph.hidden = try list { (decoder) throws(Failure) in try decoder.range(within: size) }
        paragraph.uncertainty = try optional { (decoder) throws(Failure) in
            let reason = Uncertainty.Reason(rawValue: try decoder.name())
            return Uncertainty(reason, confidence: try decoder.double())
        }
        let lineStarts = try list { (decoder) throws(Failure) in try decoder.number() }
        guard lineStarts.allSatisfy({ (0...size).contains($0) }) else { throw .malformed }
        if !lineStarts.isEmpty { paragraph.lineStarts = lineStarts }
        return paragraph
    }

    private mutating func range(within size: Int) throws(Failure) -> Range<Int> {
        let start = try number()
        guard (0...size).contains(start) else { throw .malformed }
        let count = try number()
        guard (0...size - start).contains(count) else { throw .malformed }
        return start..<start + count
    }

    private mutating func table() throws(Failure) -> Table {
        let isPartial = try flag()
        let place = try place()
        let content: Table.Content
        switch try byte() {
        case 0: content = .grid(try list { (decoder) throws(Failure) in try decoder.row() })
        case 1: content = .stream(try list { (decoder) throws(Failure) in try decoder.cell() })
        case 2: content = .lines(try list { (decoder) throws(Failure) in try decoder.row() })
        default: throw .malformed
        }
        return Table(content, isPartial: isPartial, at: place)
    }

    private mutating func row() throws(Failure) -> TableRow {
        let isHeader = try flag()
        let skipped = try number()
        let cells = try list { (decoder) throws(Failure) in try decoder.cell() }
        return TableRow(cells, isHeader: isHeader, skippedColumns: skipped)
    }

    private mutating func cell() throws(Failure) -> TableCell {
        let rowSpan = try number()
        let columnSpan = try number()
        let isHeader = try flag()
        let place = try place()
        return TableCell(try blocks(), rowSpan: rowSpan, columnSpan: columnSpan, isHeader: isHeader, at: place)
    }

    mutating func diagnostic() throws(Failure) -> Diagnostic {
        let id = try name()
        guard let severity = Diagnostic.Severity(rawValue: try name()) else { throw .malformed }
        var diagnostic = Diagnostic(id, severity, try text())
        diagnostic.place = try optional { (decoder) throws(Failure) in try decoder.place() }
        diagnostic.cell = try optional { (decoder) throws(Failure) in
            let row = try decoder.text()
            return CellAddress(row: row, column: try decoder.text())
        }
        diagnostic.notes = try list { (decoder) throws(Failure) in try decoder.text() }
        diagnostic.suggestion = try optionalText()
        return diagnostic
    }
}
