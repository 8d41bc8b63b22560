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

    /// Whether the title was found behind the table.
    var hasTitleBehind = false
    /// The numbers of lines in which a label goes on that a narrow column broke.
    private(set) var labelRests: Set<Int> = []

    /// - Parameter goesOnWithLabel: whether a label goes on in the line.
    mutating func append(_ line: [Paragraph?], goesOnWithLabel: Bool = false) {
        if goesOnWithLabel { labelRests.insert(lines.count) }
        lines.append(line)
    }

    /// The lines of the positions that hold a column of the rules, joined to paragraphs.
    /// - Parameter holdsLabels: whether it is the column of labels.
    func paragraphs(of column: Int, holdsLabels: Bool = false) -> [FoundParagraph] {
        columns.indices.filter { columns[$0] == column }.flatMap { position in
            joinings[position].paragraphs(
                of: lines.map { position < $0.count ? $0[position] : nil },
                goingOn: holdsLabels ? labelRests : []
            )
        }
    }

    /// Whether its last line stands in the column of labels alone: the other cells have ended.
    func endsInHeading(_ heading: Int) -> Bool {
        guard let last = lines.last(where: { $0.contains { $0 != nil } }) else { return false }
        return last.indices.allSatisfy { (last[$0] != nil) == ($0 == heading) }
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
