/// A rectangle on a page: points from the upper left corner, y downwards.
struct PageBox: Sendable, Equatable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }
    var area: Double { width * height }
    var centerX: Double { (left + right) / 2 }
    var centerY: Double { (top + bottom) / 2 }

    /// The smallest box that holds both.
    func union(_ other: PageBox) -> PageBox {
        PageBox(
            left: min(left, other.left),
            top: min(top, other.top),
            right: max(right, other.right),
            bottom: max(bottom, other.bottom)
        )
    }

    /// Whether the middle of another box lies inside.
    func holdsCenter(of other: PageBox) -> Bool {
        other.centerX > left && other.centerX < right && other.centerY > top && other.centerY < bottom
    }

    /// How much of the lower of the two heights both boxes share, from 0 to 1.
    func sharedHeight(with other: PageBox) -> Double {
        let shared = min(bottom, other.bottom) - max(top, other.top)
        let lower = min(height, other.height)
        return lower > 0 ? max(0, shared / lower) : 0
    }
}

extension Sequence<PageBox> {
    /// The smallest box that holds all; nil for none.
    var union: PageBox? {
        var all: PageBox?
        for box in self { all = all?.union(box) ?? box }
        return all
    }
}
