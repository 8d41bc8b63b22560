extension Case {
    /// How large the program is, with and without what only debuggers read.
    static let binarySize = Case(name: "size", title: "size of the program", runs: 1) {
        section,
        workshop throws(BenchFailure) in
        let program = ".build/release/tessera"
        section.conclude("as it is built", Double(try size(of: program)) / 1_000_000, "MB")
        guard let strip = installedProgram("strip") ?? installedProgram("llvm-strip") else {
            section.notes.append("not measured without its symbols: apt-get install binutils")
            return
        }
        let stripped = "\(workshop.folder)/tessera"
        _ = try ProcessRun([strip, "-o", stripped, program], errors: "\(workshop.folder)/errors.txt")
        section.conclude("stripped", Double(try size(of: stripped)) / 1_000_000, "MB", .atMost(20))
    }
}
