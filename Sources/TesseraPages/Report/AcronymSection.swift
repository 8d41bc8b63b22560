import TesseraHTML
import TesseraModel

/// The list of acronyms, which the texts link.
struct AcronymSection {
    private let shown: ShownReport

    init(_ shown: ShownReport) { self.shown = shown }

    /// The list; nothing where the report has no acronym.
    var html: HTML {
        guard !shown.report.acronyms.isEmpty else { return HTML() }
        return element("section", ["id": "acronyms", "aria-labelledby": "acronyms-title"]) {
            element("h2", ["id": "acronyms-title"]) { "Acronyms" }
            element("table", ["class": "list"]) {
                element("thead") {
                    element("tr") {
                        element("th", ["scope": "col"]) { "Acronym" }
                        element("th", ["scope": "col"]) { "Means" }
                        element("th", ["scope": "col", "class": "number"]) { "Mentions" }
                        element("th", ["scope": "col"]) { "From" }
                    }
                }
                element("tbody") {
                    for (place, acronym) in shown.report.acronyms.enumerated() { line(acronym, place) }
                }
            }
        }
    }

    private func line(_ acronym: Acronym, _ place: Int) -> HTML {
        let anchor = ShownReport.anchor(acronym: place)
        let count = shown.mentionCounts[acronym.id] ?? 0
        return element("tr", ["id": anchor, "tabindex": "-1"]) {
            element("th", ["scope": "row", "class": "t", "dir": "auto"]) { acronym.id }
            element("td") {
                element("span", ["id": "\(anchor)-means", "class": "t", "dir": "auto", "lang": shown.language]) {
                    acronym.expansion ?? "not explained in the report"
                }
                if let qualifier = acronym.qualifier { element("span", ["class": "soft"]) { " (\(qualifier))" } }
                if let conflict = acronym.conflict {
                    element("p", ["class": "warning"]) { "Disagreement: \(conflict)" }
                }
            }
            element("td", ["class": "number"]) {
                count.grouped
                if count > 0 {
                    " "
                    element("button", ["type": "button", "class": "script-only small", "data-acronym": anchor]) {
                        "show"
                        element("span", ["class": "unseen"]) { " cells with \(acronym.id)" }
                    }
                }
            }
            element("td", ["class": "short"]) {
                acronym.source == .none ? "–" : acronym.source.rawValue
                if let authority = acronym.authority { ", \(authority)" }
            }
        }
    }
}
