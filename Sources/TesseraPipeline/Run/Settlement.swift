import LibSQLite
import TesseraModel

/// Decides what becomes of conversions, in the order of the documents, and puts their datasets in their places, many at
/// a time.
struct Settlement {
    private struct Waiting {
        var index: Int
        var outcome: RunOutcome
        var staged: StagedDataset?
        /// What is remembered of the document: the conversion before others were looked at, and the stamp of its source.
        var memory: (conversion: Conversion, stamp: SourceStamp)?
    }

    private let options: Runner.Options
    private var cache: ConversionCache?
    /// What each dataset of the run was made from.
    private var sources: [String: SourcePath] = [:]
    private var waiting: [Waiting] = []
    private var waitsSince: ContinuousClock.Instant?
    /// Whether no further document counts.
    private(set) var isCutShort = false
    /// What there is to say about the run as a whole.
    private(set) var diagnostics: [Diagnostic] = []

    /// Datasets that wait to be put in their places together: more save little time, and cost more where a run is killed.
    private static let batch = 64
    private static let longestWait = Duration.seconds(1)

    init(_ runner: Runner) {
        options = runner.options
        cache = ConversionCache.opened(for: runner, &diagnostics)
    }

    /// What an earlier run found out about a document, where that still holds.
    /// - Parameter claimed: the datasets of the documents before it, as far as they are known.
    func remembered(_ source: SourcePath, _ stamp: SourceStamp?, _ claimed: inout Set<String>) -> Conversion? {
        guard let stamp, let (conversion, isInPlace) = cache?.outcome(of: source, stamp) else { return nil }
        guard conversion.isSound(strict: options.isStrict), let dataset = conversion.dataset else { return conversion }
        // A dataset that was never put in its place must be made, unless it is in another's way again.
        guard isInPlace || claimed.contains(dataset) else { return nil }
        claimed.insert(dataset)
        return conversion
    }

    /// Takes the next conversion in the order of the documents.
    /// - Parameters:
    ///   - index: the number of the document.
    ///   - stamp: that of the source before it was read; nil for what is not to be remembered.
    ///   - isRemembered: whether it comes from an earlier run.
    mutating func settle(
        _ index: Int,
        _ conversion: Conversion,
        stamp: SourceStamp?,
        isRemembered: Bool = false,
        _ observe: (RunEvent) -> Void
    ) {
        var conversion = conversion
        let staged = conversion.staged
        tell(unkept: &conversion)
        let asConverted = conversion
        var outcome: RunOutcome
        if conversion.isSound(strict: options.isStrict), let dataset = conversion.dataset {
            if let twin = sources[dataset] {
                conversion.diagnostics.append(.sameReport(dataset, twin, conversion.source))
                outcome = RunOutcome(conversion, status: .failed)
            } else {
                sources[dataset] = conversion.source
                outcome = RunOutcome(conversion, status: isRemembered ? .unchanged : .converted)
            }
        } else {
            if conversion.isSound() { conversion.diagnostics.append(.strictWarnings) }
            outcome = RunOutcome(conversion, status: .failed)
        }
        outcome.isRemembered = isRemembered
        noteInterrupt()
        if options.failsFast, outcome.status == .failed { isCutShort = true }
        if outcome.status == .failed, let staged { options.output?.discard(staged) }
        if waitsSince == nil { waitsSince = .now }
        var entry = Waiting(index: index, outcome: outcome, staged: outcome.status == .failed ? nil : staged)
        if !isRemembered, let stamp { entry.memory = (asConverted, stamp) }
        waiting.append(entry)
        // Who stops at the first failure wants to know at once whether a dataset could be written.
        if waiting.count >= Settlement.batch || options.failsFast { finish(observe) }
    }

    /// Each process tells once that it cannot keep what it reads, and the run once for all of them.
    private mutating func tell(unkept conversion: inout Conversion) {
        guard let unkept = conversion.unkept else { return }
        conversion.unkept = nil
        if !diagnostics.contains(where: { $0.id == unkept.id }) { diagnostics.append(unkept) }
    }

    /// Looks whether the user has interrupted the run.
    mutating func noteInterrupt() {
        if options.isInterrupted() { isCutShort = true }
    }

    /// Puts in their places what has waited long enough.
    mutating func finishOverdue(_ observe: (RunEvent) -> Void) {
        if let waitsSince, .now - waitsSince > Settlement.longestWait { finish(observe) }
    }

    /// Puts in their places all that waits, and tells what became of it.
    mutating func finish(_ observe: (RunEvent) -> Void) {
        waitsSince = nil
        let staged = waiting.compactMap(\.staged)
        var results = (options.output?.publish(staged) ?? [])[...]
        for var entry in waiting {
            if entry.staged != nil, let result = results.popFirst() { take(result, &entry) }
            if var memory = entry.memory {
                if entry.outcome.status == .failed { memory.conversion.staged = nil }
                cache?.remember(memory.conversion, memory.stamp)
            }
            entry.outcome.conversion.staged = nil
            observe(.finished(entry.index, entry.outcome))
        }
        waiting = []
        do {
            try cache?.save()
        } catch {
            giveUpCache(error.description)
        }
    }

    private mutating func take(_ result: OutputFolder.Result, _ entry: inout Waiting) {
        switch result {
        case .written: break
        case .unchanged: entry.outcome.status = .unchanged
        case .writtenLeaving(let folder): entry.outcome.conversion.diagnostics.append(.leftover(folder))
        case .failed(let failure):
            entry.outcome.status = .failed
            entry.outcome.conversion.diagnostics.append(failure.diagnostic)
            // It may go well the next time.
            entry.memory = nil
            if failure.endsRun || options.failsFast { isCutShort = true }
        }
    }

    /// Goes on without the cache: it saves time, and is no part of the outcome.
    private mutating func giveUpCache(_ reason: String) {
        cache = nil
        diagnostics.append(.unusableCache(reason))
    }

    /// Removes a dataset that lies ready and comes too late.
    func discard(_ conversion: Conversion) {
        if let staged = conversion.staged { options.output?.discard(staged) }
    }
}

extension Diagnostic {
    fileprivate static let strictWarnings = Diagnostic(
        "strict-warnings",
        .error,
        "the document has warnings, and --strict lets them fail it"
    )

    fileprivate static func sameReport(_ dataset: String, _ one: SourcePath, _ other: SourcePath) -> Diagnostic {
        Diagnostic(
            "same-report",
            .error,
            "'\(one.label)' and '\(other.label)' both give the dataset '\(dataset)'; it is that of the first",
            suggestion: "convert one of them, or put them into folders of their own; "
                + "'--name-by source' names datasets by the names of the files, without extensions"
        )
    }
}
