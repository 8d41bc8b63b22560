import TesseraModel

/// A row of the matrix while its printed lines are gathered.
struct LinesRow {
    /// Which column of the rules stands at which position of a line.
    let columns: [Int?]
    /// How the lines of each position are joined.
    let joinings: [LineJoining]
    /// The pieces of each line, by position; nil where a line is blank.
    private(set) var lines: [[Paragraph?]] = []
    /// The number of the line behind the last label, in the table that it stands in.
    var labelEnd = 0
    /// Whether anything but labels stands in the row's heading.
    var hasTitle = false

    init(columns: [Int?], joinings: [LineJoining]) {
        self.columns = columns
        self.joinings = joinings
    }

    mutating func append(_ line: [Paragraph?]) { lines.append(line) }

    /// The lines of the positions that hold a column of the rules, joined to paragraphs.
    func paragraphs(of column: Int) -> [FoundParagraph] {
        columns.indices.filter { columns[$0] == column }.flatMap { position in
            joinings[position].paragraphs(of: lines.map { position < $0.count ? $0[position] : nil })
        }
    }

    /// What stands at positions of no column.
    var surplus: [FoundParagraph] {
        columns.indices.filter { columns[$0] == nil }.flatMap { position in
            joinings[position].paragraphs(of: lines.map { position < $0.count ? $0[position] : nil })
        }
    }

    /// Where its first text stands.
    var place: SourcePlace? { lines.lazy.flatMap(\.self).compactMap(\.self).first?.place }
}
