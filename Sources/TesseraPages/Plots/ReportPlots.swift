import TesseraHTML
import TesseraModel

/// The numbers of a report as plots.
struct ReportPlots {
    private let shown: ShownReport

    init(_ shown: ShownReport) { self.shown = shown }

    var html: HTML {
        element("section", ["id": "numbers", "aria-labelledby": "numbers-title"]) {
            element("h2", ["id": "numbers-title"]) { "In numbers" }
            element("div", ["class": "plots"]) {
                lengths.html
                BarTable("Words per column", names: "column", values: "words", columns(of: words)).html
                BarTable("Acronyms per column", names: "column", values: "mentions", columns(of: mentions)).html
                BarTable("Links per column", names: "column", values: "links", columns(of: links)).html
                acronyms.html
                countries.html
            }
        }
    }

    /// Upper ends of the classes of lengths, in words: each about twice the one before.
    private static let ends = [0, 10, 25, 50, 100, 200, 400, 800, 1600]

    private var lengths: BarTable {
        let counts = shown.report.cells.map(\.wordCount)
        var bars: [BarTable.Bar] = []
        var start = 0
        for end in ReportPlots.ends + [Int.max] {
            let name = end == 0 ? "none" : end == .max ? "more than \(start - 1)" : "\(start) to \(end)"
            bars.append(BarTable.Bar(name: name, value: counts.count { $0 >= start && $0 <= end }))
            start = end == .max ? end : end + 1
        }
        let last = bars.lastIndex { $0.value > 0 }.map { $0 + 1 } ?? 0
        return BarTable(
            "Words per cell",
            names: "words",
            values: "cells",
            Array(bars.prefix(last).drop { $0.value == 0 })
        )
    }

    private var words: [String: Int] {
        shown.report.cells.reduce(into: [:]) { $0[$1.address.column, default: 0] += $1.wordCount }
    }

    private var mentions: [String: Int] {
        shown.report.mentions.reduce(into: [:]) { $0[$1.cell.column, default: 0] += 1 }
    }

    private var links: [String: Int] {
        shown.report.links.reduce(into: [:]) { counts, link in
            if let cell = link.place.cell { counts[cell.column, default: 0] += 1 }
        }
    }

    private func columns(of counts: [String: Int]) -> [BarTable.Bar] {
        guard counts.values.contains(where: { $0 > 0 }) else { return [] }
        return shown.columns.map { BarTable.Bar(name: shown.heading(of: $0), value: counts[$0.id] ?? 0) }
    }

    /// Bars of a plot that could have hundreds.
    private static let shownBars = 12

    private var acronyms: BarTable {
        let bars = shown.report.acronyms.enumerated().compactMap { place, acronym in
            shown.mentionCounts[acronym.id].map { count in
                BarTable.Bar(name: acronym.id, value: count, anchor: ShownReport.anchor(acronym: place))
            }
        }
        return BarTable("Acronyms used most", names: "acronym", values: "mentions", ReportPlots.most(bars))
    }

    private var countries: BarTable {
        var counts: [String: Int] = [:]
        for entity in shown.report.entities {
            for code in CountryNames.codes(of: entity) { counts[code, default: 0] += 1 }
        }
        let bars = CountryNames(shown.report.entities).all.map { country in
            BarTable.Bar(name: country.name, value: counts[country.code] ?? 0)
        }
        return BarTable("Countries named most", names: "country", values: "mentions", ReportPlots.most(bars))
    }

    /// The longest, of equal ones those that come first.
    private static func most(_ bars: [BarTable.Bar]) -> [BarTable.Bar] {
        let sorted = bars.enumerated().sorted { ($1.element.value, $0.offset) < ($0.element.value, $1.offset) }
        return sorted.prefix(shownBars).map(\.element)
    }
}
