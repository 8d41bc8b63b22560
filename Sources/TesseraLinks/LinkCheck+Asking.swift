import FileSystem
public import TesseraModel

extension LinkCheck {
    /// Asks for all that is still to be found out, and keeps each answer at once.
    ///
    /// - Parameters:
    ///   - state: What is known; it is completed.
    ///   - transport: What carries the requests.
    ///   - log: Where it is reported that the cache cannot be written.
    ///   - isInterrupted: Asked again and again: whether to stop at once.
    ///   - advance: Called whenever something was found out.
    /// - Returns: Whether all was asked for.
    public func ask(
        _ state: inout LinkCheckState,
        over transport: any Transport,
        log: inout DiagnosticLog,
        isInterrupted: () -> Bool = { false },
        advance: @escaping () -> Void = {}
    ) -> Bool {
        var settings = RequestScheduler.Settings()
        settings.jobs = options.jobs
        settings.pause = options.pause
        settings.retries = options.retries
        if let archive = options.archive, let host = WebAddress(archive)?.host {
            settings.pauses[host] = options.archivePause
        }
        let scheduler = RequestScheduler(settings, transport: transport, clock: clock, generator: generator)
        let pending = state.errands
        let errands: [any Errand] = pending.map { errand in
            switch errand {
            case .link(let errand): errand
            case .copy(_, let errand): errand
            }
        }
        var failure: FileFailure?
        var found: [Int: Finding] = [:]
        let isComplete = scheduler.run(errands, isInterrupted: isInterrupted) { number, finding in
            found[number] = finding
            do throws(FileFailure) {
                try keep(finding, of: pending[number])
            } catch {
                failure = failure ?? error
            }
            advance()
        }
        for (number, finding) in found {
            switch (pending[number], finding) {
            case (.link, .link(let outcome)): state.links[outcome.url] = outcome
            case (.copy(let request, _), .copy(let copy)): state.copies[request] = copy
            // An errand finds what it is about.
            default: preconditionFailure("an errand came back with another's finding")
            }
        }
        state.errands = pending.indices.filter { found[$0] == nil }.map { pending[$0] }
        if let failure { log.append(.unwritableCache(failure)) }
        return isComplete
    }

    private func keep(_ finding: Finding, of errand: LinkCheckState.Pending) throws(FileFailure) {
        switch (errand, finding) {
        case (.copy(let request, _), .copy(let copy)): try cache.keep(copy, of: request)
        case (_, .link(let outcome)): try cache.keep(outcome)
        case (.link, .copy): break
        }
    }
}

extension LinkCheck.Checked {
    /// Writes `link_status.csv` into the dataset's folder.
    ///
    /// - Throws: `DocumentFailure` where it cannot be written; the old one is untouched then.
    public func write() throws(DocumentFailure) {
        do {
            try LinkStatusTable.write(results, into: dataset.folder)
        } catch {
            throw DocumentFailure(.unwritableLinkStatus(error))
        }
    }
}

extension Diagnostic {
    fileprivate static func unwritableCache(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "unwritable-cache",
            .warning,
            "what was found out cannot be kept for the next time: \(failure)",
            suggestion: "choose another folder with --cache"
        )
    }

    fileprivate static func unwritableLinkStatus(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "unwritable-link-status",
            .error,
            "the status of the links could not be written: \(failure)",
            suggestion: "free some space or check the permissions; the former link_status.csv is untouched"
        )
    }
}
