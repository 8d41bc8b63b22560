import TesseraHTML
import TesseraModel

/// The matrix to read: an article a row, and in it the cells beside each other.
struct MatrixSection {
    private let shown: ShownReport

    init(_ shown: ShownReport) { self.shown = shown }

    var html: HTML {
        element("section", ["id": "matrix", "aria-labelledby": "matrix-title"]) {
            element("h2", ["id": "matrix-title"]) { "The matrix" }
            var group: String?
            for (index, row) in shown.report.rows.enumerated() {
                heading(row.group, after: &group)
                article(row, index)
            }
            element("p", ["id": "nothing", "hidden": ""]) { "Nothing in the matrix fits. Take a filter away." }
        }
    }

    /// The line that heads a row, where it is not that of the row above.
    private func heading(_ line: String?, after group: inout String?) -> HTML {
        defer { group = line }
        guard let line, line != group else { return HTML() }
        return element("h3", ["class": "group", "dir": "auto", "lang": shown.language]) { line }
    }

    private func article(_ row: Row, _ index: Int) -> HTML {
        let anchor = ShownReport.anchor(row: index)
        let name = row.labels.isEmpty ? row.id : row.labels.map(\.text).joined(separator: " | ")
        let marks = AnnotatedText(.rowHeading(row.id), of: shown)
        return element(
            "article",
            [
                "class": "row", "id": anchor, "aria-labelledby": "\(anchor)-name", "tabindex": "-1",
                "data-sections": ShownReport.sections(of: row).compactMap { shown.sectionPlaces[$0] }.map(String.init)
                    .joined(separator: " "),
            ]
        ) {
            element("header") {
                element("h3", ["id": "\(anchor)-name"]) {
                    element("span", ["class": "t", "dir": "auto", "lang": shown.language]) { name }
                    if row.confidence < 1 { element("span", ["class": "chip unsure"]) { doubt(row) } }
                }
                for (place, title) in row.titles.enumerated() {
                    element("p", ["class": "t title", "dir": "auto", "lang": shown.language]) {
                        marks.html(title.text, at: offset(of: place, in: row))
                    }
                }
            }
            element("div", ["class": "cells", "dir": shown.isRightToLeft ? "rtl" : nil]) {
                for (number, column) in shown.columns.enumerated() { section(row, index, column, number) }
            }
        }
    }

    /// Where a title begins in the text that a row's labels and titles make up.
    private func offset(of title: Int, in row: Row) -> Int {
        (row.labels + row.titles).prefix(row.labels.count + title)
            .reduce(0) { $0 + $1.text.utf8.count + Cell.paragraphSeparator.utf8.count }
    }

    private func doubt(_ row: Row) -> String {
        let reasons = row.uncertainties.map(\.rawValue).joined(separator: ", ")
        return reasons.isEmpty ? "uncertain" : "uncertain: \(reasons)"
    }

    private func section(_ row: Row, _ rowIndex: Int, _ column: Column, _ columnIndex: Int) -> HTML {
        let anchor = ShownReport.anchor(row: rowIndex, column: columnIndex)
        let address = CellAddress(row: row.id, column: column.id)
        let cell = shown.cells[address] ?? Cell(address: address, status: .missing, paragraphs: [], provenance: [])
        let status = ShownStatus(cell.status)
        let marks = AnnotatedText(cell: address, of: shown)
        return element(
            "section",
            [
                "class": "cell \(status.name)", "id": anchor, "tabindex": "-1", "data-column": String(columnIndex),
                "data-status": cell.status.rawValue + (cell.isUncertain ? " uncertain" : ""),
                "data-has": tokens(of: address),
            ]
        ) {
            element("h4") {
                element("span", ["dir": "auto", "lang": shown.language]) { shown.heading(of: column) }
                if cell.status != .text { element("span", ["class": "chip"]) { status.words } }
                if cell.isUncertain { element("span", ["class": "chip unsure"]) { "uncertain" } }
            }
            var offset = 0
            for paragraph in cell.paragraphs {
                element("p", ["class": "t", "dir": "auto", "lang": shown.language]) {
                    marks.html(paragraph.text, at: offset)
                }
                let _ = offset += paragraph.text.utf8.count + Cell.paragraphSeparator.utf8.count
            }
            CellDetails(cell, of: shown).html
        }
    }

    /// What the cell can be filtered by: acronyms by their anchors, and countries by their codes.
    private func tokens(of cell: CellAddress) -> String? {
        var tokens: [String] = []
        for mention in shown.mentions[cell] ?? [] {
            guard let place = shown.acronymPlaces[mention.acronym] else { continue }
            tokens.append(ShownReport.anchor(acronym: place))
        }
        for entity in shown.entities[cell] ?? [] { tokens += CountryNames.codes(of: entity) }
        var seen: Set<String> = []
        let each = tokens.filter { seen.insert($0).inserted }
        return each.isEmpty ? nil : each.joined(separator: " ")
    }
}

extension ShownReport {
    /// What a column is called.
    func heading(of column: Column) -> String { column.heading.text.isEmpty ? column.id : column.heading.text }
}
