extension Results {
    /// The whole of `Benchmarks/results.json`.
    var json: String {
        let sections = sections.map(\.json)
        let facts = machine.facts.map { (name: $0.name, value: JSON.text($0.value)) }
        return JSON.object([("measured", .object(facts)), ("sections", .list(sections))]).text() + "\n"
    }
}

extension Section {
    fileprivate var json: JSON {
        var members: [(name: String, value: JSON)] = [
            ("name", .text(name)), ("title", .text(title)), ("processors", .number(Double(cores))),
            ("rows", .list(rows.map(json))), ("verdicts", .list(verdicts.map(\.json))),
            ("notes", .list(notes.map(JSON.text))),
        ]
        if !printed.isEmpty { members.append(("printed", .text(printed))) }
        if let printedJSON { members.append(("results", .written(printedJSON))) }
        if let failure { members.append(("failure", .text(failure))) }
        return .object(members)
    }

    private func json(_ row: Row) -> JSON {
        .object([
            ("name", .text(row.contestant.name)),
            ("kind", .text(row.contestant.kind.rawValue)),
            ("warm", .bool(row.contestant.isWarm)),
            ("median_ms", .number(row.medianMilliseconds)),
            ("min_ms", JSON(row.milliseconds.min())),
            ("runs_ms", .list(row.milliseconds.map(JSON.number))),
            ("processor_ms", JSON(row.processorMilliseconds)),
            ("peak_mb", JSON(row.peakMegabytes)),
            ("bytes", JSON(row.contestant.bytes.map(Double.init))),
            ("mb_per_s", JSON(row.megabytesPerSecond)),
            ("times_floor", JSON(timesFloor(row))),
            ("times_best_peer", JSON(timesBestPeer(row))),
        ])
    }
}

extension Verdict {
    fileprivate var json: JSON {
        let limit: (name: String, value: JSON) =
            switch target {
            case .atMost(let limit): ("at_most", .number(limit))
            case .atLeast(let limit): ("at_least", .number(limit))
            case .below(let limit): ("below", .number(limit))
            case nil: ("target", .null)
            }
        return .object([
            ("what", .text(what)), ("value", .number(value)), ("unit", .text(unit)), limit,
            ("met", isMet.map(JSON.bool) ?? .null),
        ])
    }
}
