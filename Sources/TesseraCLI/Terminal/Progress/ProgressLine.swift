/// The number of documents done, drawn over itself on a terminal and nowhere else.
final class ProgressLine {
    private let total: Int
    private let isShown: Bool
    private var done = 0
    private var isDrawn = false

    init(total: Int, isShown: Bool) {
        self.total = total
        self.isShown = isShown && Terminal.error.isTerminal
    }

    func advance() {
        done += 1
        guard isShown else { return }
        Terminal.error.write("\r\u{1B}[K\(done) of \(total)")
        isDrawn = true
    }

    /// Removes the line, so that something else can be printed.
    func clear() {
        guard isDrawn else { return }
        Terminal.error.write("\r\u{1B}[K")
        isDrawn = false
    }
}
