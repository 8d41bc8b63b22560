@testable import TesseraReaders

/// A page drawn with characters: each is 5 points wide, each line 12 points high.
///
/// `-` and `+` beside each other make lines across, `|` and `+` below each other make lines down; the rest is words.
struct DrawnPage {
    static let characterWidth = 5.0
    static let lineHeight = 12.0

    let surface: PageSurface

    /// - Parameter number: of the page, from 1.
    init(_ drawing: String, number: Int = 1) {
        let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
        var words: [PageWord] = []
        var rules: [PageRule] = []
        for (y, line) in lines.enumerated() {
            for run in DrawnPage.runs(line.map { "-+".contains($0) }) where run.count > 1 {
                rules.append(
                    PageRule(
                        direction: .across,
                        position: DrawnPage.y(y),
                        start: DrawnPage.x(run.lowerBound),
                        end: DrawnPage.x(run.upperBound - 1)
                    )
                )
            }
            for run in DrawnPage.runs(line.map { !"-+| ".contains($0) || $0 == "-" }) {
                let text = String(line[run])
                guard text.contains(where: { $0 != "-" }) else { continue }
                let box = PageBox(
                    left: Double(run.lowerBound) * DrawnPage.characterWidth,
                    top: Double(y) * DrawnPage.lineHeight + 1,
                    right: Double(run.upperBound) * DrawnPage.characterWidth,
                    bottom: Double(y + 1) * DrawnPage.lineHeight - 1
                )
                words.append(PageWord(text: text, box: box, number: words.count, line: y))
            }
        }
        let width = lines.map(\.count).max() ?? 0
        for x in 0..<width {
            let column = lines.map { $0.count > x && "|+".contains($0[x]) }
            for run in DrawnPage.runs(column) where run.count > 1 {
                rules.append(
                    PageRule(
                        direction: .down,
                        position: DrawnPage.x(x),
                        start: DrawnPage.y(run.lowerBound),
                        end: DrawnPage.y(run.upperBound - 1)
                    )
                )
            }
        }
        surface = PageSurface(
            number: number,
            width: Double(width) * DrawnPage.characterWidth,
            height: Double(lines.count) * DrawnPage.lineHeight,
            words: words,
            rules: rules
        )
    }

    /// The tables with the text of their cells, line by line.
    var tables: [[String]] {
        TableFinder(surface).tables().map { table in
            table.cells.map { cell in
                let spans =
                    (cell.rows.count > 1 ? "↓\(cell.rows.count)" : "")
                    + (cell.columns.count > 1 ? "→\(cell.columns.count)" : "")
                let text = cell.lines.map(\.text).joined(separator: "/")
                return "\(cell.rows.lowerBound),\(cell.columns.lowerBound)\(spans) \(text)"
            }
        }
    }

    private static func x(_ column: Int) -> Double { (Double(column) + 0.5) * characterWidth }
    private static func y(_ line: Int) -> Double { (Double(line) + 0.5) * lineHeight }

    private static func runs(_ flags: [Bool]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        for (index, flag) in flags.enumerated() where flag {
            if let last = runs.last, last.upperBound == index {
                runs[runs.count - 1] = last.lowerBound..<index + 1
            } else {
                runs.append(index..<index + 1)
            }
        }
        return runs
    }
}
