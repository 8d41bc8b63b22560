import TesseraHTML
import TesseraModel

/// The matrix seen from far: a square for each cell.
struct CoverageMap {
    private let shown: ShownReport

    init(_ shown: ShownReport) { self.shown = shown }

    var html: HTML {
        element("nav", ["id": "map", "aria-labelledby": "map-title"]) {
            element("h2", ["id": "map-title"]) { "Map" }
            legend
            element("p", ["class": "soft script-only", "id": "map-keys"]) {
                "Arrow keys go from cell to cell, Enter opens one, Escape comes back."
            }
            element("table", ["aria-labelledby": "map-title", "dir": shown.isRightToLeft ? "rtl" : nil]) {
                element("thead") {
                    element("tr") {
                        element("th", ["scope": "col"]) { element("span", ["class": "unseen"]) { "Row" } }
                        for (index, column) in shown.columns.enumerated() {
                            element("th", ["scope": "col"]) {
                                element("span", ["aria-hidden": "true"]) { CoverageMap.letter(index) }
                                element("span", ["class": "unseen"]) { shown.heading(of: column) }
                            }
                        }
                    }
                }
                element("tbody") {
                    for (index, row) in shown.report.rows.enumerated() { line(row, index) }
                }
            }
            element("ol", ["class": "columns", "aria-hidden": "true"]) {
                for column in shown.columns {
                    element("li") {
                        element("span", ["dir": "auto", "lang": shown.language]) { shown.heading(of: column) }
                    }
                }
            }
        }
    }

    /// `A`, `B`, …, `Z`, `AA`, …
    static func letter(_ index: Int) -> String {
        var index = index
        var letters = ""
        while index >= 0 {
            letters.insert(Character(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26))), at: letters.startIndex)
            index = index / 26 - 1
        }
        return letters
    }

    private func line(_ row: Row, _ index: Int) -> HTML {
        element("tr") {
            element("th", ["scope": "row"]) {
                element("a", ["href": "#\(ShownReport.anchor(row: index))", "title": row.id]) { row.id }
            }
            for (number, column) in shown.columns.enumerated() {
                element("td") {
                    let address = CellAddress(row: row.id, column: column.id)
                    let cell = shown.cells[address]
                    let status = ShownStatus(cell?.status ?? .missing)
                    let isUncertain = cell?.isUncertain ?? false
                    element(
                        "a",
                        [
                            "class": "square \(status.name)\(isUncertain ? " unsure" : "")",
                            "href": "#\(ShownReport.anchor(row: index, column: number))",
                            "data-sign": isUncertain ? "?" : status.sign,
                            "aria-label": label(row, column, status, cell),
                        ]
                    )
                }
            }
        }
    }

    private func label(_ row: Row, _ column: Column, _ status: ShownStatus, _ cell: Cell?) -> String {
        var label = "\(row.id), \(shown.heading(of: column)): \(status.words)"
        if let cell, cell.status.isOwnText { label += ", \(cell.wordCount.counting("word"))" }
        return cell?.isUncertain == true ? label + ", uncertain" : label
    }

    private var legend: HTML {
        element("ul", ["class": "legend"]) {
            for (status, count) in statuses {
                let looks = ShownStatus(status)
                item(looks.name, looks.sign, looks.words, count)
            }
            let uncertain = shown.report.cells.count(where: \.isUncertain)
            if uncertain > 0 { item("text unsure", "?", "uncertain", uncertain) }
        }
    }

    private func item(_ name: String, _ sign: String, _ words: String, _ count: Int) -> HTML {
        element("li") {
            element("span", ["class": "square \(name)", "data-sign": sign, "aria-hidden": "true"])
            " \(words) "
            element("span", ["class": "soft"]) { count.grouped }
        }
    }

    /// The words that cells have, with how many have it; the usual ones first.
    private var statuses: [(CellStatus, Int)] { shown.statuses }
}

extension ShownReport {
    /// The words that cells have, with how many have it; the usual ones first.
    var statuses: [(CellStatus, Int)] {
        let counts = report.cells.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
        let own = counts.keys.filter { !CellStatus.usual.contains($0) }.sorted { $0.rawValue < $1.rawValue }
        return (CellStatus.usual + own).compactMap { status in counts[status].map { (status, $0) } }
    }
}

extension CellStatus {
    /// Whether how long the text is says something.
    fileprivate var isOwnText: Bool { self != .empty && self != .missing && self != .notApplicable }
}
