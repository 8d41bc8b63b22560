public import TesseraModel

/// What became of each cell over several versions of a report.
public struct ReportHistory: Sendable {
    /// A cell through all versions.
    public struct CellHistory: Sendable, Equatable {
        /// One for each version, in their order.
        public var states: [State]
    }

    /// A cell in one version.
    public struct State: Sendable, Equatable {
        /// Nil where the version has no such cell.
        public var address: CellAddress?
        public var status: CellStatus?
        public var text: String?
        /// The kinds of changes from the version before, in the order of the cell; empty in the first version.
        public var kinds: [Change.Kind] = []
    }

    /// The versions, in the order in which they were given.
    public let editions: [ReportDifference.Edition]
    /// The differences between each version and the next.
    public let differences: [ReportDifference]
    /// All cells that a version has, in the order of the first version that has them.
    public let cells: [CellHistory]

    /// Compares each version with the next.
    /// - Parameter reports: the versions, the earliest first.
    public init(_ reports: [Report]) {
        editions = reports.map(ReportDifference.Edition.init)
        differences = zip(reports, reports.dropFirst()).map { ReportDifference(old: $0, new: $1) }
        var lineages = Lineages()
        for (number, report) in reports.enumerated() {
            lineages.add(report, number, after: number > 0 ? differences[number - 1] : nil)
        }
        cells = lineages.histories
    }
}

/// Follows rows and columns from version to version.
private struct Lineages {
    private(set) var histories: [ReportHistory.CellHistory] = []
    /// Numbers of the histories by the addresses of the version before.
    private var places: [CellAddress: Int] = [:]

    mutating func add(_ report: Report, _ number: Int, after difference: ReportDifference?) {
        let origins = difference.map(Origins.init)
        let kinds = difference.map { Lineages.kinds($0, in: report) } ?? [:]
        let losses = difference.map(Lineages.losses) ?? [:]
        var next: [CellAddress: Int] = [:]
        for cell in report.cells {
            let origin = origins.flatMap { $0.origin(of: cell.address) }
            let index = origin.flatMap { places[$0] } ?? histories.count
            if index == histories.count {
                histories.append(.init(states: Array(repeating: .init(), count: number)))
            }
            next[cell.address] = index
            // Of a row that was split, the first part goes on with the history.
            if let origin { places[origin] = nil }
            histories[index].states.append(
                .init(
                    address: cell.address,
                    status: cell.status,
                    text: cell.text,
                    kinds: Lineages.joined(kinds[cell.address] ?? [], origin.flatMap { losses[$0] } ?? [])
                )
            )
        }
        let merged = Set((difference?.rows ?? []).filter { $0.relation == .merged }.flatMap(\.old))
        for index in histories.indices where histories[index].states.count == number {
            // What has become part of another row is not gone.
            let kinds = histories[index].states.last?.address.map {
                merged.contains($0.row) ? .merged : Change.Kind.removed
            }
            histories[index].states.append(.init(kinds: kinds.map { [$0] } ?? []))
        }
        places = next
    }

    /// What the cells of the version before have lost, by their addresses there: a row may have another one since.
    private static func losses(_ difference: ReportDifference) -> [CellAddress: [Change.Kind]] {
        var losses: [CellAddress: [Change.Kind]] = [:]
        for change in difference.changes where change.new == nil || change.kind == .moved {
            guard let row = change.old?.row, let column = change.old?.column else { continue }
            let address = CellAddress(row: row, column: column)
            losses[address] = joined(losses[address] ?? [], [change.kind])
        }
        return losses
    }

    private static func joined(_ kinds: [Change.Kind], _ others: [Change.Kind]) -> [Change.Kind] {
        kinds + others.filter { !kinds.contains($0) }
    }

    private static func kinds(_ difference: ReportDifference, in report: Report) -> [CellAddress: [Change.Kind]] {
        var kinds: [CellAddress: [Change.Kind]] = [:]
        for change in difference.changes where change.kind.isOfSubstance {
            guard let row = change.new?.row, let column = change.new?.column else { continue }
            let address = CellAddress(row: row, column: column)
            kinds[address] = joined(kinds[address] ?? [], [change.kind])
        }
        // Cells of rows that were parted or joined say what several or a part of one said.
        for pair in difference.rows where pair.relation == .split || pair.relation == .merged {
            let kind: Change.Kind = pair.relation == .split ? .split : .merged
            for address in report.cells.map(\.address) where pair.new.contains(address.row) {
                kinds[address] = joined([kind], kinds[address] ?? [])
            }
        }
        let rows = Set(difference.rows.filter { $0.relation == .added }.flatMap(\.new))
        let columns = Set(difference.columns.filter { $0.old == nil }.compactMap(\.new))
        for address in report.cells.map(\.address) where rows.contains(address.row) || columns.contains(address.column)
        {
            kinds[address] = [.added]
        }
        return kinds
    }
}

/// Where the cells of a version stood in the one before.
private struct Origins {
    private let rows: [String: String]
    private let columns: [String: String]

    init(_ difference: ReportDifference) {
        var rows: [String: String] = [:]
        for pair in difference.rows {
            guard let old = pair.old.first else { continue }
            for new in pair.new { rows[new] = old }
        }
        self.rows = rows
        columns = Dictionary(
            uniqueKeysWithValues: difference.columns.compactMap { pair in
                pair.new.flatMap { new in pair.old.map { (new, $0) } }
            }
        )
    }

    func origin(of address: CellAddress) -> CellAddress? {
        guard let row = rows[address.row], let column = columns[address.column] else { return nil }
        return CellAddress(row: row, column: column)
    }
}
