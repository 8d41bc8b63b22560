import TesseraModel

/// Tells the lines that stand at the top or bottom of every page: running heads and page numbers.
struct RunningHeads {
    /// How many lines from the top and from the bottom are looked at.
    private static let depth = 4
    /// How far such a line may move from page to page, in points.
    static let slack = 8.0

    /// By page and number of its item.
    private var reasons: [[Int: Discarded.Reason]] = []

    init(_ pages: [PageLayout]) {
        let edges = pages.map { page in RunningHeads.edgeLines(page) }
        // A line is told by what it says but for its figures.
        var seen: [String: [(page: Int, item: Int, line: LayoutLine)]] = [:]
        for (number, lines) in edges.enumerated() {
            for (item, line) in lines { seen[line.text.withoutFigures, default: []].append((number, item, line)) }
        }
        reasons = Array(repeating: [:], count: pages.count)
        for (text, places) in seen {
            for place in places {
                let alike = places.count { abs($0.line.box.centerY - place.line.box.centerY) <= RunningHeads.slack }
                let isNumber =
                    text.isPageNumberShape
                    && place.line.text.wholeNumbers.contains { number in
                        // Counted from the first page or from another one, but counted.
                        places.count { other in
                            other.line.text.wholeNumbers.contains(number + other.page - place.page)
                        } >= max(2, min(3, pages.count))
                    }
                if isNumber {
                    reasons[place.page][place.item] = .pageNumber
                } else if RunningHeads.areHeads(alike, of: pages.count), !text.isPageNumberShape {
                    reasons[place.page][place.item] = .runningHead
                }
            }
        }
    }

    /// Whether what stands there alike so many times is the head of the pages.
    static func areHeads(_ alike: Int, of pages: Int) -> Bool { alike >= 3 && alike * 2 >= pages }

    /// Why an item of a page is left out; nil for one that is not.
    func reason(page: Int, item: Int) -> Discarded.Reason? { reasons[page][item] }

    /// The first and last lines of a page, tables not passed over.
    private static func edgeLines(_ page: PageLayout) -> [(item: Int, line: LayoutLine)] {
        var lines: [(item: Int, line: LayoutLine)] = []
        func add(_ items: some Sequence<(offset: Int, element: PageLayout.Item)>) {
            var count = 0
            for (number, item) in items {
                guard case .line(let line) = item, count < depth else { return }
                if !lines.contains(where: { $0.item == number }) { lines.append((number, line)) }
                count += 1
            }
        }
        let items = Array(page.items.enumerated())
        add(items)
        add(items.reversed())
        return lines
    }
}
