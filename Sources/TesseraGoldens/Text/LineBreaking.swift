/// Breaks styled text into lines at blanks.
enum LineBreaking {
    /// - Parameters:
    ///   - runs: the text.
    ///   - width: columns of a line. A longer word is cut.
    static func lines(_ runs: [StyledRun], width: Int) -> [[StyledRun]] {
        var lines: [[StyledRun]] = [[]]
        var column = 0
        for run in runs {
            for piece in pieces(run.text) {
                let columns = piece.reduce(0) { $0 + $1.columns }
                if column + columns > width, column > 0 {
                    lines.append([])
                    column = 0
                    // A blank at the border is the border.
                    if piece.allSatisfy({ $0 == " " }) { continue }
                }
                guard columns > width else {
                    lines[lines.count - 1].append(StyledRun(String(piece), run.style))
                    column += columns
                    continue
                }
                for character in piece {
                    if column + character.columns > width {
                        lines.append([])
                        column = 0
                    }
                    lines[lines.count - 1].append(StyledRun(String(character), run.style))
                    column += character.columns
                }
            }
        }
        return lines.map(joined)
    }

    /// Words and runs of blanks.
    private static func pieces(_ text: String) -> [Substring] {
        var pieces: [Substring] = []
        var rest = text[...]
        while let first = rest.first {
            let piece = rest.prefix { ($0 == " ") == (first == " ") }
            pieces.append(piece)
            rest = rest[piece.endIndex...]
        }
        return pieces
    }

    /// Neighbours of one style in one run.
    private static func joined(_ runs: [StyledRun]) -> [StyledRun] {
        var joined: [StyledRun] = []
        for run in runs {
            if joined.last?.style == run.style {
                joined[joined.count - 1].text += run.text
            } else {
                joined.append(run)
            }
        }
        return joined
    }
}

extension Character {
    /// Columns of a terminal: two for the wide letters of East Asia and for pictures (Unicode Standard Annex 11).
    fileprivate var columns: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
