extension Case {
    /// Two editions with 1,000 rows each, and ten of them, from datasets to the last line printed.
    static let editions = comparison("editions", "compare editions of 1,000 rows") { folder throws(BenchFailure) in
        _ = try ProcessRun(["Benchmarks/make-editions", "\(folder)/Editions"], errors: "\(folder)/errors.txt")
        let convert = [
            ".build/release/tessera", "convert", "\(folder)/Editions", "--pipelines", "Benchmarks", "--only", "matrix",
            "--name-by", "source", "--output", "\(folder)/Output", "--quiet",
        ]
        _ = try ProcessRun(convert, errors: "\(folder)/errors.txt")
        let datasets = "\(folder)/Output/matrix-edition-"
        // It ends with 1 where something has changed.
        let diff = ".build/release/tessera diff \(datasets)2001 \(datasets)2002; [ $? = 1 ]"
        return [
            Contestant(name: "tessera diff", kind: .ours, command: ["/bin/sh", "-c", diff]),
            Contestant(
                name: "tessera history",
                kind: .ours,
                command: [".build/release/tessera", "history"] + (2001...2010).map { "\(datasets)\($0)" }
            ),
        ]
    } conclude: { section, _ in
        for (row, (what, seconds)) in zip(section.rows, [("two editions", 1.0), ("ten editions", 5.0)]) {
            section.conclude(what, row.medianMilliseconds / 1000, "s", .below(seconds))
        }
    }
}
