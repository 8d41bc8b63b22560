/// Which drawn shapes are grouped ([MS-ODRAW], 2.2): a text is anchored with the group that its shape belongs to.
struct ShapeGroups {
    private enum Record: Int {
        case drawingGroup = 0xF000
        case drawing = 0xF002
        case group = 0xF003
        case shape = 0xF004
        case shapeProperties = 0xF00A
    }

    /// How deep groups are looked into.
    private static let deepest = 64

    /// The outermost group of a shape that is in one.
    private var groups: [Int: Int] = [:]

    /// - Parameter bytes: the drawings of a document ([MS-DOC], 2.9.172: OfficeArtContent).
    init(_ bytes: LittleEndianBytes) {
        guard let size = bytes.long(at: 4), bytes.short(at: 2) == Record.drawingGroup.rawValue else { return }
        var offset = 8 + size
        // A byte before each drawing tells whether it is that of the headers.
        while let size = bytes.long(at: offset + 5) {
            read(bytes.prefix(at: offset + 9, count: size))
            offset += 9 + size
        }
    }

    /// The group that stands in the drawing itself, or the shape where it is in none.
    func outermost(of shape: Int) -> Int { groups[shape] ?? shape }

    private mutating func read(_ drawing: LittleEndianBytes) {
        /// Groups that are open: where they end, and the first shape in each, which is the group itself.
        var open: [(end: Int, shape: Int?)] = []
        var offset = 0
        while let kind = drawing.short(at: offset + 2), let size = drawing.long(at: offset + 4) {
            while let group = open.last, group.end <= offset { open.removeLast() }
            let body = offset + 8
            switch Record(rawValue: kind) {
            case .group:
                guard open.count < ShapeGroups.deepest else { return }
                open.append((body + size, nil))
                offset = body
            // What is in a shape comes next.
            case .shape: offset = body
            case .shapeProperties:
                if let shape = drawing.long(at: body), !open.isEmpty {
                    if open[open.count - 1].shape == nil { open[open.count - 1].shape = shape }
                    // The drawing itself is a group too.
                    if open.count > 1, let group = open[1].shape { groups[shape] = group }
                }
                offset = body + size
            default: offset = body + size
            }
        }
    }
}
