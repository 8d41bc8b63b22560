import TesseraModel

/// The model, from the pieces that the decoder reads.
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

    private mutating func origin() throws(Failure) -> Origin {
        let path = try text()
        let mediaType = try name()
        let sha256 = try text()
        let bytes = try number(upTo: .max)
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
        case 0: .heading(try paragraph(), level: try number(upTo: ReadingLimits.greatestDepth))
        case 1: .paragraph(try paragraph())
        case 2: .listItem(try paragraph(), level: try number(upTo: ReadingLimits.greatestDepth))
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
        let lineStarts = try list { (decoder) throws(Failure) in try decoder.number(upTo: size) }
        if !lineStarts.isEmpty { paragraph.lineStarts = lineStarts }
        return paragraph
    }

    private mutating func range(within size: Int) throws(Failure) -> Range<Int> {
        let start = try number(upTo: size)
        return start..<start + (try number(upTo: size - start))
    }

    private mutating func table() throws(Failure) -> Table {
        let isPartial = try flag()
        let place = try place()
        let content: Table.Content
        switch try byte() {
        case 0: content = .grid(try grid())
        case 1: content = .stream(try list { (decoder) throws(Failure) in try decoder.cell() })
        case 2: content = .lines(try grid())
        default: throw .malformed
        }
        return Table(content, isPartial: isPartial, at: place)
    }

    private mutating func grid() throws(Failure) -> [TableRow] {
        let rows = try list { (decoder) throws(Failure) in try decoder.row() }
        for (number, row) in rows.enumerated() {
            // A cell ends with its table, however many rows it claims.
            for cell in row.cells { try cover(min(cell.rowSpan, rows.count - number), cell.columnSpan) }
        }
        return rows
    }

    private mutating func span() throws(Failure) -> Int {
        let span = try number(upTo: largestSpan)
        guard span > 0 else { throw .malformed }
        return span
    }

    private mutating func row() throws(Failure) -> TableRow {
        let isHeader = try flag()
        let skipped = try number(upTo: largestSpan)
        try cover(1, skipped)
        let cells = try list { (decoder) throws(Failure) in try decoder.cell() }
        return TableRow(cells, isHeader: isHeader, skippedColumns: skipped)
    }

    private mutating func cell() throws(Failure) -> TableCell {
        let rowSpan = try span()
        let columnSpan = try span()
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
