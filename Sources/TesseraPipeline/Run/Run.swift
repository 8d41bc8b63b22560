import FileSystem
import Logging
import TesseraModel

/// A run on its way: which documents are to be converted, and which are settled.
final class Run {
    private let sources: [SourcePath]
    private let options: Runner.Options
    private var stamps: [SourceStamp?] = []
    private var remembered: [Int: Conversion] = [:]
    private var schedule: Schedule
    private var settlement: Settlement
    /// The document that is settled next.
    private var next = 0

    init(_ sources: [SourcePath], _ runner: Runner) {
        self.sources = sources
        options = runner.options
        schedule = Schedule(jobs: options.jobs, memory: options.memory)
        settlement = Settlement(runner)
        var claimed = Set<String>()
        for (index, source) in sources.enumerated() {
            // Before the document is read: who changes it meanwhile is noticed the next time.
            let stamp = SourceStamp(of: source)
            stamps.append(stamp)
            if let conversion = settlement.remembered(source, stamp, &claimed) {
                remembered[index] = conversion
                runner.converter.pipelines.logger.debug("remembered", metadata: ["source": "\(source.label)"])
            } else {
                schedule.add(index, size: stamp?.size ?? 0)
            }
        }
    }

    /// Whether another process or thread would cost more than it gives.
    var isForThisThread: Bool { schedule.count <= 1 }

    /// Converts the documents one after the other, on this thread.
    func convertHere(_ desk: ConversionDesk, _ observe: (RunEvent) -> Void) {
        settleWhatIsDue(observe)
        while let index = begin(observe) { end(index, desk.convert(sources[index]), observe) }
    }

    /// Converts the documents in tasks of this process.
    nonisolated(nonsending) func convertInTasks(_ desk: ConversionDesk, _ observe: (RunEvent) -> Void) async {
        settleWhatIsDue(observe)
        await withTaskGroup(of: (Int, Conversion).self) { group in
            while true {
                while let index = begin(observe) {
                    let source = sources[index]
                    group.addTask { (index, desk.convert(source)) }
                }
                guard let (index, conversion) = await group.next() else { break }
                end(index, conversion, observe)
            }
        }
    }

    /// Converts the documents in processes of their own.
    func convertInWorkers(
        _ program: WorkerProgram,
        _ converter: Converter,
        _ observe: (RunEvent) -> Void
    ) throws(SetUpFailure) {
        let pool = WorkerPool(program, greeting: Errands.greeting(converter.keys), limits: converter.limits)
        settleWhatIsDue(observe)
        while !settlement.isCutShort {
            while let index = begin(observe) { try pool.begin(index, sources[index]) }
            guard pool.underWay > 0 else { break }
            for answer in try pool.answers(milliseconds: Run.tick) { end(answer.index, answer.conversion, observe) }
            settlement.noteInterrupt()
            settlement.finishOverdue(observe)
            observe(.tick)
        }
    }

    /// How long to wait for an answer before the clock is looked at, in milliseconds.
    private static let tick = 100

    private func begin(_ observe: (RunEvent) -> Void) -> Int? {
        // What was under way behind a failure is dropped, so that the outcome does not depend on the jobs.
        guard !settlement.isCutShort, let index = schedule.begin() else { return nil }
        observe(.began(index, sources[index]))
        return index
    }

    private func end(_ index: Int, _ conversion: Conversion, _ observe: (RunEvent) -> Void) {
        observe(.ended(index))
        schedule.end(index, conversion)
        settleWhatIsDue(observe)
    }

    private func settleWhatIsDue(_ observe: (RunEvent) -> Void) {
        while next < sources.count, !settlement.isCutShort {
            if let conversion = remembered.removeValue(forKey: next) {
                settlement.settle(next, conversion, stamp: nil, isRemembered: true, observe)
            } else if let conversion = schedule.take(next) {
                settlement.settle(next, conversion, stamp: stamps[next], observe)
            } else {
                return
            }
            next += 1
        }
    }

    /// Puts everything in its place, and tells which documents were left out.
    /// - Returns: what there is to say about the run as a whole.
    func end(_ observe: (RunEvent) -> Void) -> [Diagnostic] {
        settlement.finish(observe)
        for conversion in schedule.takeAll() { settlement.discard(conversion) }
        while next < sources.count {
            observe(.finished(next, RunOutcome(Conversion(source: sources[next]), status: .skipped)))
            next += 1
        }
        return settlement.diagnostics
    }
}
