import TesseraHTML
import TesseraModel

/// What the document holds around the matrix, and, on demand, what is no part of the dataset.
struct SurroundingText {
    private let shown: ShownReport

    init(_ shown: ShownReport) { self.shown = shown }

    var html: HTML {
        let report = shown.report
        return element("section", ["id": "around", "aria-labelledby": "around-title"]) {
            element("h2", ["id": "around-title"]) { "Around the matrix" }
            block("Before it", report.frontMatter.enumerated().map { (.frontMatter($0 + 1), $1) })
            block("Behind it", report.backMatter.enumerated().map { (.backMatter($0 + 1), $1) })
            resources
            discarded
            said
        }
    }

    private func block(_ title: String, _ matter: [(TextAddress, Matter)]) -> HTML {
        guard !matter.isEmpty else { return HTML() }
        return HTML {
            element("h3") { title }
            for (address, matter) in matter {
                paragraph(AnnotatedText(address, of: shown).html(matter.passage.text))
            }
        }
    }

    private func paragraph(_ text: HTML) -> HTML {
        element("p", ["class": "t", "dir": "auto", "lang": shown.language]) { text }
    }

    private var resources: HTML {
        guard !shown.report.resources.isEmpty else { return HTML() }
        return HTML {
            element("h3") { "Online resources" }
            element("ul", ["class": "plain"]) {
                for entry in shown.report.resources { resource(entry) }
            }
        }
    }

    private func resource(_ entry: ResourceEntry) -> HTML {
        let organisation = entry.organisation.map { shown.report.organisations[$0].text }
        let titles = entry.titles.map(\.text).joined(separator: ", ")
        return element("li", ["class": "t", "dir": "auto", "lang": shown.language]) {
            if let organisation, organisation != titles { "\(organisation)\(titles.isEmpty ? "" : ": ")" }
            titles
            if let target = entry.target {
                " "
                AnnotatedText(.resource(entry.id), of: shown).html(target.text)
            }
        }
    }

    private var discarded: HTML {
        let pieces = shown.report.discarded
        guard !pieces.isEmpty else { return HTML() }
        return element("details", ["id": "discarded"]) {
            element("summary") { "What was left out: \(pieces.count.counting("piece"))" }
            element("table", ["class": "list"]) {
                element("thead") {
                    element("tr") {
                        element("th", ["scope": "col"]) { "Text" }
                        element("th", ["scope": "col"]) { "Why" }
                        element("th", ["scope": "col"]) { "In the source" }
                    }
                }
                element("tbody") {
                    for piece in pieces {
                        element("tr") {
                            element("td", ["class": "t", "dir": "auto", "lang": shown.language]) { piece.passage.text }
                            element("td", ["class": "short"]) { piece.reason.rawValue }
                            element("td") { piece.passage.place.map(PlaceText.words) ?? "" }
                        }
                    }
                }
            }
        }
    }

    /// What was said while the dataset was made.
    private var said: HTML {
        guard !shown.diagnostics.isEmpty else { return HTML() }
        return element("details", ["id": "said"]) {
            element("summary") { "What was said about the document: \(shown.diagnostics.count.counting("remark"))" }
            element("ul", ["class": "plain"]) {
                for diagnostic in shown.diagnostics {
                    element("li") {
                        element("strong") { diagnostic.severity.rawValue }
                        " \(diagnostic.message)"
                        if let place = diagnostic.place { " (\(PlaceText.words(place)))" }
                        " "
                        element("code") { diagnostic.id }
                    }
                }
            }
        }
    }
}
