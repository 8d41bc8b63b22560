/// The properties of characters or paragraphs, which are kept in pages of 512 bytes in the stream of the text
/// ([MS-DOC], 2.9.33: ChpxFkp, and 2.9.175: PapxFkp).
struct PropertyPages {
    enum Kind {
        case characters, paragraphs
    }

    /// Bytes of the stream whose text has the same properties.
    struct Run {
        var bytes: Range<Int>
        /// For paragraphs, the index of the style stands before them.
        var modifiers: LittleEndianBytes
    }

    private static let pageSize = 512

    /// From front to back; none overlaps another.
    private(set) var runs: [Run] = []
    /// How many pages lie outside of the stream.
    private(set) var missing = 0

    /// - Parameters:
    ///   - table: where the pages are ([MS-DOC], 2.8.5 and 2.8.6).
    ///   - stream: the stream of the text.
    init(_ kind: Kind, _ table: LittleEndianBytes, in stream: LittleEndianBytes) {
        let table = PositionTable(table, elementSize: 4)
        for index in 0..<table.count {
            guard let number = table.element(index).long(at: 0),
                let page = stream.slice(
                    at: (number & 0x3F_FFFF) * PropertyPages.pageSize,
                    count: PropertyPages.pageSize
                )
            else {
                missing += 1
                continue
            }
            add(page, kind)
        }
        let isSorted = zip(runs, runs.dropFirst()).allSatisfy { $0.bytes.upperBound <= $1.bytes.lowerBound }
        if !isSorted {
            runs.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
            var end = 0
            runs = runs.filter { run in
                guard run.bytes.lowerBound >= end else { return false }
                end = run.bytes.upperBound
                return true
            }
        }
    }

    private mutating func add(_ page: LittleEndianBytes, _ kind: Kind) {
        guard let count = page.byte(at: PropertyPages.pageSize - 1) else { return }
        // Behind the offset of paragraph properties stands what Word remembers of their height.
        let width = kind == .characters ? 1 : 13
        for index in 0..<count {
            guard let start = page.long(at: 4 * index), let end = page.long(at: 4 * index + 4), start < end,
                let place = page.byte(at: 4 * (count + 1) + width * index)
            else { continue }
            let modifiers = place == 0 ? .empty : PropertyPages.modifiers(page, 2 * place, kind)
            runs.append(Run(bytes: start..<end, modifiers: modifiers))
        }
    }

    private static func modifiers(_ page: LittleEndianBytes, _ offset: Int, _ kind: Kind) -> LittleEndianBytes {
        guard let size = page.byte(at: offset) else { return .empty }
        if kind == .characters { return page.prefix(at: offset + 1, count: size) }
        // Counted in pairs of bytes, with what counts or without.
        if size > 0 { return page.prefix(at: offset + 1, count: 2 * size - 1) }
        return page.prefix(at: offset + 2, count: 2 * (page.byte(at: offset + 1) ?? 0))
    }

    /// The first run that ends behind an offset.
    func index(at offset: Int) -> Int {
        runs.firstIndexOfSorted { $0.bytes.upperBound > offset }
    }

    /// The properties at an offset; nil where none are known.
    func modifiers(at offset: Int) -> LittleEndianBytes? {
        let index = index(at: offset)
        guard index < runs.count, runs[index].bytes.contains(offset) else { return nil }
        return runs[index].modifiers
    }
}
