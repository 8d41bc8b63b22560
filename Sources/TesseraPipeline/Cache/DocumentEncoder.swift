import TesseraModel

/// Writes a document as bytes; ``DocumentDecoder`` reads them, in the same order.
///
/// Whole numbers take as many bytes as they need (LEB128, the sign in the lowest bit). A text stands where it first
/// occurs, and later only its number. A path of an XML node tells what it has in common with the one before.
struct DocumentEncoder {
    private(set) var bytes: [UInt8]
    private var numbers: [[UInt8]: Int] = [:]
    private var lastPath: [UInt8] = []

    init(startingWith bytes: [UInt8]) { self.bytes = bytes }

    mutating func write(_ number: Int) {
        var rest = UInt(bitPattern: (number << 1) ^ (number >> (Int.bitWidth - 1)))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func write(_ number: Double) {
        let pattern = number.bitPattern
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: pattern >> shift))
        }
    }

    /// A text that hardly occurs twice.
    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes.append(contentsOf: text.utf8)
    }

    /// A text that may occur often: 0 and the text, or the number that it has, from 1.
    mutating func writeName(_ text: String) {
        // By its bytes: texts that differ only in how characters are composed are equal as strings.
        let key = Array(text.utf8)
        if let number = numbers[key] { return write(number) }
        numbers[key] = numbers.count + 1
        write(0)
        write(text)
    }

    mutating func writeOptional<Value>(_ value: Value?, _ body: (inout DocumentEncoder, Value) -> Void) {
        write(value != nil)
        if let value { body(&self, value) }
    }

    mutating func writeList<Value>(_ values: [Value], _ body: (inout DocumentEncoder, Value) -> Void) {
        write(values.count)
        for value in values { body(&self, value) }
    }

    mutating func write(_ position: Position) {
        switch position {
        case .line(let line, let column):
            bytes.append(0)
            write(line)
            write(column)
        case .node(let path, let line):
            bytes.append(1)
            let path = Array(path.utf8)
            let common = zip(path, lastPath).prefix { $0 == $1 }.count
            write(common)
            write(path.count - common)
            bytes.append(contentsOf: path[common...])
            write(line)
            lastPath = path
        case .page(let page, let x, let y):
            bytes.append(2)
            write(page)
            write(x)
            write(y)
        case .character(let character):
            bytes.append(3)
            write(character)
        }
    }

    mutating func write(_ place: SourcePlace) {
        writeName(place.part)
        let start = place.start
        let end = place.end
        write(start)
        write(start == end)
        if start != end { write(end) }
    }
}

extension DocumentEncoder {
    mutating func write(_ document: SourceDocument) {
        write(document.origin)
        writeOptional(document.extractedFrom) { $0.write($1) }
        write(document.metadata)
        writeList(document.blocks) { $0.write($1) }
        writeList(document.omissions) {
            $0.write($1.paragraph)
            $0.writeName($1.reason.rawValue)
        }
    }

    private mutating func write(_ origin: Origin) {
        write(origin.path)
        writeName(origin.mediaType)
        write(origin.sha256)
        write(origin.bytes)
        writeList(origin.parts) { $0.write($1) }
    }

    private mutating func write(_ metadata: DocumentMetadata) {
        let texts = [
            metadata.title, metadata.author, metadata.created, metadata.modified, metadata.language, metadata.encoding,
        ]
        for text in texts { writeOptional(text) { $0.write($1) } }
        writeOptional(metadata.layout) {
            $0.write($1.name)
            $0.write($1.isFixed)
            $0.writeList($1.candidates) {
                $0.write($1.name)
                $0.write($1.score)
                $0.write($1.finding)
            }
        }
    }

    private mutating func write(_ block: Block) {
        switch block {
        case .heading(let paragraph, let level): write(0, paragraph) { $0.write(level) }
        case .paragraph(let paragraph): write(1, paragraph) { _ in }
        case .listItem(let paragraph, let level): write(2, paragraph) { $0.write(level) }
        case .preformatted(let paragraph): write(3, paragraph) { _ in }
        case .note(let paragraph, let label): write(4, paragraph) { $0.writeName(label) }
        case .table(let table):
            bytes.append(5)
            write(table)
        case .pageBreak(let place):
            bytes.append(6)
            write(place)
        }
    }

    private mutating func write(_ kind: UInt8, _ paragraph: Paragraph, _ rest: (inout DocumentEncoder) -> Void) {
        bytes.append(kind)
        write(paragraph)
        rest(&self)
    }

    private mutating func write(_ paragraph: Paragraph) {
        write(paragraph.text)
        write(paragraph.place)
        writeList(paragraph.hyperlinks) {
            $0.write($1.range)
            $0.writeName($1.target)
        }
        writeList(paragraph.hidden) { $0.write($1) }
        writeOptional(paragraph.uncertainty) {
            $0.writeName($1.reason.rawValue)
            $0.write($1.confidence)
        }
        writeList(paragraph.lineStarts) { $0.write($1) }
    }

    private mutating func write(_ range: Range<Int>) {
        write(range.lowerBound)
        write(range.count)
    }

    private mutating func write(_ table: Table) {
        write(table.isPartial)
        write(table.place)
        switch table.content {
        case .grid(let rows):
            bytes.append(0)
            writeList(rows) { $0.write($1) }
        case .stream(let cells):
            bytes.append(1)
            writeList(cells) { $0.write($1) }
        case .lines(let lines):
            bytes.append(2)
            writeList(lines) { $0.write($1) }
        }
    }

    private mutating func write(_ row: TableRow) {
        write(row.isHeader)
        write(row.skippedColumns)
        writeList(row.cells) { $0.write($1) }
    }

    private mutating func write(_ cell: TableCell) {
        write(cell.rowSpan)
        write(cell.columnSpan)
        write(cell.isHeader)
        write(cell.place)
        writeList(cell.blocks) { $0.write($1) }
    }

    mutating func write(_ diagnostic: Diagnostic) {
        writeName(diagnostic.id)
        writeName(diagnostic.severity.rawValue)
        write(diagnostic.message)
        writeOptional(diagnostic.place) { $0.write($1) }
        writeOptional(diagnostic.cell) {
            $0.write($1.row)
            $0.write($1.column)
        }
        writeList(diagnostic.notes) { $0.write($1) }
        writeOptional(diagnostic.suggestion) { $0.write($1) }
    }
}
