public import TesseraModel

/// What changed between two versions of a report.
public struct ReportDifference: Sendable, Equatable {
    /// The names of a version.
    public struct Edition: Sendable, Equatable {
        /// `report id`
        public var id: String
        public var title: String
        public var revised: PartialDate?
        /// The document that it was read from.
        public var source: Origin

        init(_ report: Report) {
            id = report.identity.id
            title = report.identity.title
            revised = report.identity.revised
            source = report.source
        }
    }

    /// Rows of both versions that are the same.
    public struct RowPair: Sendable, Equatable {
        public enum Relation: String, Sendable, CaseIterable {
            case same, renumbered, split, merged, added, removed
        }

        /// `row_id` of the old rows; none for an added one, several for those that were merged.
        public var old: [String]
        /// `row_id` of the new rows; none for a removed one, several for those that one was split into.
        public var new: [String]
        public var relation: Relation
    }

    /// A column of both versions.
    public struct ColumnPair: Sendable, Equatable {
        /// `column_id`; nil for an added one.
        public var old: String?
        /// `column_id`; nil for a removed one.
        public var new: String?
    }

    public let old: Edition
    public let new: Edition
    /// In the order of the new version; removed rows behind the one that they followed.
    public let rows: [RowPair]
    /// Content columns, in the order of the new version, removed ones last.
    public let columns: [ColumnPair]
    /// In reading order of the new version.
    public private(set) var changes: [Change]

    /// Compares two versions.
    ///
    /// Rows are matched by their references, titles and texts together, cells by row and column. What cells have lost and
    /// won is looked for in all others: text that moved is told once. Inside a cell sentences are aligned, then words.
    /// - Parameters:
    ///   - old: the earlier version.
    ///   - new: the later one.
    public init(old: Report, new: Report) {
        var comparison = Comparison(old, new)
        comparison.run()
        self.old = Edition(old)
        self.new = Edition(new)
        rows = comparison.groups.map(\.pair)
        columns = comparison.columns.map { ColumnPair(old: $0.old?.id, new: $0.new?.id) }
        changes = comparison.sortedChanges
    }

    /// The same without changes of formatting alone.
    public var ofSubstance: ReportDifference {
        var difference = self
        difference.changes.removeAll { !$0.kind.isOfSubstance }
        for index in difference.changes.indices { difference.changes[index].number = index + 1 }
        return difference
    }

    /// Whether the versions say different things.
    public var isOfSubstance: Bool { changes.contains { $0.kind.isOfSubstance } }

    /// The number of changes of each kind that there is, in the order of the kinds.
    public var counts: [(kind: Change.Kind, count: Int)] {
        let counts = Dictionary(grouping: changes, by: \.kind).mapValues(\.count)
        return Change.Kind.allCases.compactMap { kind in counts[kind].map { (kind, $0) } }
    }
}
