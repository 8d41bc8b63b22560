/// One command line whose time and memory are measured, always as a whole process.
struct Benchmark: Sendable {
    /// What a result is held against.
    struct Target: Sendable {
        let milliseconds: Int
        let megabytes: Int
    }

    let name: String
    /// Nil where there is nothing to meet.
    let target: Target?
    /// The program and its arguments for one run.
    ///
    /// The run may write into the folder it is given, which does not exist yet and which no other run has.
    let command: @Sendable (_ folder: String) throws(BenchFailure) -> [String]
}
