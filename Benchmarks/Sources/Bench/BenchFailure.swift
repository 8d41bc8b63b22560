/// What keeps a benchmark from being measured, in one line.
struct BenchFailure: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }
}
