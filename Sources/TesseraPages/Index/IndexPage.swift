import TesseraHTML
public import TesseraModel

/// A page that leads to the pages of several reports, and shows when each was revised. It has no script.
public struct IndexPage {
    /// A report with its page.
    public struct Entry {
        public var report: Report
        /// Name of the page's file, beside the index.
        public var file: String

        public init(_ report: Report, file: String) {
            self.report = report
            self.file = file
        }
    }

    /// The first revised first; those without a date behind the others.
    private let entries: [Entry]

    /// - Parameter entries: the reports, in any order.
    public init(_ entries: [Entry]) {
        self.entries = entries.enumerated()
            .sorted { one, other in
                let first = one.element.report.identity.revised?.yearPlace ?? .infinity
                let second = other.element.report.identity.revised?.yearPlace ?? .infinity
                return first == second ? one.offset < other.offset : first < second
            }
            .map(\.element)
    }

    /// The page, in UTF-8.
    public var html: [UInt8] {
        HTMLDocument(
            title: entries.count.counting("report"),
            styles: [PackageResources.page_css, PackageResources.index_css]
        ) {
            element("header", ["class": "page"]) {
                element("h1") { entries.count.counting("report") }
                if let span { element("p", ["class": "soft"]) { "Revised \(span)" } }
            }
            element("main") {
                Timeline(entries).html
                element("section", ["aria-labelledby": "list-title"]) {
                    element("h2", ["id": "list-title"]) { "The reports" }
                    element("ol", ["class": "reports"]) { for entry in entries { item(entry) } }
                }
            }
        }
        .bytes
    }

    /// `2003-06 to 2007-07-17`
    private var span: String? {
        let dates = entries.compactMap(\.report.identity.revised)
        guard let first = dates.first, let last = dates.last else { return nil }
        return first == last ? "\(first)" : "\(first) to \(last)"
    }

    private func item(_ entry: Entry) -> HTML {
        let report = entry.report
        let shown = ShownReport(report)
        let words = report.cells.reduce(0) { $0 + $1.wordCount }
        return element("li") {
            element("h3") {
                // Editions of one report share their title: date and id tell their links apart.
                element("a", ["href": entry.file]) {
                    element("span", ["dir": "auto", "lang": shown.language]) { report.identity.title }
                    element("span", ["class": "edition"]) {
                        if let revised = report.identity.revised { " revised \(revised)" }
                        " "
                        element("code") { report.identity.id }
                    }
                }
            }
            element("p", ["class": "soft"]) {
                "\(report.rows.count.counting("row")) · \(report.cells.count.counting("cell")) · "
                words.counting("word")
            }
            shares(shown)
        }
    }

    /// How many cells say what, as one bar with its words.
    private func shares(_ shown: ShownReport) -> HTML {
        let all = max(1, shown.report.cells.count)
        var start = 0
        return element("div", ["class": "shares"]) {
            element(
                "svg",
                ["viewBox": "0 0 1000 10", "preserveAspectRatio": "none", "aria-hidden": "true", "focusable": "false"]
            ) {
                for (status, count) in shown.statuses {
                    let width = count * 1000 / all
                    element(
                        "rect",
                        ["class": ShownStatus(status).name, "x": String(start), "width": String(width), "height": "10"]
                    )
                    let _ = start += width
                }
            }
            element("p", ["class": "soft"]) {
                shown.statuses.map { "\(ShownStatus($0.0).words) \($0.1.grouped)" }.joined(separator: " · ")
            }
        }
    }
}

extension PartialDate {
    /// The date as a number of years; the middle of what is known.
    var yearPlace: Double {
        guard let month else { return Double(year) + 0.5 }
        return Double(year) + (Double(month - 1) + (day.map { Double($0 - 1) / 31 } ?? 0.5)) / 12
    }
}
