import TesseraModel

/// Reads what ``DocumentEncoder`` writes.
///
/// Nothing is believed: a count is never larger than the bytes that are left, a range lies in its text, and what a few
/// bytes can make large (spans, paths that repeat one another) keeps to limits.
struct DocumentDecoder {
    typealias Failure = DocumentCoding.Failure

    /// Tables may stand in cells; deeper ones are not kept.
    static let deepest = 100

    /// The highest line, column, page or place of a character: no sum of two overflows.
    static let highest = Int(Int32.max)

    private let bytes: [UInt8]
    private var index: Int
    private var names: [String] = []
    private var lastPath: [UInt8] = []
    /// How many bytes paths may still take: each tells only how it differs from the one before, so that a few bytes could
    /// ask for a long path again and again. Those of real documents are some 10 times as long as what is kept of them.
    private var pathBytes: Int
    private var depth = 0
    let largestSpan: Int
    /// How many cells of a grid may still be covered.
    private var coverable: Int

    /// - Parameters:
    ///   - index: where the document begins.
    ///   - limits: those that it was read with.
    init(_ bytes: [UInt8], from index: Int, limits: ReadingLimits) {
        self.bytes = bytes
        self.index = index
        pathBytes = bytes.count * 64 + 1 << 16
        largestSpan = limits[.span]
        coverable = limits[.cells]
    }

    var isAtEnd: Bool { index == bytes.count }

    mutating func byte() throws(Failure) -> UInt8 {
        guard index < bytes.count else { throw .malformed }
        defer { index += 1 }
        return bytes[index]
    }

    mutating func number() throws(Failure) -> Int {
        var value: UInt = 0
        var shift: UInt = 0
        while true {
            let next = try byte()
            guard shift < 63 || (shift == 63 && next <= 1) else { throw .malformed }
            value |= UInt(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
        }
        return Int(bitPattern: value >> 1) ^ -Int(bitPattern: value & 1)
    }

    /// A number from 0 to another.
    mutating func number(upTo most: Int) throws(Failure) -> Int {
        let number = try number()
        guard number >= 0, number <= most else { throw .malformed }
        return number
    }

    /// Counts what a cell covers.
    mutating func cover(_ rows: Int, _ columns: Int) throws(Failure) {
        let (cells, overflows) = rows.multipliedReportingOverflow(by: columns)
        guard !overflows, cells <= coverable else { throw .malformed }
        coverable -= cells
    }

    /// How many bytes, or things of a byte at least, are to follow.
    mutating func count() throws(Failure) -> Int {
        let count = try number()
        guard (0...bytes.count - index).contains(count) else { throw .malformed }
        return count
    }

    mutating func flag() throws(Failure) -> Bool {
        switch try byte() {
        case 0: false
        case 1: true
        default: throw .malformed
        }
    }

    mutating func double() throws(Failure) -> Double {
        var pattern: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 64, by: 8) { pattern |= UInt64(try byte()) << shift }
        let number = Double(bitPattern: pattern)
        guard number.isFinite else { throw .malformed }
        return number
    }

    mutating func text() throws(Failure) -> String {
        let count = try count()
        defer { index += count }
        return String(decoding: bytes[index..<index + count], as: UTF8.self)
    }

    mutating func name() throws(Failure) -> String {
        let number = try number()
        if number == 0 {
            let name = try text()
            names.append(name)
            return name
        }
        guard number > 0, number <= names.count else { throw .malformed }
        return names[number - 1]
    }

    mutating func optional<Value>(
        _ body: (inout DocumentDecoder) throws(Failure) -> Value
    ) throws(Failure) -> Value? {
        guard try flag() else { return nil }
        return try body(&self)
    }

    mutating func list<Value>(
        _ body: (inout DocumentDecoder) throws(Failure) -> Value
    ) throws(Failure) -> [Value] {
        // Room is made as values come: a value takes more memory than the byte that announces it.
        var values: [Value] = []
        for _ in 0..<(try count()) { values.append(try body(&self)) }
        return values
    }

    mutating func position() throws(Failure) -> Position {
        switch try byte() {
        case 0:
            let line = try number(upTo: DocumentDecoder.highest)
            return .line(line, column: try number(upTo: DocumentDecoder.highest))
        case 1:
            let common = try number(upTo: lastPath.count)
            let rest = try count()
            pathBytes -= common + rest
            guard pathBytes >= 0 else { throw .malformed }
            lastPath.removeSubrange(common...)
            lastPath.append(contentsOf: bytes[index..<index + rest])
            index += rest
            let path = String(decoding: lastPath, as: UTF8.self)
            return .node(path: path, line: try number(upTo: DocumentDecoder.highest))
        case 2:
            let page = try number(upTo: DocumentDecoder.highest)
            let x = try double()
            return .page(page, x: x, y: try double())
        case 3: return .character(try number(upTo: DocumentDecoder.highest))
        default: throw .malformed
        }
    }

    mutating func place() throws(Failure) -> SourcePlace {
        let part = try name()
        let start = try position()
        return SourcePlace(part: part, start: start, end: try flag() ? start : try position())
    }

    /// Reads what may hold another of its kind.
    mutating func nested<Value>(
        _ body: (inout DocumentDecoder) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        guard depth < DocumentDecoder.deepest else { throw .malformed }
        depth += 1
        defer { depth -= 1 }
        return try body(&self)
    }
}
