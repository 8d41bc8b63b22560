extension Section {
    /// The section as it is printed, without a line end behind it.
    var markdown: String {
        var parts = ["## \(title)"]
        if !rows.isEmpty { parts.append("\(table)") }
        if !printed.isEmpty { parts.append(printed.split(separator: "\n", omittingEmptySubsequences: false).trimmed) }
        let lines = verdicts.map(\.sentence) + notes + (failure.map { ["FAILED: \($0)"] } ?? [])
        if !lines.isEmpty { parts.append(lines.map { "* \($0)" }.joined(separator: "\n")) }
        return parts.joined(separator: "\n\n")
    }

    /// A column of the table.
    private struct Column {
        let heading: String
        /// Nil where a row has no such figure.
        let cell: (Row) -> String?

        init(_ heading: String, _ cell: @escaping (Row) -> String?) {
            self.heading = heading
            self.cell = cell
        }
    }

    /// The rows; columns in which no row has a figure are left out.
    private var table: MarkdownTable {
        let hasKinds = Set(rows.map(\.contestant.kind)).count > 1
        let columns = [
            Column("measured on \(cores == 1 ? "one processor" : "\(cores) processors")") { $0.contestant.name },
            Column("") { hasKinds ? $0.contestant.kind.rawValue : nil },
            Column("median ms") { figure($0.medianMilliseconds) },
            Column("min ms") { figure($0.milliseconds.min() ?? 0) },
            Column("runs") { "\($0.milliseconds.count)" },
            Column("processor ms") { $0.processorMilliseconds.map(figure) },
            Column("peak MB") { $0.peakMegabytes.map { decimal($0) } },
            Column("MB/s") { $0.megabytesPerSecond.map(figure) },
            Column("× floor") { timesFloor($0).map(figure) },
            Column("× best peer") { timesBestPeer($0).map(figure) },
        ].filter { column in rows.contains { column.cell($0) != nil } }
        var table = MarkdownTable(headings: columns.map(\.heading), textColumns: hasKinds ? 2 : 1)
        for row in rows { table.append(columns.map { $0.cell(row) ?? "–" }) }
        return table
    }
}

extension [Substring] {
    /// The lines without empty ones at both ends.
    fileprivate var trimmed: String {
        drop(while: \.isEmpty).reversed().drop(while: \.isEmpty).reversed().joined(separator: "\n")
    }
}
