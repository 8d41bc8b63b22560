import TesseraHTML
import TesseraModel

/// What is known of a cell besides its text.
struct CellDetails {
    private let cell: Cell
    private let shown: ShownReport

    init(_ cell: Cell, of shown: ShownReport) {
        self.cell = cell
        self.shown = shown
    }

    /// The facts, closed until somebody asks for them.
    var html: HTML {
        element("details", ["class": "about", "dir": "ltr"]) {
            element("summary") {
                cell.wordCount.counting("word")
                ", "
                cell.provenance.first.map { PlaceText.words($0.place) } ?? "no place in the source"
            }
            element("dl") {
                fact("Cell") { element("code") { cell.address.description } }
                if cell.isUncertain {
                    fact("Confidence") {
                        "\(cell.confidence.plainDescription): "
                        cell.uncertainties.map(\.rawValue).joined(separator: ", ")
                    }
                }
                fact("In the source") { places }
                if !spans.isEmpty { fact("Shared") { spans } }
                facts(of: references, "Refers to")
                facts(of: entities, "Names")
                if let links = shown.links[.cell(cell.address)] {
                    fact("Links") {
                        for link in links {
                            element("div") {
                                LinkText(link.url, shown.states[link.url]).html(LinkText.shown(link.url))
                                if let state = shown.states[link.url] { ", \(LinkText.words(state))" }
                            }
                        }
                    }
                }
            }
        }
    }

    private func fact(_ name: String, @HTMLBuilder _ value: () -> HTML) -> HTML {
        HTML {
            element("dt") { name }
            element("dd") { value() }
        }
    }

    /// Each once, in the order of the text.
    private func facts(of words: [String], _ name: String) -> HTML {
        var seen: Set<String> = []
        let each = words.filter { seen.insert($0).inserted }
        return each.isEmpty ? HTML() : fact(name) { element("span", ["dir": "auto"]) { each.joined(separator: "; ") } }
    }

    private var places: HTML {
        HTML {
            for provenance in cell.provenance {
                element("div") { PlaceText.words(provenance.place) }
            }
        }
    }

    private var spans: HTML {
        HTML {
            for span in cell.spans where span.origin != cell.address {
                element("div") {
                    "the text of "
                    element("a", ["href": shown.anchor(of: span.origin).map { "#\($0)" }]) { span.origin.description }
                    ", because one cell of the source covers both"
                }
            }
        }
    }

    private var references: [String] {
        (shown.references[cell.address] ?? []).map { reference in
            reference.meaning == reference.asWritten
                ? reference.meaning : "\(reference.asWritten) = \(reference.meaning)"
        }
    }

    private var entities: [String] {
        (shown.entities[cell.address] ?? []).map { entity in
            // What means what it says is said once.
            var words = entity.text == entity.value ? entity.text : "\(entity.text) = \(entity.value)"
            if let unit = entity.unit { words += " \(unit)" }
            if let qualifier = entity.qualifier { words += " (\(qualifier.rawValue))" }
            return words
        }
    }
}
