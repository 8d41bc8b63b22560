import TesseraModel

/// Reads a cell of `report.json`, with what was found in it.
struct CellDecoder {
    private(set) var cell: Cell
    private(set) var references: [Reference]
    private(set) var mentions: [AcronymMention]

    /// - Parameters:
    ///   - json: the cell.
    ///   - row: the id of the row in which it stands.
    /// - Throws: ``JSONDecodingFailure``; also where the cell's id is not made of those of its row and its column.
    init(_ json: JSONCursor, in row: String) throws(JSONDecodingFailure) {
        let address = CellAddress(row: row, column: try json.string("column"))
        let id = try json.string("id")
        guard id == address.description else {
            throw try json.required("id").failure("the cell is called '\(id)' and stands at '\(address)'")
        }
        let text = try json.string("text")
        let paragraphs =
            text.isEmpty ? [] : text.split(separator: Cell.paragraphSeparator, omittingEmptySubsequences: false)
        cell = Cell(
            address: address,
            status: try json.word("status"),
            paragraphs: paragraphs.map { Passage(String($0), at: nil) },
            provenance: try json.items("provenance", ReportDecoder.provenance),
            confidence: try json.number("confidence")
        )
        cell.uncertainties = try json.uncertainties()
        references = try json.items("references") { json throws(JSONDecodingFailure) in
            try ReportDecoder.reference(json, in: address)
        }
        mentions = try json.items("acronyms") { json throws(JSONDecodingFailure) in
            AcronymMention(
                acronym: try json.string("acronym"),
                cell: address,
                asWritten: try json.string("as_written"),
                range: try json.range(),
                alternatives: try json.has("alternatives") ? try json.strings("alternatives") : []
            )
        }
        let cell = cell
        self.cell.spans = try json.optionalItems("spans") { json throws(JSONDecodingFailure) in
            try CellDecoder.span(json, of: cell)
        }
    }

    /// Finds the paragraphs that some bytes of the text are: the inverse of ``TesseraModel/Cell/range(of:)``.
    private static func span(_ json: JSONCursor, of cell: Cell) throws(JSONDecodingFailure) -> CellSpan {
        let origin = try json.string("origin")
        let slash = origin.lastIndex(of: "/") ?? origin.endIndex
        let range = try json.range()
        let starts = (0...cell.paragraphs.count).first { index in
            cell.range(of: CellSpan(origin: cell.address, paragraphs: index..<index)).lowerBound == range.lowerBound
        }
        let ends = starts.flatMap { start in
            (start...cell.paragraphs.count).first { end in
                cell.range(of: CellSpan(origin: cell.address, paragraphs: start..<end)) == range
            }
        }
        guard let starts, let ends else {
            throw json.failure("the bytes \(range.lowerBound) to \(range.upperBound) of the text are no paragraphs")
        }
        return CellSpan(
            origin: CellAddress(row: String(origin[..<slash]), column: String(origin[slash...].dropFirst())),
            paragraphs: starts..<ends
        )
    }
}
