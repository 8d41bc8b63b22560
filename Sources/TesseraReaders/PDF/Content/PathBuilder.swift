/// The path under construction, in coordinates of the page (ISO 32000-1, 8.5.2).
struct PathBuilder {
    /// A run of connected segments.
    struct Subpath {
        var points: [PDFPoint]
        /// Whether the segment that ends at the point of the same index is straight.
        var isStraight: [Bool]
        var isClosed = false
    }

    private(set) var subpaths: [Subpath] = []
    /// How many points there are.
    private(set) var count = 0

    mutating func move(to point: PDFPoint) {
        // A point that nothing was drawn from does not count.
        if let last = subpaths.last, last.points.count == 1 { subpaths.removeLast() }
        subpaths.append(Subpath(points: [point], isStraight: [true]))
        count += 1
    }

    mutating func line(to point: PDFPoint, isStraight: Bool = true) {
        guard !subpaths.isEmpty else { return move(to: point) }
        if subpaths[subpaths.count - 1].isClosed { move(to: subpaths[subpaths.count - 1].points[0]) }
        subpaths[subpaths.count - 1].points.append(point)
        subpaths[subpaths.count - 1].isStraight.append(isStraight)
        count += 1
    }

    mutating func close() {
        guard !subpaths.isEmpty else { return }
        subpaths[subpaths.count - 1].isClosed = true
    }

    mutating func clear() {
        subpaths.removeAll(keepingCapacity: true)
        count = 0
    }
}

extension PathBuilder.Subpath {
    /// How far a point may lie beside a line that counts as horizontal or vertical, in points.
    private static let tolerance = 0.1

    /// The box, where this is a rectangle with horizontal and vertical sides.
    var rectangle: PDFBox? {
        var corners = points
        if corners.count == 5, corners[0].isNear(corners[4]) { corners.removeLast() }
        guard corners.count == 4, isStraight.allSatisfy({ $0 }) else { return nil }
        for index in 0..<4 {
            let one = corners[index]
            let next = corners[(index + 1) % 4]
            let after = corners[(index + 2) % 4]
            let isHorizontal = abs(one.y - next.y) <= Self.tolerance && abs(next.x - after.x) <= Self.tolerance
            let isVertical = abs(one.x - next.x) <= Self.tolerance && abs(next.y - after.y) <= Self.tolerance
            guard isHorizontal || isVertical else { return nil }
        }
        return PDFBox(around: corners)
    }

    /// Its straight segments that are horizontal or vertical, each with x and y that do not go down.
    var lines: [PDFBox] {
        var lines: [PDFBox] = []
        func add(_ start: PDFPoint, _ end: PDFPoint) {
            let width = abs(start.x - end.x)
            let height = abs(start.y - end.y)
            guard max(width, height) > 0 else { return }
            var box = PDFBox(around: [start, end])
            // A long line may slope a little.
            if height <= max(Self.tolerance, width / 500) {
                box.y0 = (start.y + end.y) / 2
                box.y1 = box.y0
            } else if width <= max(Self.tolerance, height / 500) {
                box.x0 = (start.x + end.x) / 2
                box.x1 = box.x0
            } else {
                return
            }
            lines.append(box)
        }
        for index in points.indices.dropFirst() where isStraight[index] { add(points[index - 1], points[index]) }
        if isClosed, points.count > 2, let first = points.first, let last = points.last { add(last, first) }
        return lines
    }
}

extension PDFPoint {
    fileprivate func isNear(_ other: PDFPoint) -> Bool { abs(x - other.x) <= 0.1 && abs(y - other.y) <= 0.1 }
}
