import TesseraHTML
import TesseraModel

/// When reports were revised: a line for each report, and on it a point for each of its editions.
struct Timeline {
    private let entries: [IndexPage.Entry]
    /// The years at both ends.
    private let first: Int
    private let last: Int

    private static let width = 1000
    private static let margin = 30
    private static let laneHeight = 58

    /// - Parameter entries: those without a date are left out.
    init(_ entries: [IndexPage.Entry]) {
        self.entries = entries.filter { $0.report.identity.revised != nil }
        let years = self.entries.compactMap(\.report.identity.revised?.year)
        first = years.min() ?? 0
        last = (years.max() ?? 0) + 1
    }

    /// The drawing; nothing where fewer than two dates are known.
    var html: HTML {
        guard entries.count > 1 else { return HTML() }
        let height = lanes.count * Timeline.laneHeight + 30
        return element("section", ["aria-labelledby": "time-title"]) {
            element("h2", ["id": "time-title"]) { "In time" }
            element("div", ["class": "time", "role": "region", "aria-label": "Timeline", "tabindex": "0"]) {
                element(
                    "svg",
                    ["viewBox": "0 0 \(Timeline.width) \(height)", "role": "group", "aria-label": "Revisions by date"]
                ) {
                    for year in ticks { tick(year, lanes.count, height) }
                    for (number, title) in lanes.enumerated() { lane(title, number) }
                }
            }
        }
    }

    /// Titles, each once, in the order of their first editions.
    private var lanes: [String] {
        var seen: Set<String> = []
        return entries.map(\.report.identity.title).filter { seen.insert($0).inserted }
    }

    /// At most a dozen years.
    private var ticks: [Int] {
        let step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].first { (last - first) / $0 <= 12 } ?? 2000
        return (first...last).filter { $0.isMultiple(of: step) || last - first <= 12 }
    }

    private func x(_ year: Double) -> String {
        let share = (year - Double(first)) / Double(max(1, last - first))
        return String(Timeline.margin + Int(share * Double(Timeline.width - 2 * Timeline.margin)))
    }

    /// Where the line of a lane is.
    private func y(_ lane: Int) -> Int { lane * Timeline.laneHeight + 42 }

    private func tick(_ year: Int, _ laneCount: Int, _ height: Int) -> HTML {
        let place = x(Double(year))
        return HTML {
            // A piece for each lane, from below its title to above the next: none runs through a title.
            for lane in 0..<laneCount {
                let end = lane == laneCount - 1 ? height - 20 : y(lane) + 22
                element(
                    "line",
                    ["class": "tick", "x1": place, "x2": place, "y1": String(y(lane) - 12), "y2": String(end)]
                )
            }
            element("text", ["class": "year", "x": place, "y": String(height - 4), "text-anchor": "middle"]) {
                year
            }
        }
    }

    private func lane(_ title: String, _ number: Int) -> HTML {
        let y = y(number)
        return HTML {
            element("text", ["class": "title", "x": String(Timeline.margin), "y": String(y - 20)]) {
                title.cut(to: 100)
            }
            element(
                "line",
                [
                    "class": "lane", "x1": String(Timeline.margin), "x2": String(Timeline.width - Timeline.margin),
                    "y1": String(y), "y2": String(y),
                ]
            )
            for entry in entries where entry.report.identity.title == title {
                if let revised = entry.report.identity.revised {
                    element("a", ["href": entry.file, "aria-label": "\(title), revised \(revised)"]) {
                        element("circle", ["cx": x(revised.yearPlace), "cy": String(y), "r": "9"])
                    }
                }
            }
        }
    }
}

extension String {
    /// Cut off, with a sign for it, where it is longer than some characters.
    fileprivate func cut(to length: Int) -> String { count > length ? prefix(length) + "…" : self }
}
