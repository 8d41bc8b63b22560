public import TesseraModel

/// Where a pattern matched and what it captured.
public struct PatternMatch: Sendable, Equatable {
    /// UTF-8 byte offsets into the text, from the first character that matched to the last.
    public var range: Range<Int>
    public var captures: [Capture]

    /// The value captured under a name; nil for none.
    public subscript(_ name: String) -> Capture.Value? {
        captures.first { $0.name == name }?.value
    }
}

/// A captured piece of the text.
public struct Capture: Sendable, Equatable {
    public enum Value: Sendable, Equatable {
        /// Canonical, in upper case: `XIV`.
        case roman(String)
        case number(Int)
        /// Ranges are spread out: `1-3, 6` is 1, 2, 3, 6.
        case numbers([Int])
        /// In small letters, ranges spread out: `(a) to (c)` is a, b, c.
        case points([String])
        case date(PartialDate)
        case text(String)
    }

    public var name: String
    /// UTF-8 byte offsets into the text.
    public var range: Range<Int>
    public var value: Value
}

extension Capture.Value {
    /// The date that the capture is, also where a regular expression captured it as text.
    public var date: PartialDate? {
        switch self {
        case .date(let date): date
        case .text(let text): DateNotation.date(in: text)
        case .roman, .number, .numbers, .points: nil
        }
    }

    /// The single values that the capture names, as text: one, or several for `numbers`.
    public var items: [String] {
        switch self {
        case .roman(let text), .text(let text): [text]
        case .number(let number): [String(number)]
        case .numbers(let numbers): numbers.map(String.init)
        case .points(let points): points
        case .date(let date): [date.description]
        }
    }
}
