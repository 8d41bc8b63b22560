import TestSupport
import Testing

/// The layouts in which converters write a matrix as text, each as a function from the matrix to the text.
enum MatrixLayout: String, CaseIterable, CustomTestStringConvertible {
    case tabs
    case inlineTabs = "inline-tabs"
    case pipes
    case grid
    case markdown
    case slashes
    case fixedWidth = "fixed-width"
    case printedPages = "fixed-width, as printed"
    case flattened
    case glued

    /// The layouts that mark cells or columns.
    static let marked: [MatrixLayout] = allCases.filter { $0 != .flattened && $0 != .glued }

    var testDescription: String { rawValue }

    /// Whether a cell that holds nothing can be seen.
    var showsEmptyCells: Bool {
        switch self {
        case .tabs, .pipes, .grid, .markdown: true
        default: false
        }
    }

    func text(of matrix: LaidOutMatrix, using generator: inout SeededGenerator) -> String {
        let lead = matrix.lead.joined(separator: "\n") + "\n"
        switch self {
        case .tabs: return lead + Self.tabs(matrix, using: &generator)
        case .inlineTabs: return lead + Self.inlineTabs(matrix)
        case .pipes:
            let widths = matrix.headings.map { _ in Int.random(in: 26...44, using: &generator) }
            return "\n\n" + lead + "\n" + Self.pipes(matrix, widths)
        case .grid:
            let widths = matrix.headings.map { _ in Int.random(in: 18...40, using: &generator) }
            return lead + "\n" + Self.grid(matrix, widths)
        case .markdown: return lead + "\n" + Self.markdown(matrix)
        case .slashes: return lead + Self.slashes(matrix, partsRows: Bool.random(using: &generator))
        case .fixedWidth:
            let widths = matrix.headings.map { _ in Int.random(in: 24...40, using: &generator) }
            return lead + "\n" + Self.fixedWidth(matrix, widths)
        case .printedPages: return lead + Self.printedPages(matrix, using: &generator)
        case .flattened: return lead + Self.flattened(matrix, isGlued: false)
        case .glued: return lead + Self.flattened(matrix, isGlued: true)
        }
    }

    // MARK: Marks in lines

    private static func tabs(_ matrix: LaidOutMatrix, using generator: inout SeededGenerator) -> String {
        let gap = Bool.random(using: &generator) ? "\n\n" : "\n"
        return matrix.pages.map { rows in
            matrix.headings.map { "\t\($0)\n" }.joined() + "\n"
                + rows.map { row in
                    "\t" + row.heading.joined(separator: "\n\n") + "\n"
                        + row.cells.map { "\t" + $0.joined(separator: gap) + "\n" }.joined() + "\n"
                }.joined()
        }.joined(separator: "\n")
    }

    private static func inlineTabs(_ matrix: LaidOutMatrix) -> String {
        matrix.pages.map { rows in
            matrix.headings.joined(separator: "\t") + "\n"
                + rows.map { row in
                    row.heading.joined(separator: "\n") + "\t"
                        + row.cells.map { $0.joined(separator: "\n") }.joined(separator: "\t") + "\n"
                }.joined()
        }.joined()
    }

    private static func slashes(_ matrix: LaidOutMatrix, partsRows: Bool) -> String {
        matrix.pages.map { rows in
            matrix.headings.joined(separator: " / ") + "\n"
                + rows.map { row in
                    ([row.heading] + row.cells).map { $0.joined(separator: "\n") }.joined(separator: "\n/\n") + "\n"
                }.joined(separator: partsRows ? "/\n" : "")
        }.joined(separator: partsRows ? "/\n" : "")
    }

    private static func markdown(_ matrix: LaidOutMatrix) -> String {
        matrix.pages.map { rows in
            let lines = [matrix.headings.map { [$0] }] + rows.map { [$0.heading] + $0.cells }
            var text = lines.map { cells in
                "| "
                    + cells.map { $0.joined(separator: "<br>").replacing("|", with: "\\|") }.joined(separator: " | ")
                    + " |"
            }
            text.insert("|" + matrix.headings.map { _ in "---|" }.joined(), at: 1)
            return text.joined(separator: "\n") + "\n"
        }.joined(separator: "\n")
    }

    // MARK: Printed columns

