import TesseraModel

/// Joins the documents that one report was cut into, so that it reads as if it had never been cut.
///
/// Blocks follow one another, and each place names the part that it lies in. A table that the cut went through becomes
/// one again: of a stream, the last cell takes what stands before the first mark of the next part; printed lines across
/// the same number of columns go on. Tables whose rows are marked stay as they are, for the segmenter lets rows go on in
/// the next table. A paragraph that was cut stays two: only its words could tell.
struct PartJoining {
    private var blocks: [Block] = []
    private var omissions: [Omission] = []
    private var metadata: DocumentMetadata?

    /// Adds the next part.
    /// - Parameter name: what places call it.
    mutating func add(_ part: SourceDocument, named name: String) {
        var first = metadata ?? part.metadata
        first.language = first.language ?? part.metadata.language
        first.layout = first.layout ?? part.metadata.layout
        metadata = first
        omissions += part.omissions.map { Omission($0.paragraph.moved(into: name), reason: $0.reason) }
        append(part.blocks.map { $0.moved(into: name) })
    }

    /// The whole.
    /// - Parameter origin: of the whole, with its parts.
    func document(from origin: Origin) -> SourceDocument {
        SourceDocument(
            origin: origin,
            metadata: metadata ?? DocumentMetadata(),
            blocks: blocks,
            omissions: omissions
        )
    }

    private mutating func append(_ next: [Block]) {
        guard case .table(let open)? = blocks.last else {
            blocks += next
            return
        }
        switch open.content {
        case .stream: goOn(streamWith: next)
        case .lines: goOn(linesWith: next)
        case .grid: blocks += next
        }
    }

    /// Goes on with a table that runs to the end of the part before.
    private mutating func goOn(streamWith next: [Block]) {
        let lead = next.prefix { if case .table = $0 { false } else { true } }
        var rest = next.dropFirst(lead.count)
        var further: [TableCell] = []
        var isPartial = false
        if case .table(let table)? = rest.first {
            guard case .stream(let cells) = table.content else {
                blocks += next
                return
            }
            (further, isPartial) = (cells, table.isPartial)
            rest = rest.dropFirst()
        }
        // Taken out while it grows: held in two places, it would be copied.
        guard case .table(var table)? = blocks.popLast(), case .stream(var cells) = table.content else { return }
        table.content = .stream([])
        if !cells.isEmpty { cells[cells.count - 1].blocks += lead }
        table.content = .stream(cells + further)
        table.isPartial = table.isPartial || isPartial
        blocks.append(.table(table))
        blocks += rest
    }

    /// Goes on with printed lines, where the next part begins with such as well.
    private mutating func goOn(linesWith next: [Block]) {
        let breaks = next.prefix { if case .pageBreak = $0 { true } else { false } }
        let rest = next.dropFirst(breaks.count)
        guard case .table(var table)? = blocks.last, case .lines(let lines) = table.content,
            case .table(let other)? = rest.first, case .lines(let further) = other.content,
            lines.columnCount == further.columnCount
        else {
            blocks += next
            return
        }
        table.content = .lines(lines + further)
        blocks.removeLast()
        blocks += breaks
        blocks.append(.table(table))
        blocks += rest.dropFirst()
    }

    /// What places call the parts: the names of the files, or their paths where two have one name.
    static func names(of paths: [String]) -> [String] {
        let names = paths.map { $0.split(separator: "/").last.map(String.init) ?? $0 }
        return Set(names).count == names.count ? names : paths
    }
}

extension [TableRow] {
    fileprivate var columnCount: Int { map(\.cells.count).max() ?? 0 }
}

// MARK: Places in a part

extension SourcePlace {
    /// The same place, seen from the whole.
    fileprivate func moved(into name: String) -> SourcePlace {
        var place = self
        place.part = part.isEmpty ? name : "\(name)/\(part)"
        return place
    }
}

extension Paragraph {
    fileprivate func moved(into name: String) -> Paragraph {
        var paragraph = self
        paragraph.place = place.moved(into: name)
        return paragraph
    }
}

extension TableCell {
    fileprivate func moved(into name: String) -> TableCell {
        var cell = self
        cell.blocks = blocks.map { $0.moved(into: name) }
        cell.place = place.moved(into: name)
        return cell
    }
}

extension TableRow {
    fileprivate func moved(into name: String) -> TableRow {
        var row = self
        row.cells = cells.map { $0.moved(into: name) }
        return row
    }
}

extension Block {
    fileprivate func moved(into name: String) -> Block {
        switch self {
        case .heading(let paragraph, let level): .heading(paragraph.moved(into: name), level: level)
        case .paragraph(let paragraph): .paragraph(paragraph.moved(into: name))
        case .listItem(let paragraph, let level): .listItem(paragraph.moved(into: name), level: level)
        case .note(let paragraph, let label): .note(paragraph.moved(into: name), label: label)
        case .preformatted(let paragraph): .preformatted(paragraph.moved(into: name))
        case .pageBreak(let place): .pageBreak(place.moved(into: name))
        case .table(let table): .table(table.moved(into: name))
        }
    }
}

extension Table {
    fileprivate func moved(into name: String) -> Table {
        var table = self
        table.place = place.moved(into: name)
        table.content =
            switch content {
            case .grid(let rows): .grid(rows.map { $0.moved(into: name) })
            case .lines(let rows): .lines(rows.map { $0.moved(into: name) })
            case .stream(let cells): .stream(cells.map { $0.moved(into: name) })
            }
        return table
    }
}

extension Diagnostic {
    /// The same finding, seen from the whole.
    /// - Parameter name: what places call the part.
    func moved(into name: String) -> Diagnostic {
        var diagnostic = self
        if let place {
            diagnostic.place = place.moved(into: name)
        } else {
            diagnostic.message = "in the part '\(name)', \(message)"
        }
        return diagnostic
    }
}
