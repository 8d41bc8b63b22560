/// A pattern, a line, and what the pattern captures from it: documentation that a test runs.
public struct PatternExample: Sendable {
    public var pattern: String
    public var line: String
    /// The values captured, as text; nil where the pattern does not fit the line.
    public var values: [String]?

    init(_ pattern: String, _ line: String, _ values: [String]?) {
        self.pattern = pattern
        self.line = line
        self.values = values
    }
}

extension PlaceholderType {
    /// What the type takes, and what it does not.
    public var examples: [PatternExample] {
        switch self {
        case .roman:
            [
                PatternExample("Section {s:roman}", "Section II", ["II"]),
                PatternExample("Section {s:roman}", "SECTION xiv", ["XIV"]),
                PatternExample("Section {s:roman}", "Section iiii", nil),
            ]
        case .number:
            [
                PatternExample("item {n:number}", "Item 007", ["7"]),
                PatternExample("item {n:number}", "item 7a", nil),
            ]
        case .numbers:
            [
                PatternExample("para {p:numbers}", "para 7, 8", ["7", "8"]),
                PatternExample("para {p:numbers}", "para 20, 40, and 41", ["20", "40", "41"]),
                PatternExample("para {p:numbers}", "para 1–3, 6", ["1", "2", "3", "6"]),
                PatternExample("para {p:numbers}", "para 3 to 5", ["3", "4", "5"]),
                PatternExample("para {p:numbers}", "para 1 through 4", ["1", "2", "3", "4"]),
                PatternExample("para {p:numbers}", "para 5-3", nil),
            ]
        case .letter:
            [
                PatternExample("({x:letter})", "(b)", ["b"]),
                PatternExample("({x:letter})", "(bc)", nil),
            ]
        case .points:
            [
                PatternExample("OP {n:number} {p:points}", "OP 3 (a) and (b)", ["3", "a", "b"]),
                PatternExample("OP {n:number} {p:points}", "OP 8 (a), (b)", ["8", "a", "b"]),
                PatternExample("points {p:points}", "Points (A) to (C), (f)", ["a", "b", "c", "f"]),
                PatternExample("Article {n:number}{p:points}", "Article 3 (iv)", ["3", "iv"]),
                PatternExample("AC-{n:number}{p:points}", "AC-2(1)", ["2", "1"]),
                PatternExample("point {p:points}", "point a", nil),
                PatternExample("point {p:points}", "point (new)", nil),
                PatternExample("points {p:points}", "points (c) to (a)", nil),
            ]
        case .date:
            [
                PatternExample("Revised {d:date}", "Revised July 17,2007", ["2007-07-17"]),
                PatternExample("Revised {d:date}", "Revised 17 July 2007", ["2007-07-17"]),
                PatternExample("Revised {d:date}", "Revised June 2006", ["2006-06"]),
                PatternExample("Revised {d:date}", "Revised 2007-07-17", ["2007-07-17"]),
                PatternExample("Revised {d:date}", "Revised June 31, 2007", nil),
                PatternExample("Revised {d:date}", "Revised 7/8/2005", nil),
            ]
        case .word:
            [
                PatternExample("Control {c:word}", "Control AC-2", ["AC-2"]),
                PatternExample("Control {c:word}", "Control AC-2 and AC-3", nil),
            ]
        case .text:
            [
                PatternExample(
                    "Department of {d:text} ({a:text})",
                    "Department of State (DOS)",
                    ["State", "DOS"]
                ),
                PatternExample("Department of {d:text}", "Department of", nil),
            ]
        }
    }
}
