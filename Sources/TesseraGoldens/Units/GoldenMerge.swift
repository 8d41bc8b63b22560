import TesseraModel
import TesseraPipeline
import TesseraStages

/// Makes one report of two versions: some units are taken from the new one, the others stay as they were.
struct GoldenMerge {
    private let old: GoldenReport
    private let new: GoldenReport
    private let names: UnitNames
    private let comparison: UnitComparison
    private let kept: Set<String>

    /// - Parameters:
    ///   - comparison: of two versions whose reports could be read.
    ///   - accepted: the units to take, with all that they need.
    init?(_ comparison: UnitComparison, accepting accepted: Set<String>) {
        guard let reports = comparison.reports else { return nil }
        old = reports.old
        new = reports.new
        names = reports.names
        self.comparison = comparison
        kept = Set(comparison.units.map(\.id)).subtracting(accepted)
    }

    /// The merged report.
    /// - Throws: ``TesseraModel/DocumentFailure`` where the parts do not make a whole.
    func report() throws(DocumentFailure) -> CheckedReport {
        let report: CheckedReport
        do {
            report = try ReportDecoder.report(.object(root()))
        } catch {
            throw DocumentFailure(.partsDoNotFit(error.description))
        }
        let checks: [any Check] = [UniqueIDCheck(), CompleteRowsCheck(), ForeignKeyCheck(), SpanCheck()]
        var log = DiagnosticLog()
        let document = SourceDocument(origin: report.report.source, blocks: [])
        for check in checks { check.check(report.report, of: document, log: &log) }
        if let first = log.diagnostics.first { throw DocumentFailure(.partsDoNotFit(first.message)) }
        return report
    }

    /// The merged `report.json`.
    func root() -> JSONObject {
        var root = new.root
        root["report"] = .object(identity)
        root["rows"] = .array(rows.map(JSONValue.object))
        for list in UnitContents.lists {
            let items = self.items(list)
            let isOptional = ["repairs", "other_links"].contains(list)
            root[list] = items.isEmpty && isOptional ? nil : .array(items.map(JSONValue.object))
        }
        return root
    }

    private func isNew(_ unit: String) -> Bool { !kept.contains(unit) }

    private var identity: JSONObject {
        let origin: Set<String> = ["source", "extracted_from"]
        let source = (isNew(UnitNames.source) ? new : old).root.object("report").sorted
        let rest = (isNew(UnitNames.report) ? new : old).root.object("report").without(origin)
        return rest.adding(JSONObject(source.filter { origin.contains($0.key) }))
    }

    private var rows: [JSONObject] {
        let oldRows = Dictionary(old.rows.map { ($0.text("id"), $0) }) { first, _ in first }
        let newRows = Dictionary(new.rows.map { ($0.text("id"), $0) }) { first, _ in first }
        let order =
            isNew(UnitNames.rowOrder)
            ? MergedOrder.of(new.rowIDs, old.rowIDs) : MergedOrder.of(old.rowIDs, new.rowIDs)
        let chosen = order.compactMap { id -> JSONObject? in
            let isNew = isNew(names.row(id))
            guard names.isShared(row: id), let oldRow = oldRows[id], let newRow = newRows[id] else {
                return isNew ? newRows[id] : oldRows[id]
            }
            let oldCells = Dictionary(oldRow.objects("cells").map { ($0.text("id"), $0) }) { first, _ in first }
            let cells = (isNew ? newRow : oldRow).objects("cells").map { $0.text("id") }
            let newCells = Dictionary(newRow.objects("cells").map { ($0.text("id"), $0) }) { first, _ in first }
            var row = isNew ? newRow : oldRow
            row["cells"] = .array(
                cells.compactMap { cell in
                    (self.isNew(names.cell(cell)) ? newCells[cell] : oldCells[cell]).map(JSONValue.object)
                }
            )
            return row
        }
        return chosen.enumerated().map { index, row in
            var row = row
            row["position"] = .number(index + 1)
            return row
        }
    }

    /// The elements of a list, unit by unit.
    private func items(_ list: String) -> [JSONObject] {
        if list == "diagnostics" { return diagnostics + notes }
        let (oldUnits, oldItems) = grouped(old, list)
        let (newUnits, newItems) = grouped(new, list)
        return MergedOrder.of(newUnits, oldUnits).flatMap { (isNew($0) ? newItems : oldItems)[$0] ?? [] }
    }

    /// The diagnostics in the order in which a conversion writes them: those of one unit do not stand together there,
    /// and in another order, each of them would be a change.
    private var diagnostics: [JSONObject] {
        let old = numberedDiagnostics(of: old)
        let new = numberedDiagnostics(of: new)
        let items = (old: grouped(self.old, "diagnostics").items, new: grouped(self.new, "diagnostics").items)
        var next: [String: Int] = [:]
        return MergedOrder.of(new.keys, old.keys).compactMap { key in
            guard let unit = new.units[key] ?? old.units[key] else { return nil }
            let isNew = isNew(unit)
            guard (isNew ? new : old).units[key] != nil else { return nil }
            // Each unit keeps its own order, whatever stands between.
            let index = next[unit, default: 0]
            next[unit] = index + 1
            let found = (isNew ? items.new : items.old)[unit] ?? []
            return index < found.count ? found[index] : nil
        }
    }

    /// The diagnostics of a report by what they say, wherever they stand in the source, with a number where several say
    /// the same, and their units.
    private func numberedDiagnostics(of report: GoldenReport) -> (keys: [String], units: [String: String]) {
        var keys: [String] = []
        var units: [String: String] = [:]
        var counts: [String: Int] = [:]
        for item in report.root.objects("diagnostics") where !KeptPart.isNote(item, in: "diagnostics") {
            let unit = names.unit(of: item, in: "diagnostics")
            let text = "\(unit) \(item.text("id")) \(item.text("message"))"
            let count = counts[text, default: 0]
            counts[text] = count + 1
            let key = "\(count) \(text)"
            keys.append(key)
            units[key] = unit
        }
        return (keys, units)
    }

    private func grouped(_ report: GoldenReport, _ list: String) -> (units: [String], items: [String: [JSONObject]]) {
        var units: [String] = []
        var items: [String: [JSONObject]] = [:]
        for item in report.root.objects(list) where !KeptPart.isNote(item, in: list) {
            let unit = names.unit(of: item, in: list)
            if items[unit] == nil { units.append(unit) }
            items[unit, default: []].append(item)
        }
        return (units, items)
    }

    private var notes: [JSONObject] {
        let checksum = old.source.checksum
        let source = isNew(UnitNames.source) && checksum != new.source.checksum ? checksum : nil
        return comparison.units.filter { kept.contains($0.id) }.map { unit in
            // A cell of a row that came or went may not be in the dataset.
            let cell = unit.cell.flatMap { old.rowOfCell[$0] == nil ? nil : $0 }
            return KeptPart.note(on: unit.id, cell: cell, from: source)
        }
    }
}

extension Diagnostic {
    fileprivate static func partsDoNotFit(_ reason: String) -> Diagnostic {
        Diagnostic(
            "parts-do-not-fit",
            .error,
            "what was accepted cannot stand beside what was not: \(reason)",
            suggestion: "accept or reject what belongs together, or accept all"
        )
    }
}
