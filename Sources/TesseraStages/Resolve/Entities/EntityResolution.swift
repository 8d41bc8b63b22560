public import TesseraModel

/// Finds what a reader of the report counts: dates, amounts of money, numbers of things, countries, regions and
/// organisations, in the text of cells.
///
/// It runs behind links, references and acronyms. Nothing is looked for inside a link or the symbol of a document; an
/// acronym that means something else is no organisation, whatever other texts mean by it.
public struct EntityResolution: Transform {
    private let rules: EntityRules

    /// - Parameter rules: what a pipeline file says about entities.
    public init(_ rules: EntityRules = EntityRules()) { self.rules = rules }

    public let name = "resolve"

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        report.entities = []
        guard !rules.kinds.isEmpty else { return }
        let organisations = ReportOrganisations(report.acronyms)
        let scanner = EntityScanner(names: organisations.names, dollar: rules.dollar)
        let links = Dictionary(grouping: report.links.filter(\.isShown)) { $0.place }
        let references = Dictionary(grouping: report.references) { $0.cell }
        let mentions = Dictionary(grouping: report.mentions) { $0.cell }
        for cell in report.cells where cell.status.isOwn {
            let text = cell.text
            let closed =
                (links[.cell(cell.address)] ?? []).map(\.range)
                + (references[cell.address] ?? []).compactMap(\.range)
            var known = closed.map { EntityScanner.KnownPart(range: $0, meaning: .closed) }
            for mention in mentions[cell.address] ?? [] {
                guard let part = organisations.part(of: mention) else { continue }
                known.append(part)
            }
            report.entities += scanner.scan(text, known: EntityResolution.inOrder(known))
                .filter { rules.kinds.contains($0.kind) }
                .map { Entity($0, in: cell.address, text) }
        }
    }

    /// The parts from front to back; of two that overlap, the first, and the longer one of two that begin together.
    private static func inOrder(_ parts: [EntityScanner.KnownPart]) -> [EntityScanner.KnownPart] {
        let sorted = parts.sorted {
            ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
        }
        var kept: [EntityScanner.KnownPart] = []
        for part in sorted where part.range.lowerBound >= kept.last?.range.upperBound ?? 0 { kept.append(part) }
        return kept
    }
}

extension Entity {
    fileprivate init(_ found: FoundEntity, in cell: CellAddress, _ text: String) {
        self.init(
            kind: found.kind,
            text: String(text.utf8Slice(found.range)),
            value: found.value,
            qualifier: found.qualifier,
            unit: found.unit,
            cell: cell,
            range: found.range
        )
    }
}
