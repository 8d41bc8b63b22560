import TesseraHTML
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
        HTMLDocument(
            title: "Report of a run",
            styles: [PackageResources.run_page_css],
            scripts: [PackageResources.run_page_js]
        ) {
            head
            failures
            stages
            formats
            diagnostics
            slowest
            documents
            rest
        }
        .bytes
    }

    @HTMLBuilder private var head: HTML {
        let facts = record.facts
        let count = analysis.tally.documents
        let rate = facts.seconds > 0 ? ", \(HTMLTable.decimal(Double(count) / facts.seconds)) documents a second" : ""
        element("h1") { "Report of a run" }
        element("p", ["class": "soft"]) {
            "\(record.program), \(facts.started) to \(facts.ended)"
            ": \(HTMLTable.decimal(facts.seconds)) s\(rate); "
            "at most \(facts.jobs) at once on \(facts.processors) processors"
        }
        element("ul", ["class": "tiles"]) {
            RunPage.tile("documents", "documents", count)
            for status in RunOutcome.Status.allCases {
                RunPage.tile(status.rawValue, status.rawValue, analysis.tally.statuses[status] ?? 0)
            }
            if analysis.tally.remembered > 0 {
                RunPage.tile("remembered", "remembered from earlier runs", analysis.tally.remembered)
            }
        }
    }

    private static func tile(_ name: String, _ text: String, _ count: Int) -> HTML {
        element("li", ["class": count > 0 ? name : nil]) {
            element("strong") { count }
            " \(text)"
        }
    }

    @HTMLBuilder private var failures: HTML {
        if !analysis.failures.isEmpty {
            element("h2") { "What failed, and why" }
            for (index, failure) in analysis.failures.enumerated() { RunPage.details(of: failure, isOpen: index < 5) }
        }
    }

    private static func details(of failure: RunAnalysis.Failure, isOpen: Bool) -> HTML {
        let count = failure.diagnostics.count
        return element("details", ["open": isOpen ? "" : nil]) {
            element("summary") {
                element("code") { failure.id }
                ": \(count) document\(count == 1 ? "" : "s")"
                if let suggestion = failure.suggestion {
                    " "
                    element("span", ["class": "soft"]) { "– \(suggestion)" }
                }
            }
            if let message = failure.message { element("p") { message } }
            element("ul") {
                for (source, diagnostic) in failure.diagnostics.prefix(shownFailures) {
                    element("li") {
                        source
                        if failure.message == nil { ": \(diagnostic.message)" }
                    }
                }
                if count > shownFailures {
                    element("li", ["class": "soft"]) {
                        "and \(count - shownFailures) more; they stand among the documents"
                    }
                }
            }
        }
    }

    /// Documents of one reason that are named there; below, all are.
    private static let shownFailures = 20

    private var stages: HTML {
        let total = max(1, analysis.tally.stages.total)
        var table = HTMLTable([
            .text("stage"), .number("documents"), .number("seconds"), .number("share"), .number("median, ms"),
            .number("95 % below, ms"), .number("longest, ms"), .text("slowest document"),
        ])
        for stage in analysis.stages {
            let share = stage.total * 100 / total
            table.add([
                .name(stage.name), .number(stage.documents), .seconds(stage.total), .share(share),
                .milliseconds(stage.median), .milliseconds(stage.high), .milliseconds(stage.longest),
                .long(stage.slowest),
            ])
        }
        return table.section("Where the time went", note: "By the clock; documents under way at once count each.")
    }

    private var formats: HTML {
        var table = HTMLTable([
            .text("format"), .number("documents"), .number("failed"), .number("rows"), .number("cells"),
            .number("seconds"),
        ])
        for (format, share) in analysis.tally.formats.sorted(by: {
            ($1.value.documents, $0.key) < ($0.value.documents, $1.key)
        }) {
            table.add([
                .name(format.isEmpty ? "unknown" : format), .number(share.documents), .number(share.failed),
                .number(share.rows), .number(share.cells), .seconds(share.time),
            ])
        }
        return table.section("Formats")
    }

    private var diagnostics: HTML {
        var table = HTMLTable([.text("error or warning"), .number("times")])
        for (id, count) in analysis.tally.diagnostics.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
            table.add([.code(id), .number(count)])
        }
        return table.section("What was told")
    }

    private var slowest: HTML {
        var table = HTMLTable([.text("document"), .number("seconds")])
        for slow in analysis.slowest { table.add([.heading(slow.source), .seconds(slow.time)]) }
        return table.section("The slowest documents")
    }

    private var rest: HTML {
        var table = HTMLTable([.text("pipeline"), .text("file"), .text("SHA-256")])
        for pipeline in record.facts.pipelines {
            table.add([.heading(pipeline.id), .long(pipeline.path), .code(pipeline.sha256)])
        }
        let pipelines = table.section("Pipelines that were at hand")
        return HTML {
            pipelines
            if !record.skipped.isEmpty {
                element("h2") { "Files that no reader knows" }
                element("ul", ["class": "list"]) { for name in record.skipped { element("li") { name } } }
            }
        }
    }

    // MARK: Documents

    private var documents: HTML {
        guard !record.outcomes.isEmpty else { return HTML() }
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
                status: status
            )
        }
        let list = table.html(label: "Documents")
        return element("section", ["id": "documents"]) {
            element("h2") { "Documents" }
            element("form", ["hidden": ""]) {
                element("label") {
                    "Show those with "
                    element("input", ["type": "search", "name": "words"])
                }
                element("label") {
                    "Status "
                    element("select", ["name": "status"]) {
                        element("option", ["value": ""]) { "all" }
                        for status in RunOutcome.Status.allCases { element("option") { status.rawValue } }
                    }
                }
                element("output", ["aria-live": "polite"])
            }
            list
        }
    }
}
