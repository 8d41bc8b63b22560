import TesseraHTML

/// A plot of numbers as a table with a bar in each line: who cannot see the bars reads the numbers.
struct BarTable {
    /// A line of the plot.
    struct Bar {
        var name: String
        var value: Int
        /// What stands behind the number; nothing where it says all.
        var remark = ""
        /// Where the name leads.
        var anchor: String?
    }

    private let title: String
    private let names: String
    private let values: String
    private let bars: [Bar]

    /// - Parameters:
    ///   - title: what is plotted.
    ///   - names: what stands in the first column.
    ///   - values: what is counted.
    ///   - bars: the lines.
    init(_ title: String, names: String, values: String, _ bars: [Bar]) {
        self.title = title
        self.names = names
        self.values = values
        self.bars = bars
    }

    /// The plot; nothing where there is nothing to plot.
    var html: HTML {
        guard !bars.isEmpty else { return HTML() }
        let longest = max(1, bars.map(\.value).max() ?? 1)
        return element("table", ["class": "bars"]) {
            element("caption") { title }
            element("thead") {
                element("tr") {
                    element("th", ["scope": "col"]) { names }
                    element("th", ["scope": "col", "class": "number"]) { values }
                    element("td")
                }
            }
            element("tbody") {
                for bar in bars {
                    element("tr") {
                        element("th", ["scope": "row", "dir": "auto"]) {
                            if let anchor = bar.anchor {
                                element("a", ["href": "#\(anchor)"]) { bar.name }
                            } else {
                                bar.name
                            }
                        }
                        element("td", ["class": "number"]) {
                            bar.value.grouped
                            if !bar.remark.isEmpty { element("span", ["class": "soft"]) { " \(bar.remark)" } }
                        }
                        element("td", ["class": "bar"]) { drawing(bar.value, longest) }
                    }
                }
            }
        }
    }

    private func drawing(_ value: Int, _ longest: Int) -> HTML {
        // In thousandths of the longest; what is there at all is seen.
        let width = value > 0 ? max(4, value * 1000 / longest) : 0
        return element(
            "svg",
            ["viewBox": "0 0 1000 10", "preserveAspectRatio": "none", "aria-hidden": "true", "focusable": "false"]
        ) {
            element("rect", ["width": String(width), "height": "10"])
        }
    }
}
