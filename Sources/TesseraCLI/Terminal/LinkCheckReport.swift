import TesseraLinks
import TesseraModel

/// What a check of links prints.
struct LinkCheckReport {
    private let checked: [LinkCheck.Checked]

    init(_ checked: [LinkCheck.Checked]) { self.checked = checked }

    private var results: [LinkResult] { checked.flatMap(\.results) }

    /// How many links have come to something.
    func count(_ verdict: LinkStatus.Verdict) -> Int { results.count { $0.link.status.verdict == verdict } }

    /// A line for each link that is dead or uncertain: verdict, status, place and address, the worst first.
    func text(isColoured: Bool, isVerbose: Bool) -> String {
        var text = ""
        for dataset in checked {
            let bad = [LinkStatus.Verdict.dead, .uncertain].flatMap { verdict in
                dataset.results.filter { $0.link.status.verdict == verdict }
            }
            if checked.count > 1, !bad.isEmpty { text += "\(dataset.dataset.folder)\n" }
            let widths = (
                verdict: bad.map(\.link.status.verdict.rawValue.count).max() ?? 0,
                status: bad.map(\.link.status.rawValue.count).max() ?? 0,
                place: bad.map(\.place.count).max() ?? 0
            )
            for result in bad {
                let verdict = result.link.status.verdict
                let word = verdict.rawValue.padded(to: widths.verdict)
                let colour = verdict == .dead ? "31" : "33"
                text += isColoured ? "\u{1B}[1;\(colour)m\(word)\u{1B}[0m" : word
                text += "  \(result.link.status.rawValue.padded(to: widths.status))"
                text += "  \(result.place.padded(to: widths.place))  \(result.link.url)\n"
                if isVerbose, !result.note.isEmpty { text += "  note: \(result.note)\n" }
            }
        }
        return text
    }

    var json: JSONValue {
        .array(
            checked.map { dataset in
                .object([
                    "dataset": .string(dataset.dataset.folder),
                    "date": .optional(dataset.dataset.date?.description),
                    "links": .array(dataset.results.map(\.json)),
                ])
            }
        )
    }

    /// The lines with which a check ends.
    var summary: [String] {
        let moved = results.count { $0.link.status == .moved }
        var parts = ["\(count(.alive)) alive" + (moved > 0 ? " (\(moved) moved)" : "")]
        parts.append("\(count(.dead)) dead")
        parts.append("\(count(.uncertain)) uncertain")
        parts.append("\(count(.unchecked)) not checked")
        let copies = results.count { $0.copy.status == .found }
        var lines = ["\(results.count.counting("link")): " + parts.joined(separator: ", ")]
        if copies > 0 { lines[0] += "; \(copies) archived" }
        if checked.count == 1 { lines[0] += ": \(checked[0].dataset.folder)/\(LinkStatusTable.fileName)" }
        if isCutOff {
            lines.append("no server could be reached: is this machine online? What an earlier check has written stays")
        }
        return lines
    }

    /// Whether it looks as if this machine were not on the network: no server said anything.
    var isCutOff: Bool {
        let unreached = results.count { [.dnsFailure, .unreachable].contains($0.link.status) }
        return unreached > 0 && unreached == count(.dead) + count(.uncertain) && count(.alive) == 0
            && !results.contains(where: \.isAnswered)
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
