/// A place inside a source file: a part of it, and a range of positions in that part.
public struct SourcePlace: Sendable, Equatable {
    /// One pointer: each paragraph, each cell and many values made of them carry a place.
    private enum Storage {
        case node(NodePlace)
        case range(PlaceRange)
    }

    private var storage: Storage

    public init(part: String = "", start: Position, end: Position) {
        storage = .range(PlaceRange(part: part, start: start, end: end))
    }

    /// The place of a node of an XML document.
    public init(_ node: NodePlace) { storage = .node(node) }

    /// The part of a container format (`word/document.xml`); empty where the file has only one.
    public var part: String {
        get {
            switch storage {
            case .node(let node): node.part
            case .range(let range): range.part
            }
        }
        set { self = SourcePlace(part: newValue, start: start, end: end) }
    }

    public var start: Position {
        get {
            switch storage {
            case .node(let node): node.position
            case .range(let range): range.start
            }
        }
        set { self = SourcePlace(part: part, start: newValue, end: end) }
    }

    /// The position just behind the last character; for a node the node itself.
    public var end: Position {
        get {
            switch storage {
            case .node(let node): node.position
            case .range(let range): range.end
            }
        }
        set { self = SourcePlace(part: part, start: start, end: newValue) }
    }

    public static func == (left: SourcePlace, right: SourcePlace) -> Bool {
        switch (left.storage, right.storage) {
        case (.node(let left), .node(let right)) where left === right: true
        case (.range(let left), .range(let right)) where left === right: true
        default: left.part == right.part && left.start == right.start && left.end == right.end
        }
    }

    /// The smallest place that holds both, where both lie in the same part; otherwise the receiver.
    public func joined(with other: SourcePlace) -> SourcePlace {
        part == other.part ? SourcePlace(part: part, start: start, end: other.end) : self
    }

    /// The place of some bytes of a text that stands at this place.
    ///
    /// Exact for text that stands on one line of the source, which is what `line` positions mean here; other
    /// kinds of position know no columns, so the whole place is returned. So is one that only says where a text begins.
    /// - Parameter bytes: UTF-8 byte offsets into the text.
    public func narrowed(to bytes: Range<Int>) -> SourcePlace {
        guard start != end, case .line(let line, let column) = start, case .line(line, let endColumn) = end else {
            return self
        }
        if bytes.lowerBound == 0, column + bytes.upperBound == endColumn { return self }
        return SourcePlace(
            part: part,
            start: .line(line, column: column + bytes.lowerBound),
            end: .line(line, column: column + bytes.upperBound)
        )
    }
}

/// Two positions in a part.
private final class PlaceRange: Sendable {
    let part: String
    let start: Position
    let end: Position

    init(part: String, start: Position, end: Position) {
        self.part = part
        self.start = start
        self.end = end
    }
}

/// A position in a source, in the terms that its format offers.
public enum Position: Sendable, Equatable {
    /// Line and column of a text, both from 1; the column counts UTF-8 bytes.
    case line(Int, column: Int)
    /// A node of an XML document by its path (XPath, with a position at each step), and its line from 1.
    case node(path: String, line: Int)
    /// A page from 1, and a box on it in points from the upper left corner.
    case page(Int, x: Double, y: Double)
    /// A character position in the text of a Word 97 document, or of a part of it: UTF-16 units from 0
    /// ([MS-DOC], 2.2.1).
    case character(Int)
}

extension Position: CustomStringConvertible {
    /// `12:3`, `/document/table[2]@17`, `p4@72,96` or `c123`: the notation of `provenance.csv`.
    public var description: String {
        switch self {
        case .line(let line, let column): "\(line):\(column)"
        case .node(let path, let line): path + "@" + String(line)
        case .page(let page, let x, let y): "p\(page)@\(x.plainDescription),\(y.plainDescription)"
        case .character(let character): "c\(character)"
        }
    }
}

extension Position {
    /// Reads the notation that `description` writes; nil for anything else.
    public init?(_ notation: some StringProtocol) {
        if notation.first == "p", let at = notation.firstIndex(of: "@") {
            let numbers = notation[notation.index(after: at)...].split(separator: ",", omittingEmptySubsequences: false)
            guard let page = Position.count(notation[notation.index(after: notation.startIndex)..<at]),
                numbers.count == 2, let x = Double(numbers[0]), let y = Double(numbers[1]), x.isFinite, y.isFinite
            else { return nil }
            self = .page(page, x: x, y: y)
        } else if let at = notation.lastIndex(of: "@") {
            guard let line = Position.count(notation[notation.index(after: at)...]) else { return nil }
            self = .node(path: String(notation[..<at]), line: line)
        } else if notation.first == "c" {
            guard let character = Position.number(notation.dropFirst()) else { return nil }
            self = .character(character)
        } else {
            let numbers = notation.split(separator: ":", omittingEmptySubsequences: false)
            guard numbers.count == 2, let line = Position.count(numbers[0]), let column = Position.count(numbers[1])
            else { return nil }
            self = .line(line, column: column)
        }
    }

    /// A number from 1 to more than any file has, so that no sum with it can overflow.
    private static func count(_ digits: some StringProtocol) -> Int? {
        number(digits).flatMap { $0 > 0 ? $0 : nil }
    }

    /// The same from 0.
    private static func number(_ digits: some StringProtocol) -> Int? {
        Int(digits).flatMap { (0...Int(Int32.max)).contains($0) ? $0 : nil }
    }
}

extension Double {
    /// A decimal notation without exponent and without needless digits, exact to six places; `0` for what is no number.
    public var plainDescription: String {
        guard isFinite else { return "0" }
        // A number that somebody else has written may be larger than any integer.
        guard magnitude < 1e15 else {
            return String(magnitude < 0x1p63 ? Int(self) : self < 0 ? Int.min : Int.max)
        }
        if self == rounded() { return String(Int(self)) }
        let millionths = Int((self * 1e6).rounded().magnitude)
        let sign = self < 0 && millionths > 0 ? "-" : ""
        let digits = String(millionths % 1_000_000)
        let places = String(repeating: "0", count: 6 - digits.count) + digits
        let kept = places.reversed().drop { $0 == "0" }.reversed()
        return sign + String(millionths / 1_000_000) + (kept.isEmpty ? "" : "." + String(kept))
    }
}
