import TesseraHTML
import TesseraModel

/// The search and the filters. They need the script, which shows them.
struct FindForm {
    private let shown: ShownReport

    init(_ shown: ShownReport) { self.shown = shown }

    var html: HTML {
        element("form", ["id": "find", "role": "search", "aria-label": "Search and filters", "hidden": ""]) {
            element("div", ["class": "search"]) {
                element("label", ["for": "words"]) { "Search" }
                element(
                    "input",
                    [
                        "type": "search", "id": "words", "name": "words", "autocomplete": "off", "spellcheck": "false",
                        "dir": "auto", "placeholder": "all text of the report",
                    ]
                )
                element("button", ["type": "button", "id": "previous"]) {
                    element("span", ["aria-hidden": "true"]) { "↑" }
                    element("span", ["class": "unseen"]) { "Previous hit" }
                }
                element("button", ["type": "button", "id": "next"]) {
                    element("span", ["aria-hidden": "true"]) { "↓" }
                    element("span", ["class": "unseen"]) { "Next hit" }
                }
            }
            element("div", ["class": "filters"]) {
                choice("column", "Column", shown.columns.enumerated().map { (String($0), shown.heading(of: $1)) })
                choice("section", "Section", shown.sections.enumerated().map { (String($0), $1) })
                choice("status", "Status", statuses)
                choice("acronym", "Acronym", acronyms)
                choice("country", "Country", countries)
                element("button", ["type": "reset"]) { "Show all" }
            }
            element("output", ["id": "found", "aria-live": "polite", "for": "words"])
        }
    }

    /// A list to choose from; nothing where there is no choice.
    private func choice(_ name: String, _ label: String, _ options: [(value: String, words: String)]) -> HTML {
        guard !options.isEmpty else { return HTML() }
        return element("label") {
            "\(label) "
            element("select", ["name": name]) {
                element("option", ["value": ""]) { "any" }
                for option in options { element("option", ["value": option.value]) { option.words } }
            }
        }
    }

    private var statuses: [(String, String)] {
        var choices = shown.statuses.map { ($0.0.rawValue, ShownStatus($0.0).words) }
        if shown.report.cells.contains(where: \.isUncertain) { choices.append(("uncertain", "uncertain")) }
        return choices
    }

    private var acronyms: [(String, String)] {
        shown.report.acronyms.enumerated().filter { shown.mentionCounts[$1.id] != nil }.map { place, acronym in
            (ShownReport.anchor(acronym: place), acronym.id)
        }
    }

    private var countries: [(String, String)] { CountryNames(shown.report.entities).all.map { ($0.code, $0.name) } }
}
