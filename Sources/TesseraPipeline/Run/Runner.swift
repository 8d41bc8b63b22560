import FileSystem
import Logging
public import TesseraModel

/// Converts many documents, in parallel and in order.
public struct Runner: Sendable {
    /// How a run goes about its work.
    public struct Options: Sendable {
        /// Documents under way at once, at least 1.
        public var jobs: Int
        /// Bytes of memory that documents under way may need together, as far as their sizes tell; by default half of what
        /// the machine has.
        public var memory: Int
        /// Warnings fail a document.
        public var isStrict: Bool
        /// No document is begun after one has failed.
        public var failsFast: Bool
        /// Whether notes are told that the `report.json` of a dataset has.
        public var tellsNotes: Bool
        /// The folder to write to; nil to convert in memory only.
        public var output: OutputFolder?
        /// Where nothing is written: the path of the folder that would be, to see whether it could; nil not to look.
        public var trialOutput: String?
        /// What is remembered of earlier runs.
        public var cache: CacheUse
        /// The program that converts several documents in processes of its own; nil to convert in this process, where the
        /// limits of time and memory for a document do not hold.
        public var workers: WorkerProgram?
        /// Asked before a document is begun: whether the user has interrupted the run.
        public var isInterrupted: @Sendable () -> Bool

        public init(
            jobs: Int = 1,
            memory: Int? = nil,
            isStrict: Bool = false,
            failsFast: Bool = false,
            tellsNotes: Bool = true,
            output: OutputFolder? = nil,
            trialOutput: String? = nil,
            cache: CacheUse = .none,
            workers: WorkerProgram? = nil,
            isInterrupted: @escaping @Sendable () -> Bool = { false }
        ) {
            // More than a machine has, and no overflow where it is multiplied.
            self.jobs = min(max(1, jobs), 1_024)
            self.memory = memory ?? FileSystem.physicalMemory / 2
            self.isStrict = isStrict
            self.failsFast = failsFast
            self.tellsNotes = tellsNotes
            self.output = output
            self.trialOutput = trialOutput
            self.cache = cache
            self.workers = workers
            self.isInterrupted = isInterrupted
        }
    }

    /// What a run does with what earlier runs have found out; it is kept in the output folder.
    public enum CacheUse: Sendable {
        /// Every document is converted, and nothing is noted.
        case none
        /// Documents that have not changed are not read again.
        case all
        /// The same but for those that failed.
        case allButFailed
    }

    let converter: Converter
    let options: Options

    public init(_ converter: Converter, _ options: Options) {
        self.converter = converter
        self.options = options
    }

    /// Converts documents and tells what becomes of them, in their order, each as soon as those before it are done: what
    /// is finished is kept when a run is interrupted.
    /// - Parameters:
    ///   - sources: the documents.
    ///   - observe: called with what happens, as it happens, always by the caller's thread.
    /// - Returns: what there is to say about the run as a whole.
    /// - Throws: ``SetUpFailure`` where the processes that convert cannot work; what was finished is kept.
    public nonisolated(nonsending) func run(
        _ sources: [SourcePath],
        _ observe: (RunEvent) -> Void
    ) async throws(SetUpFailure) -> [Diagnostic] {
        let logger = converter.pipelines.logger
        logger.info("run begun", metadata: ["documents": "\(sources.count)", "jobs": "\(options.jobs)"])
        let run = Run(sources, self)
        if run.isForThisThread {
            run.convertHere(ConversionDesk(converter, options), observe)
        } else if let program = options.workers {
            try run.convertInWorkers(program, converter, observe)
        } else {
            await run.convertInTasks(ConversionDesk(converter, options), observe)
        }
        let diagnostics = run.end(observe)
        logger.info("run ended", metadata: ["documents": "\(sources.count)"])
        return diagnostics
    }

    /// Converts documents.
    /// - Returns: one outcome a document, in their order.
    /// - Throws: ``SetUpFailure`` as ``run(_:_:)`` does.
    public nonisolated(nonsending) func outcomes(of sources: [SourcePath]) async throws(SetUpFailure) -> [RunOutcome] {
        var outcomes: [RunOutcome] = []
        _ = try await run(sources) { event in
            if case .finished(_, let outcome) = event { outcomes.append(outcome) }
        }
        return outcomes
    }
}
