/// A font, as far as it takes to read text and to know how wide it is (ISO 32000-1, 9.5 to 9.8).
final class PDFFont: Sendable {
    /// What text shown without a font has.
    static let missing = PDFFont(number: 0, coding: .unknown, metrics: Metrics())

    /// Counts from 1; 0 for none.
    let number: Int
    let isBold: Bool
    let isVertical: Bool
    /// Above and below the baseline, for a size of 1; `descent` is negative.
    let ascent: Double
    let descent: Double
    private let coding: Coding

    /// What a font descriptor says.
    struct Metrics: Sendable {
        var isBold = false
        var isVertical = false
        // What poppler takes where a font does not say.
        var ascent = 0.95
        var descent = -0.35
    }

    enum Coding: Sendable {
        case simple(SimpleCoding)
        case composite(CompositeCoding)
        case unknown
    }

    init(number: Int, coding: Coding, metrics: Metrics) {
        self.number = number
        self.coding = coding
        isBold = metrics.isBold
        isVertical = metrics.isVertical
        ascent = metrics.ascent
        descent = metrics.descent
    }

    /// Adds what the codes of a string stand for.
    func decode(_ string: [UInt8], into shown: inout ShownText) {
        switch coding {
        case .simple(let coding): coding.decode(string, into: &shown)
        case .composite(let coding): coding.decode(string, into: &shown)
        case .unknown:
            shown.glyphs += string.count
            shown.width += Double(string.count) / 2
            shown.isUnknown = true
        }
    }
}

/// A font whose codes are single bytes (ISO 32000-1, 9.6).
struct SimpleCoding: Sendable {
    /// The text of each code in UTF-8; nil where it is not known.
    var texts: [[UInt8]?]
    /// The width of each code, for a size of 1.
    var widths: [Double]

    func decode(_ string: [UInt8], into shown: inout ShownText) {
        shown.glyphs += string.count
        for code in string {
            shown.width += widths[Int(code)]
            if code == 32 { shown.spaces += 1 }
            if let text = texts[Int(code)] {
                shown.text.append(contentsOf: text)
            } else {
                shown.isUnknown = true
            }
        }
    }
}

/// A font whose codes stand for characters of a collection (ISO 32000-1, 9.7).
struct CompositeCoding: Sendable {
    /// How a string is divided into codes, and which character (CID) each code is.
    var encoding: PDFCharacterMap
    var toUnicode: PDFCharacterMap?
    var widths: CIDWidths

    func decode(_ string: [UInt8], into shown: inout ShownText) {
        var place = 0
        while place < string.count {
            let (code, length) = encoding.code(in: string, at: place)
            place += length
            shown.glyphs += 1
            if length == 1, code == 32 { shown.spaces += 1 }
            shown.width += widths[encoding.character(code)]
            if toUnicode?.appendText(of: code, to: &shown.text) != true { shown.isUnknown = true }
        }
    }
}

/// The widths of the characters of a CID font (ISO 32000-1, 9.7.4.3), for a size of 1.
struct CIDWidths: Sendable {
    var standard = 1.0
    var widths: [Int: Double] = [:]
    /// Characters of one width, by their first one.
    var ranges: [(range: ClosedRange<Int>, width: Double)] = []

    subscript(character: Int) -> Double {
        if let width = widths[character] { return width }
        guard !ranges.isEmpty else { return standard }
        let index = ranges.firstIndexOfSorted { $0.range.lowerBound > character }
        guard index > 0, ranges[index - 1].range.contains(character) else { return standard }
        return ranges[index - 1].width
    }
}
