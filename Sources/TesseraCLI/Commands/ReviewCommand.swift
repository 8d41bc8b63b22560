import ArgumentParser
import FileSystem
import TesseraGoldens
import TesseraModel
import TesseraPipeline

struct ReviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Go through the differences that 'check' finds, and accept or reject each.",
        discussion: """
            Shows each cell, row, acronym and online resource that differs: old, new, and why. Only what is accepted
            is written. 'ledger.csv' in the output folder says who accepted what.

            On a terminal, a key is an answer; elsewhere, a line of standard input.

            Exit codes: 0 where nothing differs any more, 1 where something was rejected or left open or a document
            failed, 2 for wrong usage and where CI is set, 130 where it was interrupted.

            Examples:
              tessera review
              tessera review Input/ --accept-all
              tessera review --accept cells/II.2/laws --reject acronyms/GCA
            """
    )

    @OptionGroup var source: SourceOptions
    @OptionGroup var common: CommonOptions

    @Flag(help: "Accept all differences, also those rejected before, without asking.")
    var acceptAll = false

    @Option(
        help: ArgumentHelp("Accept a part by its name, without asking; may be given several times.", valueName: "part")
    )
    var accept: [String] = []

    @Option(
        help: ArgumentHelp("Reject a part by its name, without asking; may be given several times.", valueName: "part")
    )
    var reject: [String] = []

    @Flag(help: "Remove the datasets that no document gives any more, without asking.")
    var removeOrphans = false

    @Flag(help: "Ask again about what was rejected before.")
    var again = false

    func validate() throws {
        if acceptAll, !accept.isEmpty { throw ValidationError("--accept-all and --accept exclude each other") }
    }

    /// Whether nobody is asked.
    private var isSilent: Bool { acceptAll || removeOrphans || !accept.isEmpty || !reject.isEmpty }

    @MainActor func run() async throws {
        if let service = FileSystem.environment("CI"), !service.isEmpty {
            common.print([.reviewUnderCI], path: source.output)
            throw ExitCode.setUpFailed
        }
        let (converter, pipelines, sources) = try reportingSetUp(common) { () throws(SetUpFailure) in
            try source.prepare(formats: .present(in: source.output))
        }
        let output = try reportingSetUp(common) { () throws(SetUpFailure) in try OutputFolder(source.output) }
        let lock = try reportingSetUp(common) { () throws(SetUpFailure) in try OutputLock(output) }
        // Held until everything is written.
        defer { withExtendedLifetime(lock) {} }
        FileSystem.noteInterrupts()
        let outcomes = try await source.outcomes(converter, sources, common)
        if FileSystem.isInterrupted { throw ExitCode.interrupted }
        let orphans = try source.orphans(among: outcomes, common)
        let ledger = try reportingDocument { () throws(DocumentFailure) in try ReviewLedger(of: output) }
        var failed = 0
        var datasets: [ReviewedDataset] = []
        for outcome in outcomes {
            guard outcome.status != .failed else {
                common.print(outcome.conversion.diagnostics, path: outcome.conversion.source.file)
                failed += 1
                continue
            }
            do throws(DocumentFailure) {
                let dataset = try ReviewedDataset(outcome, output: output, ledger: ledger, asksAgain: again)
                if let dataset { datasets.append(dataset) }
            } catch {
                common.print([error.diagnostic], path: "\(source.output)/\(outcome.dataset ?? "")")
                failed += 1
            }
        }
        var session = ReviewSession(
            datasets.flatMap { dataset in
                dataset.units.map { ReviewSession.Item(dataset: dataset.dataset, unit: $0) }
            },
            rejectedBefore: datasets.flatMap { dataset in
                dataset.rejectedBefore.map { ReviewSession.Item(dataset: dataset.dataset, unit: $0) }
            }
        )
        var removed: [OrphanedDataset] = []
        var isInterrupted = false
        if isSilent {
            try decide(&session)
            if removeOrphans { removed = try orphans.filter { try hasSuccessor($0) } }
            if FileSystem.isInterrupted { throw ExitCode.interrupted }
        } else {
            let reasons = ReviewReasons(pipelines, limits: source.limits.values)
            var talk = ReviewTalk(common, reasons, datasets, orphans)
            isInterrupted = talk.run(&session)
            removed = talk.removed
        }
        let publication = ReviewPublication(
            to: output,
            pipelines: pipelines,
            ledger: ledger,
            reviewer: Self.reviewer,
            now: { Moment(milliseconds: FileSystem.timeOfDay) }
        )
        let writing = ReviewWriting(output: output, common: common, publication: publication)
        let result = writing.write(session, datasets, removing: removed)
        for orphan in orphans where !removed.contains(orphan) {
            common.print([orphan.diagnostic(isStrict: source.strict)], path: source.output)
        }
        common.say(result.summary(datasets, failed: failed))
        if isInterrupted { throw ExitCode.interrupted }
        if failed > 0 || result.hasFailed || result.isIncomplete(datasets) { throw ExitCode.documentFailed }
    }

    /// Whether what is left without a dataset has none to wait for: the one that takes its place is there, or there is none.
    private func hasSuccessor(_ orphan: OrphanedDataset) throws -> Bool {
        guard let successor = orphan.successor else { return true }
        do {
            return try FileSystem.kind(of: "\(source.output)/\(successor)") == .directory
        } catch {
            // What cannot be looked at is not known to be there.
            return false
        }
    }

    /// Who reviews: what the environment says, or else the user's own name.
    private static var reviewer: String {
        let name = FileSystem.environment("TESSERA_REVIEWER") ?? ""
        return name.isEmpty ? FileSystem.userName : name
    }

    /// Decides without asking.
    private func decide(_ session: inout ReviewSession) throws {
        if acceptAll { session.accept(Array(session.items.indices)) }
        for name in accept {
            for other in session.accept(try indices(of: name, in: session)) where !accept.contains(other) {
                common.say("'\(name)' needs '\(other)', which was rejected before: accepted with it")
            }
        }
        for name in reject { session.reject(try indices(of: name, in: session)) }
        for name in accept where !reject.contains(name) {
            let found = try indices(of: name, in: session)
            guard found.contains(where: { session.decisions[$0] == nil }) else { continue }
            throw ValidationError("'\(name)' cannot be accepted: it needs a part that is rejected")
        }
    }

    /// The parts of a name, which may leave out that it is that of a cell or a row.
    private func indices(of name: String, in session: ReviewSession) throws -> [Int] {
        let found = session.items.indices.filter { index in
            [name, "cells/\(name)", "rows/\(name)"].contains(session.items[index].unit.id)
        }
        guard found.isEmpty else { return found }
        if name == "source", !session.items.isEmpty {
            throw ValidationError("'source' is no part of its own here: it is accepted with the first other one")
        }
        let advice = mostSimilar(to: name, among: session.items.map(\.unit.id))
        throw ValidationError("no part '\(name)' differs\(advice)")
    }

    private func reportingDocument<Result>(_ body: () throws(DocumentFailure) -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            common.print([error.diagnostic], path: source.output)
            throw ExitCode.documentFailed
        }
    }
}

extension Diagnostic {
    fileprivate static let reviewUnderCI = Diagnostic(
        "review-under-ci",
        .error,
        "nothing is accepted where the variable CI is set: a person must look at what is accepted",
        suggestion: "use 'tessera check' here, and run 'tessera review' on a machine of your own"
    )
}
