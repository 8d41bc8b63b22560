import TesseraHTML
public import TesseraModel
import TesseraWriters

/// The tables of a document as exact grids: what users look at first in a strange document.
///
/// A table inside a cell is a table of its own, behind the one that holds it; its text also belongs to that cell.
public struct DocumentTables: Sendable {
    /// A table with its cells placed.
    struct Grid: Sendable {
        var layout: GridLayout
        var rows: [TableRow]
    }

    /// The name of the file, where several are printed together; nil for one.
    private let file: String?
    private let grids: [Grid]
    /// Tables whose rows the source does not mark: they have no grid.
    public let streams: [SourcePlace]

    public init(_ document: SourceDocument, file: String? = nil) {
        self.file = file
        var grids: [Grid] = []
        var streams: [SourcePlace] = []
        for table in document.blocks.flatMap(\.tables) {
            switch table.content {
            case .grid(let rows): grids.append(Grid(layout: GridLayout(rows), rows: rows))
            case .stream, .lines: streams.append(table.place)
            }
        }
        self.grids = grids
        self.streams = streams
    }

    /// The cells of a table that begin somewhere, row by row, with the row that each begins in.
    private func cells(_ grid: Grid) -> [(place: GridLayout.Place, isHeader: Bool)] {
        zip(grid.layout.rows, grid.rows).flatMap { places, row in
            places.filter(\.isOrigin).map { ($0, row.isHeader || $0.cell.isHeader) }
        }
    }

    /// One object a table: `table`, `rows`, `columns` and `cells`; numbers count from 0, a spanning cell stands once.
    public var json: [JSONValue] {
        grids.enumerated().map { number, grid in
            var members: JSONObject = [
                "table": .number(number), "rows": .number(grid.rows.count), "columns": .number(grid.layout.columnCount),
                "cells": .array(
                    cells(grid).map { place, isHeader in
                        .object([
                            "row": .number(place.originRow), "column": .number(place.originColumn),
                            "row_span": .number(place.cell.rowSpan), "column_span": .number(place.cell.columnSpan),
                            "header": .bool(isHeader), "text": .string(place.cell.text),
                        ])
                    }
                ),
            ]
            if let file { members["file"] = .string(file) }
            return .object(members)
        }
    }

    /// The same as one CSV table, a line a cell.
    /// - Parameter hasHeader: whether it begins with the names of the columns.
    public func csv(hasHeader: Bool = true) -> [UInt8] {
        var records: [[String]] = []
        let names = ["table", "row", "column", "row_span", "column_span", "header", "text"]
        let lead = file.map { [$0] } ?? []
        if hasHeader { records.append((file == nil ? [] : ["file"]) + names) }
        for (number, grid) in grids.enumerated() {
            for (place, isHeader) in cells(grid) {
                let numbers = [
                    number, place.originRow, place.originColumn, place.cell.rowSpan, place.cell.columnSpan,
                ]
                records.append(lead + numbers.map(String.init) + [isHeader ? "true" : "false", place.cell.text])
            }
        }
        return CSVWriter.serialise(records)
    }

    /// The tables of several documents as a page, to look at in a browser.
    /// - Parameters:
    ///   - title: plain text.
    ///   - documents: the tables.
    public static func page(title: String, _ documents: [DocumentTables]) -> [UInt8] {
        HTMLDocument(title: title, styles: [PackageResources.tables_css]) {
            element("h1") { title }
            for tables in documents { tables.html }
        }
        .bytes
    }

    @HTMLBuilder private var html: HTML {
        for (number, grid) in grids.enumerated() {
            element("table") {
                element("caption") {
                    if let file { "\(file), " }
                    "table \(number) (\(grid.rows.count) × \(grid.layout.columnCount))"
                }
                for (places, row) in zip(grid.layout.rows, grid.rows) { DocumentTables.line(places, row) }
            }
        }
    }

    private static func line(_ places: [GridLayout.Place], _ row: TableRow) -> HTML {
        element("tr") {
            // Columns that the row leaves out.
            if row.skippedColumns > 0 { element("td", ["colspan": String(row.skippedColumns)]) }
            for place in places where place.isOrigin {
                let attributes: KeyValuePairs<StaticString, String?> = [
                    "rowspan": span(place.cell.rowSpan), "colspan": span(place.cell.columnSpan),
                ]
                if row.isHeader || place.cell.isHeader {
                    element("th", attributes) { lines(place.cell) }
                } else {
                    element("td", attributes) { lines(place.cell) }
                }
            }
        }
    }

    private static func span(_ count: Int) -> String? { count > 1 ? String(count) : nil }

    private static func lines(_ cell: TableCell) -> HTML {
        HTML {
            for (number, line) in cell.text.split(separator: "\n").enumerated() {
                if number > 0 { element("br") }
                String(line)
            }
        }
    }
}

extension Block {
    /// The block's table with those inside it, from outside in.
    fileprivate var tables: [Table] {
        guard case .table(let table) = self else { return [] }
        return [table] + table.cells.flatMap { $0.blocks.flatMap(\.tables) }
    }
}

extension TableCell {
    /// The cell's paragraphs, one a line.
    fileprivate var text: String { paragraphs.map(\.text).joined(separator: "\n") }
}
