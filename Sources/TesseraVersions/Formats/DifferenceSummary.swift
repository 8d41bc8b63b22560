import TesseraModel

/// What a difference comes to, in a few sentences.
public struct DifferenceSummary: Sendable {
    /// The versions: `a → b`.
    public let versions: String
    /// What became of rows and columns: `36 rows the same, 1 added`.
    public let rows: String
    /// How many changes there are of each kind.
    public let changes: String

    /// - Parameter difference: what is summed up.
    public init(_ difference: ReportDifference) {
        // The same report in two forms has one name.
        let isSame = difference.old.id == difference.new.id && difference.old.source.path != difference.new.source.path
        versions = [difference.old, difference.new].map { edition in
            DifferenceSummary.name(edition) + (isSame ? " (\(edition.source.path))" : "")
        }.joined(separator: " → ")
        var relations: [ReportDifference.RowPair.Relation: Int] = [:]
        for row in difference.rows { relations[row.relation, default: 0] += 1 }
        let parts = ReportDifference.RowPair.Relation.allCases.compactMap { relation in
            relations[relation].map { "\($0) \(relation == .same ? "the same" : relation.rawValue)" }
        }
        rows = "rows: " + (parts.isEmpty ? "none" : parts.joined(separator: ", "))
        let counts = difference.counts.map { "\($0.count) \($0.kind.rawValue)" }
        changes =
            counts.isEmpty
            ? "no changes"
            : "\(difference.changes.count) change\(difference.changes.count == 1 ? "" : "s"): "
                + counts.joined(separator: ", ")
    }

    private static func name(_ edition: ReportDifference.Edition) -> String {
        guard let revised = edition.revised, !edition.id.hasSuffix(revised.description) else { return edition.id }
        return "\(edition.id) (\(revised))"
    }
}
