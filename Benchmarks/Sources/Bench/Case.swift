/// Something to measure, which makes one section of the results.
struct Case: Sendable {
    /// Which processors the programs may use.
    enum Cores: Sendable {
        case one, all
    }

    /// Where a case works, and how often.
    struct Workshop: Sendable {
        /// A folder that is there and belongs to this case.
        let folder: String
        /// How many runs count.
        let runs: Int
    }

    /// What `--only` calls it.
    let name: String
    let title: String
    var cores = Cores.one
    /// How many runs count.
    var runs = 5
    /// Measures, and writes into the section what came out.
    let measure: @Sendable (_ section: inout Section, _ workshop: Workshop) throws(BenchFailure) -> Void

    /// - Parameters:
    ///   - scratch: a folder that takes a folder of this case.
    ///   - runs: how many runs count; nil for as many as the case says.
    func section(scratch: String, runs: Int?) -> Section {
        let folder = "\(scratch)/\(name)"
        let processors = cores == .one ? Affinity.one : Affinity.all
        var section = Section(name: name, title: title, cores: processors.count)
        do {
            try processors.take()
            try makeFolder(folder)
            try measure(&section, Workshop(folder: folder, runs: runs ?? self.runs))
            // Some leave gigabytes.
            try remove(folder)
        } catch {
            section.failure = error.message
        }
        return section
    }
}

extension Case {
    /// Several ways to do the same, side by side.
    ///
    /// - Parameters:
    ///   - runs: how many runs count.
    ///   - contestants: the ways; none where something is missing. They may write into the folder that they are given.
    ///   - conclude: says what the rows mean, which are in the order of the contestants.
    static func comparison(
        _ name: String,
        _ title: String,
        runs: Int = 5,
        of contestants: @escaping @Sendable (_ folder: String) throws(BenchFailure) -> [Contestant],
        conclude: @escaping @Sendable (_ section: inout Section, _ folder: String) throws(BenchFailure) -> Void
    ) -> Case {
        Case(name: name, title: title, runs: runs) { section, workshop throws(BenchFailure) in
            let contestants = try contestants(workshop.folder)
            let measured = try Row.measure(contestants, runs: workshop.runs, folder: workshop.folder)
            section.rows = measured.rows
            section.notes += measured.notes
            try conclude(&section, workshop.folder)
        }
    }

    /// What another program measures and prints in Markdown.
    ///
    /// - Parameter command: that program and its arguments; nil where something is missing, of which `advice` tells. It
    ///   may write into the folder that it is given. Where it writes `results.json` there, that goes into the results.
    static func printed(
        _ name: String,
        _ title: String,
        advice: String = "",
        command: @escaping @Sendable (_ folder: String) throws(BenchFailure) -> [String]?
    ) -> Case {
        Case(name: name, title: title, cores: .all, runs: 1) { section, workshop throws(BenchFailure) in
            let folder = workshop.folder
            guard let command = try command(folder) else {
                section.notes.append("not measured; \(advice)")
                return
            }
            let output = "\(folder)/output.txt"
            _ = try ProcessRun(command, output: output, errors: "\(folder)/errors.txt")
            section.printed = try contents(of: output)
            if exists("\(folder)/results.json") { section.printedJSON = try contents(of: "\(folder)/results.json") }
        }
    }
}
