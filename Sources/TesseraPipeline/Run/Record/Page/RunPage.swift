import TesseraModel

/// The report of a run as a page of HTML that stands alone: it fetches nothing, and what it shows can be read and printed
/// without its script, which only sorts and filters.
public struct RunPage {
    private let record: RunRecord
    private let analysis: RunAnalysis

    /// Makes the page of a run.
    ///
    /// - Parameter record: The run.
    public init(_ record: RunRecord) {
        self.record = record
        analysis = RunAnalysis(record)
    }

    /// The page, in UTF-8.
    public var html: [UInt8] {
        let template = String(decoding: PackageResources.run_page_html, as: UTF8.self)
        let mark = "<!-- content -->\n"
        guard let place = template.firstRange(of: mark) else { preconditionFailure("the template has no \(mark)") }
        let content = [head, failures, stages, formats, diagnostics, slowest, documents, rest].joined()
        return Array((template[..<place.lowerBound] + content + template[place.upperBound...]).utf8)
    }

    private var head: String {
        let facts = record.facts
        let count = analysis.tally.documents
        let rate = facts.seconds > 0 ? ", \(HTMLTable.decimal(Double(count) / facts.seconds)) documents a second" : ""
        var html = "<h1>Report of a run</h1>\n"
        html += "<p class=\"soft\">\(HTMLText.escaped(record.program)), \(facts.started) to \(facts.ended)"
        html += ": \(HTMLTable.decimal(facts.seconds)) s\(rate); "
        html += "at most \(facts.jobs) at once on \(facts.processors) processors</p>\n<ul class=\"tiles\">\n"
        html += RunPage.tile("documents", "documents", count)
        for status in RunOutcome.Status.allCases {
            html += RunPage.tile(status.rawValue, status.rawValue, analysis.tally.statuses[status] ?? 0)
        }
        if analysis.tally.remembered > 0 {
            html += RunPage.tile("remembered", "remembered from earlier runs", analysis.tally.remembered)
        }
        return html + "</ul>\n"
    }

    private static func tile(_ name: String, _ text: String, _ count: Int) -> String {
        "<li\(count > 0 ? " class=\"\(name)\"" : "")><strong>\(count)</strong> \(text)</li>\n"
    }

    private var failures: String {
        guard !analysis.failures.isEmpty else { return "" }
        var html = "<h2>What failed, and why</h2>\n"
        for (index, failure) in analysis.failures.enumerated() {
            let count = failure.diagnostics.count
            html += "<details\(index < 5 ? " open" : "")><summary><code>\(HTMLText.escaped(failure.id))</code>: "
            html += "\(count) document\(count == 1 ? "" : "s")"
            if let suggestion = failure.suggestion {
                html += " <span class=\"soft\">– \(HTMLText.escaped(suggestion))</span>"
            }
            html += "</summary>\n"
            if let message = failure.message { html += "<p>\(HTMLText.escaped(message))</p>\n" }
            html += "<ul>\n"
            for (source, diagnostic) in failure.diagnostics.prefix(RunPage.shownFailures) {
                let message = failure.message == nil ? ": \(HTMLText.escaped(diagnostic.message))" : ""
                html += "<li>\(HTMLText.escaped(source))\(message)</li>\n"
            }
            if count > RunPage.shownFailures {
                let more = count - RunPage.shownFailures
                html += "<li class=\"soft\">and \(more) more; they stand among the documents</li>\n"
            }
            html += "</ul></details>\n"
        }
        return html
    }

    /// Documents of one reason that are named there; below, all are.
    private static let shownFailures = 20

    private var stages: String {
        let total = max(1, analysis.tally.stages.total)
        var table = HTMLTable([
            .text("stage"), .number("documents"), .number("seconds"), .number("share"), .number("median, ms"),
            .number("95 % below, ms"), .number("longest, ms"), .text("slowest document"),
        ])
        for stage in analysis.stages {
            let share = stage.total * 100 / total
            table.add([
                .heading(stage.name), .number(stage.documents), .seconds(stage.total), .share(share),
                .milliseconds(stage.median), .milliseconds(stage.high), .milliseconds(stage.longest),
                .text(stage.slowest),
            ])
        }
        return table.section("Where the time went", note: "By the clock; documents under way at once count each.")
    }

    private var formats: String {
        var table = HTMLTable([
            .text("format"), .number("documents"), .number("failed"), .number("rows"), .number("cells"),
            .number("seconds"),
        ])
        for (format, share) in analysis.tally.formats.sorted(by: {
            ($1.value.documents, $0.key) < ($0.value.documents, $1.key)
        }) {
            table.add([
                .heading(format.isEmpty ? "unknown" : format), .number(share.documents), .number(share.failed),
                .number(share.rows), .number(share.cells), .seconds(share.time),
            ])
        }
        return table.section("Formats")
    }

    private var diagnostics: String {
        var table = HTMLTable([.text("error or warning"), .number("times")])
        for (id, count) in analysis.tally.diagnostics.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            table.add([.code(id), .number(count)])
        }
        return table.section("What was told")
    }

    private var slowest: String {
        var table = HTMLTable([.text("document"), .number("seconds")])
        for slow in analysis.slowest { table.add([.heading(slow.source), .seconds(slow.time)]) }
        return table.section("The slowest documents")
    }

    private var rest: String {
        var table = HTMLTable([.text("pipeline"), .text("file"), .text("SHA-256")])
        for pipeline in record.facts.pipelines {
            table.add([.heading(pipeline.id), .text(pipeline.path), .code(pipeline.sha256)])
        }
        var html = table.section("Pipelines that were at hand")
        if !record.skipped.isEmpty {
            html += "<h2>Files that no reader knows</h2>\n<ul class=\"list\">\n"
            for name in record.skipped { html += "<li>\(HTMLText.escaped(name))</li>\n" }
            html += "</ul>\n"
        }
        return html
    }

    // MARK: Documents

    private var documents: String {
        guard !record.outcomes.isEmpty else { return "" }
        var table = HTMLTable([
            .text("document"), .text("status"), .text("pipeline"), .number("bytes"), .number("rows"), .number("cells"),
            .number("seconds"), .text("told"),
        ])
        for outcome in record.outcomes {
            let conversion = outcome.conversion
            let status = outcome.status.rawValue
            table.add(
                [
                    .document(conversion.source.label, dataset: outcome.dataset),
                    .status(status, isRemembered: outcome.isRemembered), .text(conversion.pipeline ?? ""),
                    .optional(conversion.origin?.bytes), .optional(conversion.size?.rows),
                    .optional(conversion.size?.cells), .seconds(conversion.timings.total),
                    .told(conversion.diagnostics),
                ],
                attributes: " data-status=\"\(status)\""
            )
        }
        let choices = RunOutcome.Status.allCases.map { "<option>\($0.rawValue)</option>" }.joined()
        return """
            <section id="documents">
            <h2>Documents</h2>
            <form hidden>
            <label>Show those with <input type="search" name="words"></label>
            <label>Status <select name="status"><option value="">all</option>\(choices)</select></label>
            <output aria-live="polite"></output>
            </form>
            \(table.html(label: "Documents"))</section>

            """
    }
}
