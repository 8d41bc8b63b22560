/// How far the lines of running text reach on a page, and how far apart they stand.
struct TextMargins {
    private let lines: [LayoutLine]
    private let leading: Double
    /// How far text reaches on the pages of the document, in points.
    private let documentRight: Double

    /// How near to the margin full lines end, in points.
    private static let raggedness = 12.0

    /// - Parameter right: how far text reaches on the pages of the document.
    init(_ layout: PageLayout, right: Double) {
        lines = layout.items.compactMap { if case .line(let line) = $0 { line } else { nil } }
        documentRight = right
        let heights = lines.map(\.letterHeight).sorted()
        let distances = zip(lines, lines.dropFirst()).map { $1.box.centerY - $0.box.centerY }.filter { $0 > 0 }.sorted()
        let usual = heights.isEmpty ? 12 : heights[heights.count / 2]
        let closest = distances.first { $0 > usual * 0.8 } ?? usual * 1.1
        // Text may be double-spaced; then most lines are.
        leading = distances.isEmpty ? usual * 1.1 : max(closest, min(distances[distances.count / 2], usual * 2.5))
    }

    /// How far to the right text and tables reach on any page.
    static func right(of layouts: [PageLayout]) -> Double {
        layouts.flatMap { layout in
            layout.items.map { item in
                switch item {
                case .line(let line): line.box.right
                case .table(let table): table.box.right
                }
            }
        }.max() ?? 0
    }

    /// The limits of lines that stand below each other.
    func limits(of group: [LayoutLine]) -> LineBreak {
        let box = group.map(\.box).union
        let ends = lines.filter { line in
            box.map { line.box.left < $0.right && line.box.right > $0.left } ?? false
        }.map(\.box.right)
        let right = ends.max() ?? 0
        // Several lines that end at one place show the margin; a page of short lines does not.
        let full = ends.count { $0 > right - TextMargins.raggedness }
        let isShown = full >= 3 && full * 5 >= ends.count
        return LineBreak(right: isShown ? right : max(right, documentRight), leading: leading)
    }
}
