/// Where in a report a change is told.
struct ReadingOrder: Comparable {
    enum Part: Int {
        case columns, front, matrix, acronyms, resources, back
    }

    private let part: Part
    private let row: Int
    private let column: Int
    private var offset = 0

    /// - Parameters:
    ///   - part: the part of the report.
    ///   - row: number of the row, or of what the part has.
    ///   - column: 0 for the row as a whole, then its title, then its cells.
    init(_ part: Part, _ row: Int = 0, _ column: Int = 0) {
        self.part = part
        self.row = row
        self.column = column
    }

    /// The title of the row.
    var next: ReadingOrder { ReadingOrder(part, row, column + 1) }

    /// - Parameter offset: UTF-8 byte of the text.
    func at(_ offset: Int) -> ReadingOrder {
        var order = self
        order.offset = offset
        return order
    }

    static func < (one: ReadingOrder, other: ReadingOrder) -> Bool {
        (one.part.rawValue, one.row, one.column, one.offset)
            < (other.part.rawValue, other.row, other.column, other.offset)
    }
}
