import FileSystem
import TesseraPipeline

/// A bar that is drawn over itself on a terminal, with the documents that take long.
final class ProgressBar: ProgressDisplay {
    let printsDiagnostics = true
    private var pace: RunPace
    private var lastDrawing = 0
    private var isDrawn = false

    /// Milliseconds between two drawings.
    private static let pause = 100
    /// Milliseconds after which a document is called slow.
    private static let patience = 2_000
    private static let cells = 20

    init(total: Int) { pace = RunPace(total: total, start: FileSystem.steadyTime) }

    func show(_ event: RunEvent) {
        pace.take(event)
        let time = FileSystem.steadyTime
        guard time - lastDrawing >= ProgressBar.pause || (!isDrawn && lastDrawing == 0) else { return }
        lastDrawing = time
        // One column less: some terminals begin a new line when the last is filled.
        let line = ProgressBar.line(pace, at: time, width: FileSystem.terminalWidth(2) - 1)
        Terminal.error.write("\r\u{1B}[K\(line)")
        isDrawn = true
    }

    /// The line for a terminal of that width.
    static func line(_ pace: RunPace, at time: Int, width: Int) -> String {
        let filled = pace.total == 0 ? cells : pace.done * cells / pace.total
        let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: cells - filled)
        var line = "[\(bar)] \(pace.summary(at: time))"
        for slow in pace.slow(at: time, longerThan: patience).prefix(2) {
            line += "; \(slow.name.escapedForTerminals) \(((time - slow.since) / 1_000).asDuration)"
        }
        return line.fitting(columns: width)
    }

    func clear() {
        guard isDrawn else { return }
        Terminal.error.write("\r\u{1B}[K")
        isDrawn = false
    }

    func end(_ tally: RunTally, seconds: Double) { clear() }
}

extension String {
    /// As much as fits into so many columns of a terminal. Letters that may take two columns are counted as two.
    func fitting(columns: Int) -> String {
        var used = 0
        var text = ""
        for character in self {
            let width = character.unicodeScalars.allSatisfy { $0.value < 0x1100 } ? 1 : 2
            guard used + width <= columns else { break }
            used += width
            text.append(character)
        }
        return text
    }
}
