/// A Markdown table whose columns are aligned, so that it is easy to read in a terminal also.
struct MarkdownTable: CustomStringConvertible {
    private var rows: [[String]]

    init(headings: [String]) {
        rows = [headings]
    }

    /// Adds a row of as many cells as there are headings; the first is aligned left, the others right.
    mutating func append(_ row: [String]) {
        rows.append(row)
    }

    var description: String {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        let rule = widths.enumerated().map { $0 == 0 ? String(repeating: "-", count: $1) : dashes($1) }
        return ([rows[0], rule] + rows.dropFirst()).map { row in
            let cells = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column == 0 ? row[column] + space : space + row[column]
            }
            return "| " + cells.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    private func dashes(_ width: Int) -> String {
        String(repeating: "-", count: width - 1) + ":"
    }
}

extension MarkdownTable {
    /// The results of a run; the first one is the floor that the others are compared with.
    init(_ measurements: [Measurement]) {
        self.init(headings: ["case", "median ms", "min ms", "peak memory MB", "× the floor", "target", "result"])
        for measurement in measurements {
            append([
                measurement.benchmark.name,
                decimal(measurement.medianMilliseconds),
                decimal(measurement.leastMilliseconds),
                decimal(measurement.peakMegabytes),
                decimal(measurement.medianMilliseconds / measurements[0].medianMilliseconds),
                measurement.benchmark.target.map { "\($0.milliseconds) ms, \($0.megabytes) MB" } ?? "–",
                measurement.meetsTarget.map { $0 ? "met" : "not met" } ?? "–",
            ])
        }
    }
}

extension MarkdownTable {
    /// The results of a comparison; the first one is ours.
    init(_ results: [ComparisonResult], of comparison: Comparison) {
        self.init(headings: [comparison.name, "median ms", "processor ms", "peak memory MB", "× ours"])
        for result in results {
            append([
                result.contestant.name,
                decimal(result.medianMilliseconds),
                result.processorMilliseconds.map(decimal) ?? "–",
                result.peakMegabytes.map(decimal) ?? "–",
                decimal(result.medianMilliseconds / results[0].medianMilliseconds),
            ])
        }
    }
}

/// A number of at least 0, rounded to one decimal.
func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
}
