public import TesseraModel
import TesseraPatterns
import TesseraStages

/// Which pipeline fits a document.
extension PipelineSet {
    /// A pipeline that does not fit.
    private struct NearMiss {
        var id: String
        /// The lines that it looks for in vain.
        var missing: [String]
        /// How many of its lines the document has.
        var found: Int
        /// The line of the document that is most like the first that is missing.
        var similar: Paragraph?
    }

    /// The pipeline whose headings the document has; of several, the one with the most.
    /// - Throws: ``TesseraModel/DocumentFailure`` where none fits, or two fit equally well.
    public func pipeline(for document: SourceDocument) throws(DocumentFailure) -> Pipeline {
        var fitting: [(pipeline: Pipeline, size: Int)] = []
        var misses: [NearMiss] = []
        for pipeline in pipelines {
            let wanted = pipeline.definition.effectiveMatch
            let missing = try missing(wanted, in: document).map(\.source)
            if missing.isEmpty {
                fitting.append((pipeline, wanted.count))
            } else {
                let found = wanted.count - missing.count
                misses.append(NearMiss(id: pipeline.definition.id, missing: missing, found: found))
            }
        }
        let most = fitting.map(\.size).max()
        let best = fitting.filter { $0.size == most }
        guard let first = best.first else {
            if let headless = try headlessPipeline(for: document) { return headless }
            throw DocumentFailure(noMatch(misses, in: document))
        }
        guard best.count == 1 else {
            throw DocumentFailure(.ambiguousPipeline(best.map(\.pipeline.definition.id)))
        }
        return first.pipeline
    }

    /// The pipeline whose labels a text has that has lost its headings, or some of them.
    private func headlessPipeline(for document: SourceDocument) throws(DocumentFailure) -> Pipeline? {
        var found: [(pipeline: Pipeline, labels: Int)] = []
        for pipeline in pipelines {
            guard let matrix = try HeadlessMatrix(document, pipeline.definition.matrix) else { continue }
            found.append((pipeline, matrix.labels))
        }
        let most = found.map(\.labels).max()
        let best = found.filter { $0.labels == most }
        return best.count == 1 ? best[0].pipeline : nil
    }

    /// Says which pipeline is the nearest: that with most of its lines, or with one that is nearly there.
    private func noMatch(_ misses: [NearMiss], in document: SourceDocument) -> Diagnostic {
        let misses = misses.map { miss in
            var miss = miss
            miss.similar = miss.missing.first.flatMap { similarLine(to: $0, in: document) }
            return miss
        }
        func nearness(_ miss: NearMiss) -> (Int, Int) {
            // In thousandths, for the first that is best must be the same on every machine.
            (1_000 * miss.found / (miss.found + miss.missing.count), miss.similar == nil ? 0 : 1)
        }
        guard let best = misses.map(nearness).max(by: <), let nearest = misses.first(where: { nearness($0) == best })
        else { return .noMatchingPipeline("", [], similar: nil) }
        if best == (0, 0), misses.count > 1 { return .nothingInCommon(misses.map { ($0.id, $0.missing[0]) }) }
        return .noMatchingPipeline(nearest.id, nearest.missing, similar: nearest.similar)
    }

    /// The line that differs from a heading by a few letters: a misspelling, more likely than not.
    private func similarLine(to heading: String, in document: SourceDocument) -> Paragraph? {
        let wanted = heading.lowercased()
        let limit = max(2, wanted.count / 4)
        let candidates = document.paragraphs.lazy
            .filter { abs($0.text.utf8.count - wanted.utf8.count) <= 2 * limit }
            .map { (paragraph: $0, distance: EditDistance.between($0.text.lowercased(), wanted)) }
        // Of a short word, more than half must be there.
        return candidates.filter { $0.distance <= limit && 2 * $0.distance < wanted.count }.min {
            $0.distance < $1.distance
        }?.paragraph
    }

    /// The patterns that no paragraph of the document is, and no cell either: a heading may take several lines.
    private func missing(_ wanted: [Pattern], in document: SourceDocument) throws(DocumentFailure) -> [Pattern] {
        var missing = try missing(wanted, in: document.paragraphs.lazy.map(\.text))
        if missing.isEmpty { return [] }
        missing = try self.missing(missing, in: document.printedHeadings)
        if document.hasUnmarkedCells { missing = try missingAnywhere(missing, in: document.paragraphs) }
        if missing.isEmpty { return [] }
        let cells = document.blocks.lazy.flatMap { block -> [TableCell] in
            if case .table(let table) = block { table.cells } else { [] }
        }
        let texts = cells.map(\.paragraphs).filter { $0.count > 1 }
            .map { $0.map(\.text).joined(separator: " ") }
        return try self.missing(missing, in: texts)
    }

    /// The longest line that may hold several headings, in bytes.
    private static let longestHeadingLine = 1_000

    /// The patterns that match no piece of a line: where nothing marks cells, several headings may share one.
    private func missingAnywhere(_ wanted: [Pattern], in paragraphs: [Paragraph]) throws(DocumentFailure) -> [Pattern] {
        var missing = wanted
        for paragraph in paragraphs where paragraph.text.utf8.count <= PipelineSet.longestHeadingLine {
            if missing.isEmpty { break }
            var rest: [Pattern] = []
            for pattern in missing where try pattern.match(paragraph.text, .anywhere) == nil { rest.append(pattern) }
            missing = rest
        }
        return missing
    }

    private func missing(_ wanted: [Pattern], in texts: some Sequence<String>) throws(DocumentFailure) -> [Pattern] {
        var missing = wanted
        for text in texts where !missing.isEmpty {
            // In place, for nearly no text is a heading: a list made anew for each costs twice what matching does.
            var index = 0
            while index < missing.count {
                if try missing[index].matches(text) { missing.remove(at: index) } else { index += 1 }
            }
        }
        return missing
    }
}

extension Diagnostic {
    /// - Parameters:
    ///   - nearest: the pipeline that fits best.
    ///   - missing: the lines that it looks for in vain.
    ///   - similar: the line of the document that is most like the first of them.
    fileprivate static func noMatchingPipeline(
        _ nearest: String,
        _ missing: [String],
        similar: Paragraph?
    ) -> Diagnostic {
        let search = "the nearest, '\(nearest)', looks in vain for the line '\(missing.first ?? "")'"
        return Diagnostic(
            "no-matching-pipeline",
            .error,
            "no pipeline fits the document: \(search)" + (similar.map { "; the most similar is '\($0.text)'" } ?? ""),
            at: similar?.place,
            notes: missing.dropFirst().map { "it also looks in vain for the line '\($0)'" },
            suggestion: similar == nil
                ? "write a pipeline file for it (README, 'A pipeline for your own report')"
                : "correct the heading in the pipeline file, or write another for this report"
        )
    }

    fileprivate static func nothingInCommon(_ wanted: [(pipeline: String, line: String)]) -> Diagnostic {
        Diagnostic(
            "no-matching-pipeline",
            .error,
            "no pipeline fits the document: it has none of the lines that the \(wanted.count) pipelines look for",
            notes: wanted.map { "'\($0.pipeline)' looks in vain for the line '\($0.line)'" },
            suggestion: "write a pipeline file for it (README, 'A pipeline for your own report')"
        )
    }

    fileprivate static func ambiguousPipeline(_ ids: [String]) -> Diagnostic {
        Diagnostic(
            "ambiguous-pipeline",
            .error,
            "several pipelines fit the document equally well: \(ids.joined(separator: ", "))",
            suggestion: "choose one with --only, or give one of them more lines under 'match:'"
        )
    }
}
