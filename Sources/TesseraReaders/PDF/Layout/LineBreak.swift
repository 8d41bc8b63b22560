/// Why a printed line ends where it does.
struct LineBreak {
    /// How far lines may run, in points from the left of the page.
    var right: Double
    /// The usual distance from line to line, in points.
    var leading: Double
    /// Whether nearly all lines stand exactly so far apart, as programs set them.
    var isEven = false

    /// What parts two printed lines.
    enum Kind: Equatable {
        /// The next word had no room: the text goes on.
        case wrap
        /// Somebody ended the line on purpose: what follows is another paragraph, or another row.
        case end
        /// The next word had room, but so little that the program that set the lines may have thought otherwise.
        case unclear
    }

    /// How little room that is, in points: programs round the widths of letters.
    private static let closeCall = 1.5

    /// How much a distance between lines may exceed the usual one before it parts paragraphs.
    private static let widestLeading = 1.35

    /// The same where lines stand evenly: a tenth of a centimetre between paragraphs of 9 points is 1.27.
    private static let widestEvenLeading = 1.2
    /// How much lines of one size may differ in height: those of a superscript do by more.
    private static let sameSize = 0.03

    func kind(from line: LayoutLine, to next: LayoutLine) -> Kind {
        if next.box.centerY - line.box.centerY > leading * LineBreak.widestLeading { return .end }
        if isEven, next.usualBottom - line.usualBottom > leading * LineBreak.widestEvenLeading,
            abs(next.letterHeight - line.letterHeight) < leading * LineBreak.sameSize
        {
            return .end
        }
        if next.startsItem { return .end }
        let room = room(from: line, for: next)
        // Many people type two blanks behind a sentence.
        let closeCall = LineBreak.closeCall + (line.endsSentence ? line.blank : 0)
        return room < 0 ? .wrap : room < closeCall ? .unclear : .end
    }

    /// Whether the first word of the next line had no room in this one.
    func isForced(from line: LayoutLine, to next: LayoutLine) -> Bool { room(from: line, for: next) < 0 }

    /// How much room the first word of the next line would have left in this one; points, negative where it had none.
    func room(from line: LayoutLine, for next: LayoutLine) -> Double {
        right - line.box.right - line.blank - (next.words.first?.breakableWidth ?? 0)
    }
}

extension LayoutLine {
    /// Where most words end below; points.
    fileprivate var usualBottom: Double {
        let bottoms = words.map(\.box.bottom).sorted()
        return bottoms[bottoms.count / 2]
    }

    /// The width of the line's blanks, in points.
    fileprivate var blank: Double {
        let gaps = zip(words, words.dropFirst()).map { $1.box.left - $0.box.right }.filter { $0 > 0 }.sorted()
        // A quarter of an em where there is none to measure; a word's box is some 1.2 em high.
        return gaps.isEmpty ? letterHeight * 0.2 : min(gaps[gaps.count / 2], letterHeight * 0.5)
    }

    /// Whether the line opens an item of a list.
    var startsItem: Bool {
        // A bullet is one character; most words are told by their length.
        guard words.count > 1, let first = words.first?.text, first.utf8.count <= 3,
            let bullet = first.unicodeScalars.first, first.unicodeScalars.count == 1
        else { return false }
        return LayoutLine.bullets.contains(bullet)
    }

    /// Those of fonts for symbols among them, which have no Unicode value of their own.
    private static let bullets = Set("•▪●○–—*o-§➢❖■□◦‣\u{F0B7}\u{F0A7}\u{F0D8}".unicodeScalars)
}

extension PageWord {
    /// The width of the part that a line end cannot cut: programs break lines behind hyphens as well, but for addresses.
    fileprivate var breakableWidth: Double {
        guard let end = hyphenEnd else { return box.width }
        return box.width * Double(end) / Double(text.utf8.count)
    }

    /// The bytes up to a hyphen or dash inside the word, itself included.
    private var hyphenEnd: Int? {
        let bytes = Array(text.utf8)
        for index in bytes.indices.dropFirst() {
            switch bytes[index] {
            case UInt8(ascii: "-"): return index + 1
            // U+2010 to U+2015: E2 80 90 to E2 80 95.
            case 0xE2
            where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0x90...0x95).contains(bytes[index + 2]):
                return index + 3
            case UInt8(ascii: ":") where bytes[index...].starts(with: "://".utf8): return nil
            default: break
            }
        }
        return nil
    }
}
