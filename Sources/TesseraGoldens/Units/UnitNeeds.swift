import TesseraModel

/// Which units can only be taken together with others, so that everything that is named in a dataset is in it.
struct UnitNeeds {
    private var needs: [String: Set<String>] = [:]
    private let changed: Set<String>

    /// - Parameter changed: the units in which the versions differ.
    init(
        _ old: GoldenReport,
        _ oldContents: UnitContents,
        _ new: GoldenReport,
        _ newContents: UnitContents,
        _ names: UnitNames,
        changed: Set<String>
    ) {
        self.changed = changed
        let oldNames = (acronyms: UnitNeeds.acronyms(old), rows: Set(old.rowIDs))
        let newNames = (acronyms: UnitNeeds.acronyms(new), rows: Set(new.rowIDs))
        for unit in changed {
            // Places of what is taken are those of the new source.
            add(unit, UnitNames.source)
            // What is named and new must come with it.
            for part in newContents.parts[unit] ?? [] {
                for acronym in UnitNeeds.mentions(part) where !oldNames.acronyms.contains(acronym) {
                    add(unit, names.acronym(acronym))
                }
                for row in UnitNeeds.references(part) where !oldNames.rows.contains(row) { add(unit, names.row(row)) }
            }
            // What is named and goes can go only with whatever names it.
            for part in oldContents.parts[unit] ?? [] {
                for acronym in UnitNeeds.mentions(part) where !newNames.acronyms.contains(acronym) {
                    add(names.acronym(acronym), unit)
                }
                for row in UnitNeeds.references(part) where !newNames.rows.contains(row) { add(names.row(row), unit) }
            }
            // A cell that repeats another one reads as that one does.
            for part in (oldContents.parts[unit] ?? []) + (newContents.parts[unit] ?? []) {
                for span in part.value.objects("spans") {
                    let origin = names.cell(span.text("origin"))
                    add(unit, origin)
                    add(origin, unit)
                }
            }
        }
    }

    func of(_ unit: String) -> Set<String> { needs[unit] ?? [] }

    private mutating func add(_ unit: String, _ other: String) {
        if unit != other, changed.contains(unit), changed.contains(other) { needs[unit, default: []].insert(other) }
    }

    private static func acronyms(_ report: GoldenReport) -> Set<String> {
        Set(report.root.objects("acronyms").map { $0.text("id") })
    }

    /// The acronyms that a part mentions, with those that it may mean.
    private static func mentions(_ part: UnitContents.Part) -> [String] {
        guard part.list == "cells" else { return [] }
        return part.value.objects("acronyms").flatMap { mention in
            [mention.text("acronym")]
                + mention.values("alternatives").compactMap { if case .string(let id) = $0 { id } else { nil } }
        }
    }

    /// The rows that a part refers to.
    private static func references(_ part: UnitContents.Part) -> [String] {
        part.value.objects("references").map { $0.text("row") }.filter { !$0.isEmpty }
    }
}
