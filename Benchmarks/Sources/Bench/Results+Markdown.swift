extension Results {
    /// The whole of `Benchmarks/RESULTS.md`.
    var markdown: String {
        var machineTable = MarkdownTable(headings: ["measured", ""], textColumns: 2)
        for (name, value) in machine.facts { machineTable.append([name, value]) }
        var targets = MarkdownTable(headings: ["case", "figure", "target", "result"], textColumns: 4)
        for section in sections {
            for aim in section.aims {
                targets.append([section.name, aim.figure, aim.target, aim.isMet ? "met" : "**not met**"])
            }
        }
        let aims = sections.flatMap(\.aims)
        let parts = [
            "# Results",
            """
            Written by `make bench`; [README.md](README.md) explains the columns, and `results.json` holds the same for \
            programs.
            """,
            "\(machineTable)",
            "## Targets",
            "\(aims.count(where: \.isMet)) of \(aims.count) targets are met.",
            "\(targets)",
        ]
        return (parts + sections.map(\.markdown)).joined(separator: "\n\n") + "\n"
    }
}
