import TesseraHTML
import TesseraModel

/// A table of a page of HTML, made row by row.
struct HTMLTable {
    struct Column {
        let heading: String
        let isNumber: Bool

        static func text(_ heading: String) -> Column { Column(heading: heading, isNumber: false) }
        static func number(_ heading: String) -> Column { Column(heading: heading, isNumber: true) }
    }

    /// A cell with its tags.
    struct Cell {
        fileprivate let html: HTML

        fileprivate init(_ html: HTML) { self.html = html }
    }

    private let columns: [Column]
    private var rows = HTML()

    init(_ columns: [Column]) { self.columns = columns }

    /// - Parameters:
    ///   - cells: One for each column.
    ///   - status: What the row can be filtered by.
    mutating func add(_ cells: [Cell], status: String? = nil) {
        rows += element("tr", ["data-status": status]) { for cell in cells { cell.html } }
    }

    /// The table under a heading; nothing where it has no row.
    func section(_ title: String, note: String? = nil) -> HTML {
        guard !rows.isEmpty else { return HTML() }
        return HTML {
            element("h2") { title }
            if let note { element("p", ["class": "soft"]) { note } }
            html(label: title)
        }
    }

    /// The table in a frame that scrolls where the window is too narrow.
    func html(label: String) -> HTML {
        element("div", ["class": "wide", "role": "region", "aria-label": label, "tabindex": "0"]) {
            element("table") {
                element("thead") {
                    element("tr") {
                        for column in columns {
                            element("th", ["scope": "col", "class": column.isNumber ? "number" : nil]) {
                                column.heading
                            }
                        }
                    }
                }
                element("tbody") { rows }
            }
        }
    }

    /// With one digit behind the point.
    static func decimal(_ number: Double) -> String { decimal(tenths: Int((number * 10).rounded())) }

    fileprivate static func decimal(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}

extension HTMLTable.Cell {
    static func text(_ text: String) -> Self { Self(element("td") { text }) }
    static func heading(_ text: String) -> Self { Self(element("th", ["scope": "row"]) { text }) }
    /// A heading of a word or two, which is not broken inside of a word.
    static func name(_ text: String) -> Self { Self(element("th", ["scope": "row", "class": "name"]) { text }) }
    /// A text such as a path, which may be broken anywhere.
    static func long(_ text: String) -> Self { Self(element("td", ["class": "long"]) { text }) }
    static func code(_ text: String) -> Self { Self(element("td") { element("code") { text } }) }
    static func number(_ number: Int) -> Self { optional(number) }

    static func optional(_ number: Int?) -> Self { value(number ?? -1, number.map(String.init) ?? "") }

    /// - Parameter time: In microseconds.
    static func seconds(_ time: Int) -> Self {
        // What takes less than a tenth of a second differs in the second and third digit.
        let rounded = (time + 500) / 1_000
        let text = "\(rounded / 1_000).\((rounded % 1_000).digits(3))"
        return value(time, time == 0 ? "" : text)
    }

    /// - Parameter time: In microseconds.
    static func milliseconds(_ time: Int) -> Self {
        Self(element("td", ["class": "number"]) { HTMLTable.decimal(tenths: (time + 50) / 100) })
    }

    /// - Parameters:
    ///   - value: what the cell is sorted by.
    ///   - text: what it shows.
    private static func value(_ value: Int, _ text: String) -> Self {
        Self(element("td", ["class": "number", "data-value": String(value)]) { text })
    }

    /// - Parameter share: Of a hundred.
    static func share(_ share: Int) -> Self {
        Self(
            element("td", ["class": "number bar"]) {
                element("svg", ["viewBox": "0 0 100 10", "preserveAspectRatio": "none", "aria-hidden": "true"]) {
                    element("rect", ["width": String(share), "height": "10"])
                }
                "\(share) %"
            }
        )
    }

    static func document(_ source: String, dataset: String?) -> Self {
        Self(
            element("th", ["scope": "row"]) {
                source
                if let dataset { remark(dataset) }
            }
        )
    }

    static func status(_ status: String, isRemembered: Bool) -> Self {
        Self(
            element("td") {
                element("span", ["class": "status \(status)"]) { status }
                if isRemembered { remark("remembered") }
            }
        )
    }

    private static func remark(_ text: String) -> HTML {
        HTML {
            element("br")
            element("span", ["class": "soft"]) { text }
        }
    }

    /// How often something was said that is worse than a note, and what, on demand.
    static func told(_ diagnostics: [Diagnostic]) -> Self {
        let worse = diagnostics.filter { $0.severity > .note }
        return Self(
            element("td", ["data-value": String(worse.count)]) {
                if !worse.isEmpty {
                    element("details") {
                        element("summary") { worse.count }
                        element("ul") {
                            for diagnostic in worse.prefix(shown) { item(diagnostic) }
                            if worse.count > shown { element("li") { "and \(worse.count - shown) more" } }
                        }
                    }
                }
            }
        )
    }

    private static func item(_ diagnostic: Diagnostic) -> HTML {
        let place = diagnostic.place.map { " at \($0.part.isEmpty ? "" : "\($0.part):")\($0.start)" } ?? ""
        return element("li") {
            "\(diagnostic.severity.rawValue)\(place): \(diagnostic.message) "
            element("code") { diagnostic.id }
        }
    }

    /// Diagnostics of one document that are shown, so that ten thousand documents stay readable for a browser.
    private static let shown = 10
}
