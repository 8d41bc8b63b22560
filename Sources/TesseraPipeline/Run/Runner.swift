import TesseraModel

/// Converts many documents, in parallel and in order.
public struct Runner: Sendable {
    /// How a run goes about its work.
    public struct Options: Sendable {
        /// Documents under way at once, at least 1.
        public var jobs: Int
        /// Warnings fail a document.
        public var isStrict: Bool
        /// No document is begun after one has failed.
        public var failsFast: Bool
        /// The folder to write to; nil to convert in memory only.
        public var output: OutputFolder?
        /// Where nothing is written: the path of the folder that would be, to see whether it could; nil not to look.
        public var trialOutput: String?
        /// Asked before a document is begun: whether the user has interrupted the run.
        public var isInterrupted: @Sendable () -> Bool

        public init(
            jobs: Int = 1,
            isStrict: Bool = false,
            failsFast: Bool = false,
            output: OutputFolder? = nil,
            trialOutput: String? = nil,
            isInterrupted: @escaping @Sendable () -> Bool = { false }
        ) {
            // More than a machine has, and no overflow where it is multiplied.
            self.jobs = min(max(1, jobs), 1_024)
            self.isStrict = isStrict
            self.failsFast = failsFast
            self.output = output
            self.trialOutput = trialOutput
            self.isInterrupted = isInterrupted
        }
    }

    private let converter: Converter
    private let options: Options

    public init(_ converter: Converter, _ options: Options) {
        self.converter = converter
        self.options = options
    }

    /// Converts documents and hands over the outcomes in the order of the sources, each as soon as those before it
    /// are done: what is finished is kept when a run is interrupted.
    /// - Parameters:
    ///   - sources: the documents.
    ///   - observe: called with what happens, as it happens.
    /// - Returns: one outcome a source.
    public nonisolated(nonsending) func run(
        _ sources: [SourcePath],
        _ observe: (RunEvent) -> Void = { _ in }
    ) async -> [RunOutcome] {
        var waiting: [Int: Conversion] = [:]
        var outcomes: [RunOutcome] = []
        var names: [String: SourcePath] = [:]
        var isCutShort = false
        if sources.count == 1 {
            // On this thread: for one document, another costs more than it gives.
            observe(.began(0, sources[0]))
            let conversion = converter.convert(sources[0])
            observe(.ended(0))
            let outcome = finish(conversion, &names)
            observe(.finished(0, outcome))
            return [outcome]
        }
        await withTaskGroup(of: (Int, Conversion).self) { group in
            var begun = 0
            var underWay = 0
            func beginMore() {
                // Finished documents that wait for a slow one before them are held in memory, so there is a limit.
                while underWay < options.jobs, waiting.count < 4 * options.jobs, begun < sources.count, !isCutShort {
                    let index = begun
                    begun += 1
                    underWay += 1
                    observe(.began(index, sources[index]))
                    group.addTask { [converter] in (index, converter.convert(sources[index])) }
                }
            }
            beginMore()
            while let (index, conversion) = await group.next() {
                underWay -= 1
                observe(.ended(index))
                waiting[index] = conversion
                // What was under way behind a failure is dropped, so that the outcome does not depend on the jobs.
                while !isCutShort, let next = waiting.removeValue(forKey: outcomes.count) {
                    let outcome = finish(next, &names)
                    observe(.finished(outcomes.count, outcome))
                    outcomes.append(outcome)
                    isCutShort = (options.failsFast && outcome.status == .failed) || options.isInterrupted()
                }
                beginMore()
            }
        }
        for index in outcomes.count..<sources.count {
            let outcome = RunOutcome(Conversion(source: sources[index]), status: .skipped)
            observe(.finished(index, outcome))
            outcomes.append(outcome)
        }
        return outcomes
    }

    /// Decides what becomes of a conversion, and writes its dataset.
    private func finish(_ conversion: Conversion, _ names: inout [String: SourcePath]) -> RunOutcome {
        var conversion = conversion
        guard conversion.isSound(strict: options.isStrict), let id = conversion.reportID else {
            if conversion.isSound() { conversion.diagnostics.append(.strictWarnings) }
            return RunOutcome(conversion, status: .failed)
        }
        if let twin = names[id] {
            conversion.diagnostics.append(.sameReport(id, twin, conversion.source))
            return RunOutcome(conversion, status: .failed)
        }
        names[id] = conversion.source
        do {
            guard let output = options.output else {
                if let folder = options.trialOutput { try OutputFolder.check(folder, for: conversion.files, as: id) }
                return RunOutcome(conversion, status: .converted)
            }
            let result = try output.write(conversion.files, as: id, version: conversion.version)
            // Written is written: a run over many documents must not hold all of them.
            conversion.files = []
            if case .writtenLeaving(let folder) = result { conversion.diagnostics.append(.leftover(folder)) }
            return RunOutcome(conversion, status: result == .unchanged ? .unchanged : .converted)
        } catch {
            conversion.diagnostics.append(error.diagnostic)
            return RunOutcome(conversion, status: .failed)
        }
    }
}

extension Diagnostic {
    fileprivate static let strictWarnings = Diagnostic(
        "strict-warnings",
        .error,
        "the document has warnings, and --strict lets them fail it"
    )

    fileprivate static func sameReport(_ id: String, _ one: SourcePath, _ other: SourcePath) -> Diagnostic {
        Diagnostic(
            "same-report",
            .error,
            "'\(one.name)' and '\(other.name)' are both the report '\(id)'; the dataset is that of the first",
            suggestion: "convert one of them, or name the datasets by their sources with '--name-by source'"
        )
    }
}
