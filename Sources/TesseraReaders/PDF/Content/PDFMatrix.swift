/// A transformation of coordinates, as in ISO 32000-1, 8.3.3: a point is a row in front of the matrix.
struct PDFMatrix: Sendable, Equatable {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    static let identity = PDFMatrix()

    /// - Returns: nil for other than six numbers.
    init?(_ numbers: [Double]) {
        guard numbers.count == 6 else { return nil }
        self.init(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5])
    }

    init(_ a: Double = 1, _ b: Double = 0, _ c: Double = 0, _ d: Double = 1, _ e: Double = 0, _ f: Double = 0) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }

    /// First this one, then the other.
    func then(_ next: PDFMatrix) -> PDFMatrix {
        PDFMatrix(
            a * next.a + b * next.c,
            a * next.b + b * next.d,
            c * next.a + d * next.c,
            c * next.b + d * next.d,
            e * next.a + f * next.c + next.e,
            e * next.b + f * next.d + next.f
        )
    }

    func apply(_ x: Double, _ y: Double) -> PDFPoint {
        PDFPoint(x: x * a + y * c + e, y: x * b + y * d + f)
    }

    /// How much an area grows, as a factor of lengths.
    var scale: Double { abs(a * d - b * c).squareRoot() }

    /// Whether all of it can be reckoned with.
    var isFinite: Bool { a.isFinite && b.isFinite && c.isFinite && d.isFinite && e.isFinite && f.isFinite }

    /// The box around a rectangle that is transformed.
    func box(_ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double) -> PDFBox {
        PDFBox(around: [apply(x0, y0), apply(x1, y0), apply(x0, y1), apply(x1, y1)])
    }
}

/// A point of a page, in points from its upper left corner.
struct PDFPoint: Sendable, Equatable {
    var x: Double
    var y: Double
}

/// A box of a page, in points from its upper left corner; y grows downwards.
struct PDFBox: Sendable, Equatable {
    var x0: Double
    var y0: Double
    var x1: Double
    var y1: Double

    init(x0: Double, y0: Double, x1: Double, y1: Double) {
        (self.x0, self.y0, self.x1, self.y1) = (x0, y0, x1, y1)
    }

    /// The smallest box that holds all points; there must be one.
    init(around points: [PDFPoint]) {
        let first = points.first ?? PDFPoint(x: 0, y: 0)
        self.init(x0: first.x, y0: first.y, x1: first.x, y1: first.y)
        for point in points { extend(to: point) }
    }

    /// Whether all of it can be reckoned with.
    var isFinite: Bool { x0.isFinite && y0.isFinite && x1.isFinite && y1.isFinite }

    var width: Double { x1 - x0 }
    var height: Double { y1 - y0 }

    mutating func extend(to point: PDFPoint) {
        x0 = min(x0, point.x)
        y0 = min(y0, point.y)
        x1 = max(x1, point.x)
        y1 = max(y1, point.y)
    }

    mutating func extend(to box: PDFBox) {
        x0 = min(x0, box.x0)
        y0 = min(y0, box.y0)
        x1 = max(x1, box.x1)
        y1 = max(y1, box.y1)
    }

    /// The area that it shares with another one.
    func overlap(_ other: PDFBox) -> Double {
        max(0, min(x1, other.x1) - max(x0, other.x0)) * max(0, min(y1, other.y1) - max(y0, other.y0))
    }
}
