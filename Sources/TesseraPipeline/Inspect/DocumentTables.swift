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

    /// The same as HTML, a `table` element each, to look at in a browser.
    public var html: String {
        var html = ""
        for (number, grid) in grids.enumerated() {
            let size = "\(grid.rows.count) × \(grid.layout.columnCount)"
            let name = file.map { HTMLText.escaped($0) + ", " } ?? ""
            html += "<table>\n<caption>\(name)table \(number) (\(size))</caption>\n"
            for (places, row) in zip(grid.layout.rows, grid.rows) {
                html += "<tr>"
                // Columns that the row leaves out.
                if row.skippedColumns > 0 { html += "<td colspan=\"\(row.skippedColumns)\"></td>" }
                for place in places where place.isOrigin {
                    html += DocumentTables.element(place.cell, isHeader: row.isHeader || place.cell.isHeader)
                }
                html += "</tr>\n"
            }
            html += "</table>\n"
        }
        return html
    }

    private static func element(_ cell: TableCell, isHeader: Bool) -> String {
        let name = isHeader ? "th" : "td"
        let rows = cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : ""
        let columns = cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : ""
        let lines = cell.text.split(separator: "\n").map(HTMLText.escaped).joined(separator: "<br>")
        return "<\(name)\(rows)\(columns)>\(lines)</\(name)>"
    }
}

/// A page of HTML around some tables.
public enum HTMLText {
    static func escaped(_ text: some StringProtocol) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// A whole page.
    /// - Parameters:
    ///   - title: plain text.
    ///   - body: HTML.
    public static func page(title: String, body: String) -> String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>\(escaped(title))</title>
        <style>
        body { font: 15px/1.4 system-ui, sans-serif; margin: 2em; color: #222; }
        table { border-collapse: collapse; margin-bottom: 2em; }
        caption { text-align: left; padding: .4em 0; color: #666; }
        th, td { border: 1px solid #bbb; padding: .3em .6em; vertical-align: top; text-align: left; }
        th { background: #eef2f6; }
        </style>
        </head>
        <body>
        <h1>\(escaped(title))</h1>
        \(body)</body>
        </html>

        """
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
