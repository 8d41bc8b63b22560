import TesseraGoldens
import TesseraModel
import TesseraPipeline

/// Writes what was accepted, and says what became of it.
struct ReviewWriting {
    let output: OutputFolder
    let common: CommonOptions
    let publication: ReviewPublication

    /// What a review came to.
    struct Result {
        var accepted = 0
        var rejected = 0
        /// Rejected in an earlier review, and neither accepted nor rejected in this one.
        var silent = 0
        var removed = 0
        var hasFailed = false

        /// Whether something differs still.
        func isIncomplete(_ datasets: [ReviewedDataset]) -> Bool {
            accepted < datasets.reduce(0) { $0 + $1.count }
        }

        func summary(_ datasets: [ReviewedDataset], failed: Int) -> String {
            let all = datasets.reduce(0) { $0 + $1.count }
            var parts: [String] = []
            if all == 0 { parts.append("nothing to review") }
            if all > 0 { parts.append("\(accepted) of \(all.counting("difference")) accepted") }
            if rejected > 0 { parts.append("\(rejected) rejected") }
            let open = all - accepted - rejected
            if silent > 0 { parts.append("\(silent) rejected before; --again asks about them") }
            if open - silent > 0 { parts.append("\(open - silent) open") }
            if removed > 0 { parts.append("\(removed.counting("dataset")) removed") }
            if failed > 0 { parts.append("\(failed.counting("document")) failed") }
            return parts.joined(separator: ", ")
        }
    }

    /// Writes the datasets of which something was accepted, one by one: a failure of one does not keep the others.
    func write(
        _ session: ReviewSession,
        _ datasets: [ReviewedDataset],
        removing orphans: [OrphanedDataset]
    ) -> Result {
        var publication = publication
        var result = Result()
        var hasChanged = false
        for dataset in datasets {
            let accepted = session.accepted(of: dataset.dataset)
            let rejected = session.rejected(of: dataset.dataset)
            do {
                let published = try publication.publish(dataset, accepted: accepted, rejected: rejected)
                let taken = dataset.comparison.closure(of: accepted)
                result.accepted += dataset.count(among: taken)
                result.rejected += rejected.subtracting(taken).count
                result.silent += dataset.rejectedBefore.count { !taken.contains($0.id) && !rejected.contains($0.id) }
                if published != nil { hasChanged = true }
                if case .writtenLeaving(let folder) = published { tell([.leftover(folder)]) }
            } catch {
                common.print([error.diagnostic], path: "\(output.path)/\(dataset.dataset)")
                result.hasFailed = true
            }
        }
        for orphan in orphans {
            do {
                if let leftover = try publication.remove(orphan) { tell([.leftover(leftover)]) }
                result.removed += 1
                hasChanged = true
            } catch {
                common.print([error.diagnostic], path: "\(output.path)/\(orphan.dataset)")
                result.hasFailed = true
            }
        }
        if hasChanged { updateCatalog(&result) }
        return result
    }

    private func updateCatalog(_ result: inout Result) {
        do {
            for omission in try output.updateCatalog() { common.print([omission.diagnostic], path: omission.path) }
        } catch {
            common.print(error)
            result.hasFailed = true
        }
    }

    private func tell(_ diagnostics: [Diagnostic]) { common.print(diagnostics, path: output.path) }
}
