import ChildProcess
import TesseraModel

/// The program that converts documents for a run, in processes of its own.
///
/// A document that takes too long, takes too much memory or makes the program crash costs one of these processes and
/// nothing else, and processes share no memory that two processors would have to agree about.
public struct WorkerProgram: Sendable {
    /// Path of the program.
    public var path: String
    /// What makes it carry out ``Errands`` with the converter and options of the run.
    public var arguments: [String]

    public init(_ path: String, _ arguments: [String]) {
        self.path = path
        self.arguments = arguments
    }
}

/// Processes at work on the documents of a run. One thread hands out documents and waits for all processes at once.
final class WorkerPool {
    /// What became of a document that a process has worked on.
    struct Answer {
        var index: Int
        var conversion: Conversion
    }

    private struct Errand {
        var index: Int
        var source: SourcePath
        var begun: ContinuousClock.Instant
        /// Whether another process has ended over it, killed by somebody else.
        var isSecondTry: Bool
    }

    private final class Worker {
        let process: LineProcess
        var errand: Errand?
        var isReady = false

        init(_ process: LineProcess) { self.process = process }
    }

    private let program: WorkerProgram
    private let greeting: String
    private let limits: ReadingLimits
    private var workers: [Worker] = []
    /// Errands of processes that were killed by somebody else.
    private var again: [Errand] = []

    /// A process that has grown beyond this many bytes is replaced: memory is not given back to the system for sure.
    private static let largestIdle = 512 << 20

    /// - Parameter greeting: what a process says that has the same pipelines and options.
    init(_ program: WorkerProgram, greeting: String, limits: ReadingLimits) {
        self.program = program
        self.greeting = greeting
        self.limits = limits
    }

    /// Sends a document to a process that has nothing to do, or to a new one.
    /// - Throws: ``SetUpFailure`` where no process can be started.
    func begin(_ index: Int, _ source: SourcePath) throws(SetUpFailure) {
        try send(Errand(index: index, source: source, begun: .now, isSecondTry: false))
    }

    private func send(_ errand: Errand) throws(SetUpFailure) {
        let line = errand.source.json.line()
        while let worker = workers.first(where: { $0.errand == nil }) {
            if worker.process.send(line) {
                worker.errand = errand
                return
            }
            // It has ended while it had nothing to do: the document is not to blame.
            remove(worker)
        }
        do {
            let worker = Worker(try LineProcess(program.path, program.arguments, name: "a process that converts"))
            worker.errand = errand
            workers.append(worker)
            // Where it does not read, it has ended: that shows when its answer is waited for.
            _ = worker.process.send(line)
        } catch {
            throw SetUpFailure(program.path, .brokenWorker(error.description))
        }
    }

    /// Waits for answers, and for a while at most.
    /// - Returns: what has become of documents, those included that no process could convert.
    /// - Throws: ``SetUpFailure`` where a process cannot be started, or has other pipelines.
    func answers(milliseconds: Int) throws(SetUpFailure) -> [Answer] {
        let errands = again
        again = []
        for errand in errands { try send(errand) }
        LineProcess.wait(for: workers.filter { $0.errand != nil }.map(\.process), milliseconds: milliseconds)
        var answers: [Answer] = []
        for worker in workers {
            guard let errand = worker.errand else { continue }
            if let conversion = try conversion(from: worker, errand) {
                worker.errand = nil
                answers.append(Answer(index: errand.index, conversion: conversion))
            }
        }
        return answers
    }

    private func conversion(from worker: Worker, _ errand: Errand) throws(SetUpFailure) -> Conversion? {
        while true {
            switch worker.process.receive() {
            case .line(let line):
                guard worker.isReady else {
                    try greet(worker, line)
                    continue
                }
                if worker.process.memory > WorkerPool.largestIdle { remove(worker) }
                return self.conversion(line, errand)
            case .ended: return try replaced(worker, errand)
            case .none: return overLimit(worker, errand)
            }
        }
    }

    private func greet(_ worker: Worker, _ line: [UInt8]) throws(SetUpFailure) {
        do {
            guard try JSONCursor(JSONParser.parse(line)).string("ready") == greeting else {
                throw SetUpFailure(program.path, .changedPipelines)
            }
            worker.isReady = true
        } catch let failure as SetUpFailure {
            throw failure
        } catch {
            throw SetUpFailure(program.path, .brokenWorker("it says what nobody expects: \(error)"))
        }
    }

    private func conversion(_ line: [UInt8], _ errand: Errand) -> Conversion {
        do {
            return try Conversion(source: errand.source, record: JSONCursor(JSONParser.parse(line)))
        } catch {
            return failed(errand, .crashed("its answer cannot be read: \(error)"))
        }
    }

    /// What becomes of the document of a process that has ended.
    private func replaced(_ worker: Worker, _ errand: Errand) throws(SetUpFailure) -> Conversion? {
        let ending = worker.process.end()
        remove(worker)
        guard worker.isReady else {
            // It has not come to the document: what is wrong is wrong for all.
            throw SetUpFailure(program.path, .brokenWorker(ending.description))
        }
        // Somebody else has killed it, as the system does where memory is short: the document may be innocent.
        if ending.kind == .signal(9), !errand.isSecondTry {
            worker.errand = nil
            var errand = errand
            errand.isSecondTry = true
            again.append(errand)
            return nil
        }
        return failed(errand, .crashed(ending.description))
    }

    /// What becomes of a document that has taken too much.
    private func overLimit(_ worker: Worker, _ errand: Errand) -> Conversion? {
        let seconds = (ContinuousClock.now - errand.begun) / .seconds(1)
        var diagnostic: Diagnostic?
        if seconds > Double(limits[.documentTime]) {
            diagnostic = .limitExceeded(.documentTime, "converting it takes too many seconds", limits: limits)
        } else if worker.process.memory > limits[.documentMemory] {
            diagnostic = .limitExceeded(.documentMemory, "converting it takes too much memory", limits: limits)
        }
        guard let diagnostic else { return nil }
        remove(worker)
        return failed(errand, diagnostic)
    }

    private func failed(_ errand: Errand, _ diagnostic: Diagnostic) -> Conversion {
        var conversion = Conversion(source: errand.source)
        conversion.diagnostics = [diagnostic]
        return conversion
    }

    private func remove(_ worker: Worker) { workers.removeAll { $0 === worker } }

    /// Number of documents that processes are at work on.
    var underWay: Int { workers.count { $0.errand != nil } + again.count }
}

extension Diagnostic {
    fileprivate static func brokenWorker(_ reason: String) -> Diagnostic {
        Diagnostic(
            "broken-worker",
            .error,
            "the processes that convert documents cannot work: \(reason)",
            suggestion: "convert the documents one by one to see more, or report this"
        )
    }

    fileprivate static let changedPipelines = Diagnostic(
        "changed-pipelines",
        .error,
        "the pipeline files, or the program, have changed while documents were converted",
        suggestion: "run again: it goes on where this run has stopped"
    )

    /// A document on which the program has crashed.
    fileprivate static func crashed(_ how: String) -> Diagnostic {
        Diagnostic(
            "program-crashed",
            .error,
            "the program crashed on this document, which is a fault of the program: \(how)",
            suggestion: "report it with the document; the others are not affected"
        )
    }
}
