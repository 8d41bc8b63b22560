import TesseraModel

/// A table of a page of HTML, made row by row; every text is escaped.
struct HTMLTable {
    struct Column {
        let heading: String
        let isNumber: Bool

        static func text(_ heading: String) -> Column { Column(heading: heading, isNumber: false) }
        static func number(_ heading: String) -> Column { Column(heading: heading, isNumber: true) }
    }

    /// What stands between the tags of a row, cell by cell.
    struct Cell {
        fileprivate let html: String

        fileprivate init(_ html: String) { self.html = html }
    }

    private let columns: [Column]
    private var rows = ""

    init(_ columns: [Column]) { self.columns = columns }

    /// - Parameters:
    ///   - cells: One for each column.
    ///   - attributes: HTML, with a blank in front of each.
    mutating func add(_ cells: [Cell], attributes: String = "") {
        rows += "<tr\(attributes)>"
        for cell in cells { rows += cell.html }
        rows += "</tr>\n"
    }

    /// The table under a heading; nothing where it has no row.
    func section(_ title: String, note: String? = nil) -> String {
        guard !rows.isEmpty else { return "" }
        let note = note.map { "<p class=\"soft\">\($0)</p>\n" } ?? ""
        return "<h2>\(title)</h2>\n\(note)\(html(label: title))"
    }

    /// The table in a frame that scrolls where the window is too narrow.
    func html(label: String) -> String {
        var html = "<div class=\"wide\" role=\"region\" aria-label=\"\(label)\" tabindex=\"0\">\n<table>\n<thead><tr>"
        for column in columns {
            html += "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" : "")>\(column.heading)</th>"
        }
        return html + "</tr></thead>\n<tbody>\n\(rows)</tbody>\n</table>\n</div>\n"
    }

    /// With one digit behind the point.
    static func decimal(_ number: Double) -> String { decimal(tenths: Int((number * 10).rounded())) }

    fileprivate static func decimal(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)" }
}

extension HTMLTable.Cell {
    static func text(_ text: String) -> Self { Self("<td>\(HTMLText.escaped(text))</td>") }
    static func heading(_ text: String) -> Self { Self("<th scope=\"row\">\(HTMLText.escaped(text))</th>") }
    static func code(_ text: String) -> Self { Self("<td><code>\(HTMLText.escaped(text))</code></td>") }
    static func number(_ number: Int) -> Self { Self("<td class=\"number\" data-value=\"\(number)\">\(number)</td>") }

    static func optional(_ number: Int?) -> Self {
        number.map(Self.number) ?? Self("<td class=\"number\" data-value=\"-1\"></td>")
    }

    /// - Parameter time: In microseconds.
    static func seconds(_ time: Int) -> Self {
        // What takes less than a tenth of a second differs in the second and third digit.
        let text = "\(time / 1_000_000).\((time / 1_000 % 1_000).digits(3))"
        return Self("<td class=\"number\" data-value=\"\(time)\">\(time == 0 ? "" : text)</td>")
    }

    /// - Parameter time: In microseconds.
    static func milliseconds(_ time: Int) -> Self {
        Self("<td class=\"number\">\(HTMLTable.decimal(tenths: (time + 50) / 100))</td>")
    }

    /// - Parameter share: Of a hundred.
    static func share(_ share: Int) -> Self {
        Self("<td class=\"number bar\" style=\"--share: \(share)%\">\(share) %</td>")
    }

    static func document(_ source: String, dataset: String?) -> Self {
        let dataset = dataset.map { "<br><span class=\"soft\">\(HTMLText.escaped($0))</span>" } ?? ""
        return Self("<th scope=\"row\">\(HTMLText.escaped(source))\(dataset)</th>")
    }

    static func status(_ status: String, isRemembered: Bool) -> Self {
        let addition = isRemembered ? "<br><span class=\"soft\">remembered</span>" : ""
        return Self("<td><span class=\"status \(status)\">\(status)</span>\(addition)</td>")
    }

    /// How often something was said that is worse than a note, and what, on demand.
    static func told(_ diagnostics: [Diagnostic]) -> Self {
        let worse = diagnostics.filter { $0.severity > .note }
        var html = "<td data-value=\"\(worse.count)\">"
        if !worse.isEmpty {
            html += "<details><summary>\(worse.count)</summary><ul>"
            for diagnostic in worse.prefix(shown) {
                let place = diagnostic.place.map { " at \($0.part.isEmpty ? "" : "\($0.part):")\($0.start)" } ?? ""
                html += "<li>\(diagnostic.severity.rawValue)\(HTMLText.escaped(place)): "
                html += "\(HTMLText.escaped(diagnostic.message)) <code>\(HTMLText.escaped(diagnostic.id))</code></li>"
            }
            if worse.count > shown { html += "<li>and \(worse.count - shown) more</li>" }
            html += "</ul></details>"
        }
        return Self(html + "</td>")
    }

    /// Diagnostics of one document that are shown, so that ten thousand documents stay readable for a browser.
    private static let shown = 10
}
