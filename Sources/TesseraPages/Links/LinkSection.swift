import TesseraHTML
import TesseraModel

/// The addresses of the report, each with what became of it and where it stands.
struct LinkSection {
    private let shown: ShownReport

    init(_ shown: ShownReport) { self.shown = shown }

    /// The list; nothing where the report has no link.
    var html: HTML {
        guard !shown.report.links.isEmpty else { return HTML() }
        return element("section", ["id": "links", "aria-labelledby": "links-title"]) {
            element("h2", ["id": "links-title"]) { "Links" }
            if shown.states.isEmpty {
                element("p", ["class": "soft"]) {
                    "Nobody has looked whether they still lead anywhere; "
                    element("code") { "tessera links check" }
                    " does."
                }
            }
            element("table", ["class": "list"]) {
                element("thead") {
                    element("tr") {
                        element("th", ["scope": "col"]) { "Address" }
                        if !shown.states.isEmpty { element("th", ["scope": "col"]) { "State" } }
                        element("th", ["scope": "col"]) { "Where" }
                    }
                }
                element("tbody") { for url in addresses { line(url) } }
            }
        }
    }

    private var addresses: [String] {
        var seen: Set<String> = []
        return shown.report.links.map(\.url).filter { seen.insert($0).inserted }
    }

    private func line(_ url: String) -> HTML {
        element("tr") {
            element("th", ["scope": "row", "class": "t"]) {
                element("a", ["href": url, "rel": "noreferrer"]) { LinkText.shown(url) }
            }
            if !shown.states.isEmpty { element("td", ["class": "short"]) { state(shown.states[url]) } }
            element("td", ["class": "short"]) {
                for (index, place) in (places[url] ?? []).enumerated() {
                    if index > 0 { ", " }
                    element("a", ["href": anchor(of: place)]) { place.description }
                }
            }
        }
    }

    private func state(_ state: LinkStates.State?) -> HTML {
        HTML {
            if let state {
                LinkText.sign(state)
                " \(LinkText.words(state))"
                if let archived = state.archivedURL {
                    element("br")
                    element("a", ["href": archived, "rel": "noreferrer"]) { "archived copy" }
                }
            } else {
                "nobody has looked"
            }
        }
    }

    private var places: [String: [TextAddress]] {
        Dictionary(grouping: shown.report.links, by: \.url).mapValues { links in
            var seen: Set<TextAddress> = []
            return links.map(\.place).filter { seen.insert($0).inserted }
        }
    }

    private func anchor(of place: TextAddress) -> String {
        let anchor: String? =
            switch place {
            case .cell(let address): shown.anchor(of: address)
            case .rowHeading(let row): shown.rowPlaces[row].map(ShownReport.anchor(row:))
            case .glossary(_), .glossaryKey(_): "acronyms"
            case .columnHeading(_): "map"
            case .frontMatter(_), .backMatter(_), .organisation(_), .resource(_), .resourceTitle(_): "around"
            }
        return "#\(anchor ?? "matrix")"
    }
}
