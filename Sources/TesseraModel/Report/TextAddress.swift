/// A text of the report that can hold links.
public enum TextAddress: Sendable, Hashable, CustomStringConvertible {
    case cell(CellAddress)
    /// The heading of a column, by the column's id.
    case columnHeading(String)
    /// The labels and titles of a row, by its id.
    case rowHeading(String)
    /// A paragraph before the matrix; numbers count from 1.
    case frontMatter(Int)
    /// An acronym in the list, as against its expansion.
    case glossaryKey(Int)
    case glossary(Int)
    /// A line of the resource list that names an organisation.
    case organisation(Int)
    /// The lines above the link of a resource, by the resource's id.
    case resourceTitle(String)
    /// The line of a resource that holds its link, by the resource's id.
    case resource(String)
    case backMatter(Int)

    public var cell: CellAddress? {
        if case .cell(let address) = self { address } else { nil }
    }

    /// The notation of `links.csv`; for a cell, its `cell_id`.
    public var description: String {
        switch self {
        case .cell(let address): address.description
        case .columnHeading(let column): "column-heading/\(column)"
        case .rowHeading(let row): "row-heading/\(row)"
        case .frontMatter(let number): "front-matter/\(number)"
        case .glossaryKey(let number): "glossary-key/\(number)"
        case .glossary(let number): "glossary/\(number)"
        case .organisation(let number): "organisation/\(number)"
        case .resourceTitle(let id): "resource-title/\(id)"
        case .resource(let id): "resources/\(id)"
        case .backMatter(let number): "back-matter/\(number)"
        }
    }
}

/// A text of the report as one reads it, made of one passage or of several.
public struct ReportText: Sendable, Equatable {
    public var address: TextAddress
    /// The passages, with a blank line between them.
    public var text: String
    /// Hyperlinks that the format marks, from front to back; ranges are UTF-8 bytes of `text`.
    public var hyperlinks: [Hyperlink]

    init(_ address: TextAddress, _ passages: [Passage]) {
        self.address = address
        text = passages.map(\.text).joined(separator: Cell.paragraphSeparator)
        hyperlinks = passages.joinedHyperlinks(separator: Cell.paragraphSeparator)
    }
}

extension Report {
    /// Every text of the report that can hold links or definitions, in the order of the dataset.
    public func texts() -> [ReportText] {
        var all: [ReportText] = []
        all += frontMatter.enumerated().map { ReportText(.frontMatter($0 + 1), [$1.passage]) }
        all += columns.map { ReportText(.columnHeading($0.id), [$0.heading]) }
        all += rows.map { ReportText(.rowHeading($0.id), $0.labels + $0.titles) }
        all += cells.map { ReportText(.cell($0.address), $0.paragraphs) }
        for (index, entry) in glossary.enumerated() {
            all.append(ReportText(.glossaryKey(index + 1), [entry.key]))
            if let expansion = entry.expansion { all.append(ReportText(.glossary(index + 1), [expansion])) }
        }
        all += organisations.enumerated().map { ReportText(.organisation($0 + 1), [$1]) }
        for entry in resources {
            if !entry.titles.isEmpty { all.append(ReportText(.resourceTitle(entry.id), entry.titles)) }
            if let target = entry.target { all.append(ReportText(.resource(entry.id), [target])) }
        }
        all += backMatter.enumerated().map { ReportText(.backMatter($0 + 1), [$1.passage]) }
        return all
    }
}
