import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

/// How people or programs follow a run.
enum ProgressStyle: String, ExpressibleByArgument, CaseIterable {
    /// A bar on a terminal, lines now and then otherwise.
    case auto
    case bar, plain, json, none
}

/// Shows on standard error how a run goes on.
protocol ProgressDisplay: AnyObject {
    /// Whether diagnostics are printed as lines of their own.
    var printsDiagnostics: Bool { get }
    func show(_ event: RunEvent)
    /// Makes room for something else on standard error.
    func clear()
    func end(_ tally: RunTally, seconds: Double)
}

extension ProgressStyle {
    /// Documents from which on a log has lines about the progress.
    private static let many = 100

    /// - Parameters:
    ///   - total: number of documents.
    ///   - common: without `quiet`, there is something to see.
    func display(total: Int, _ common: CommonOptions) -> any ProgressDisplay {
        switch self {
        case .json: ProgressEvents(total: total)
        case .none: NoProgress()
        case _ where common.quiet: NoProgress()
        case .bar: ProgressBar(total: total)
        case .plain: ProgressLines(total: total, common)
        // One document is done before one could read about it.
        case .auto where Terminal.error.isTerminal: total < 2 ? NoProgress() : ProgressBar(total: total)
        case .auto: total < ProgressStyle.many ? NoProgress() : ProgressLines(total: total, common)
        }
    }
}

/// Nothing to see.
final class NoProgress: ProgressDisplay {
    let printsDiagnostics = true
    func show(_ event: RunEvent) {}
    func clear() {}
    func end(_ tally: RunTally, seconds: Double) {}
}

/// A line now and then, for logs.
final class ProgressLines: ProgressDisplay {
    let printsDiagnostics = true
    private let common: CommonOptions
    private var pace: RunPace
    private var last: Int

    /// Milliseconds between two lines: a run that is shorter has none.
    private static let pause = 10_000

    init(total: Int, _ common: CommonOptions) {
        self.common = common
        last = FileSystem.steadyTime
        pace = RunPace(total: total, start: last)
    }

    func show(_ event: RunEvent) {
        pace.take(event)
        let time = FileSystem.steadyTime
        guard time - last >= ProgressLines.pause, pace.done < pace.total else { return }
        last = time
        common.say(pace.summary(at: time))
    }

    func clear() {}
    func end(_ tally: RunTally, seconds: Double) {}
}

extension RunPace {
    mutating func take(_ event: RunEvent) {
        switch event {
        case .began(let index, let source): begin(index, source.label, at: FileSystem.steadyTime)
        case .ended(let index): end(index)
        case .finished(_, let outcome): finish(isRemembered: outcome.isRemembered)
        case .tick: break
        }
    }

    /// `1200 of 10000 documents, 12 %, 35.2 a second, 4:10 left`.
    func summary(at time: Int) -> String {
        var parts = ["\(done) of \(total) documents", "\(total == 0 ? 100 : done * 100 / total) %"]
        if let rate = rate(at: time) { parts.append("\(rate.tenths) a second") }
        if let left = secondsLeft(at: time), done < total { parts.append("\(left.asDuration) left") }
        return parts.joined(separator: ", ")
    }
}

extension Double {
    /// With one digit behind the point.
    var tenths: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}
