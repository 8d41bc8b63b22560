/// Lines that may part the cells of tables.
struct CellBorders {
    /// By index of the page: those across from top to bottom, those down from left to right.
    private var pages: [(across: [PDFPage.Rule], down: [PDFPage.Rule])] = []

    /// How far a line may run into the box of the text beside it, in points.
    private static let slack = 1.0

    /// Takes the lines of the next page.
    mutating func add(_ page: PDFPage) {
        pages.append(
            (
                page.rules.filter(\.isHorizontal).sorted { $0.y0 < $1.y0 },
                page.rules.filter { !$0.isHorizontal }.sorted { $0.x0 < $1.x0 }
            )
        )
    }

    /// Whether a line runs between two boxes, from end to end of both: one that underlines text is shorter.
    func part(_ above: PDFBox, _ below: PDFBox, on page: Int) -> Bool {
        let all = pages[page].across
        let first = all.firstIndexOfSorted { $0.y0 >= above.y1 - CellBorders.slack }
        return all[first...].prefix { $0.y0 <= below.y0 + CellBorders.slack }.contains {
            $0.x0 <= min(above.x0, below.x0) && $0.x1 >= max(above.x1, below.x1)
        }
    }

    /// Whether a line stands between a box and what begins further to the right, or the page has none that could.
    func part(_ box: PDFBox, from right: Double, on page: Int) -> Bool {
        let all = pages[page].down
        guard !all.isEmpty else { return true }
        let middle = (box.y0 + box.y1) / 2
        let first = all.firstIndexOfSorted { $0.x0 >= box.x1 - CellBorders.slack }
        return all[first...].prefix { $0.x0 <= right + CellBorders.slack }.contains { $0.y0 < middle && $0.y1 > middle }
    }
}