    /// The lines of some cells beside each other, each filled up to its column's width.
    private static func lines(_ cells: [[String]], _ widths: [Int], gap: Bool) -> [[String]] {
        let columns = zip(cells, widths).map { paragraphs, width in
            paragraphs.map { TextWrapping.lines(of: $0, width: width) }.joined(separator: gap ? [""] : []).map(\.self)
        }
        return (0..<(columns.map(\.count).max() ?? 0)).map { number in
            columns.map { number < $0.count ? $0[number] : "" }
        }
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    }

    private static func pipes(_ matrix: LaidOutMatrix, _ widths: [Int]) -> String {
        matrix.pages.map { rows in
            ([matrix.headings.map { [$0] }] + rows.map { [$0.heading] + $0.cells }).flatMap { cells in
                let lines = lines(cells, widths, gap: false)
                return (lines.isEmpty ? [widths.map { _ in "" }] : lines).map { line in
                    "|" + zip(line, widths).map { padded($0, $1) + "|" }.joined() + "\n"
                }
            }.joined()
        }.joined(separator: "\n")
    }

    private static func grid(_ matrix: LaidOutMatrix, _ widths: [Int]) -> String {
        func rule(_ mark: String) -> String {
            "+" + widths.map { String(repeating: mark, count: $0 + 2) + "+" }.joined() + "\n"
        }
        return matrix.pages.map { rows in
            rule("-")
                + ([matrix.headings.map { [$0] }] + rows.map { [$0.heading] + $0.cells }).enumerated().map {
                    number,
                    cells in
                    lines(cells, widths, gap: true).map { line in
                        "|" + zip(line, widths).map { " " + padded($0, $1) + " |" }.joined() + "\n"
                    }.joined() + rule(number == 0 ? "=" : "-")
                }.joined()
        }.joined(separator: "\n")
    }

    private static func fixedWidth(_ matrix: LaidOutMatrix, _ widths: [Int]) -> String {
        matrix.pages.map { rows in
            ([matrix.headings.map { [$0] }] + rows.map { [$0.heading] + $0.cells }).map { cells in
                lines(cells, widths, gap: true).map { row(zip($0, widths).map { ($0, $1 + 2) }) }.joined()
            }.joined(separator: "\n")
        }.joined(separator: "\n\n")
    }

    /// Like a page of print: columns stand where the longest line of the page lets them, and no line is blank.
    private static func printedPages(_ matrix: LaidOutMatrix, using generator: inout SeededGenerator) -> String {
        matrix.pages.map { rows in
            let widths = matrix.headings.map { _ in Int.random(in: 28...46, using: &generator) }
            let all = ([matrix.headings.map { [$0] }] + rows.map { [$0.heading] + $0.cells }).flatMap {
                lines($0, widths, gap: false)
            }
            let places = widths.indices.map { column in (all.map { $0[column].unicodeScalars.count }.max() ?? 0) + 3 }
            return all.map { row(zip($0, places).map { ($0, $1) }) }.joined()
        }.joined(separator: "\u{C}")
    }

    private static func row(_ pieces: [(text: String, width: Int)]) -> String {
        let line = pieces.map { padded($0.text, $0.width) }.joined()
        return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
    }

    // MARK: No marks

    private static func flattened(_ matrix: LaidOutMatrix, isGlued: Bool) -> String {
        matrix.pages.map { rows in
            matrix.headings.joined(separator: isGlued ? " " : "\n") + "\n"
                + rows.map { row in
                    let heading =
                        isGlued ? [(row.labels + row.titles).joined(separator: " ")] : row.heading
                    return (heading + row.cells.joined()).joined(separator: "\n") + "\n"
                }.joined()
        }.joined()
    }
}

/// Fills lines with words, as programs do.
enum TextWrapping {
    static func lines(of paragraph: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        for word in paragraph.split(separator: " ") {
            var rest = Substring(word)
            if !line.isEmpty, line.unicodeScalars.count + 1 + rest.unicodeScalars.count <= width {
                line += " " + rest
                continue
            }
            if !line.isEmpty { lines.append(line) }
            // A word that is longer than a line is cut.
            while rest.unicodeScalars.count > width {
                lines.append(String(rest.prefix(width)))
                rest = rest.dropFirst(width)
            }
            line = String(rest)
        }
        if !line.isEmpty { lines.append(line) }
        return lines
    }
}
