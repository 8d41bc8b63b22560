import FileSystem
import TesseraModel
import TesseraPipeline

/// A JSON object a line on standard error, for programs: then nothing else is printed there.
final class ProgressEvents: ProgressDisplay {
    let printsDiagnostics = false
    private let total: Int

    init(total: Int) { self.total = total }

    func show(_ event: RunEvent) {
        guard let progress = RunProgress(event, total: total) else { return }
        Terminal.error.write(progress.json.line())
    }

    func clear() {}

    func end(_ tally: RunTally, seconds: Double) {
        Terminal.error.write(RunProgress(tally, seconds: seconds, total: total).json.line())
    }
}
