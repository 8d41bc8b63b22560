extension Benchmark {
    /// A program that does nothing, from this package: what any process costs on this machine.
    static let floor = Benchmark(name: "nothing, the floor", target: nil) { _ throws(BenchFailure) in
        try [siblingProgram("empty")]
    }
}
