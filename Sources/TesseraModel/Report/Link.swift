/// A URL or an e-mail address in the text.
public struct Link: Sendable, Equatable {
    public enum Kind: String, Sendable {
        case url, email
    }

    /// What was done to make `url` of `asWritten`.
    public enum Repair: String, Sendable {
        case addedScheme = "added-scheme"
        case addedPath = "added-path"
        case loweredHost = "lowered-host"
        /// Sentence punctuation followed at once and was left out.
        case trimmedPunctuation = "trimmed-punctuation"
    }

    public var kind: Kind
    public var asWritten: String
    /// Absolute and normalised; `mailto:` for an e-mail address.
    public var url: String
    public var host: String
    public var repairs: [Repair]
    /// Where the link stands.
    public var place: TextAddress
    /// UTF-8 byte offsets into the text at `place`.
    public var range: Range<Int>

    public init(
        kind: Kind,
        asWritten: String,
        url: String,
        host: String,
        repairs: [Repair],
        place: TextAddress,
        range: Range<Int>
    ) {
        self.kind = kind
        self.asWritten = asWritten
        self.url = url
        self.host = host
        self.repairs = repairs
        self.place = place
        self.range = range
    }

    /// `link_id`
    public var id: String { "\(place)@\(range.lowerBound)" }
}

/// A text of the report that can hold links.
public enum TextAddress: Sendable, Hashable, CustomStringConvertible {
    case cell(CellAddress)
    /// The labels and titles of a row, by its id.
    case rowHeading(String)
    /// A paragraph before the matrix; numbers count from 1.
    case frontMatter(Int)
    case glossary(Int)
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
        case .rowHeading(let row): "row-heading/\(row)"
        case .frontMatter(let number): "front-matter/\(number)"
        case .glossary(let number): "glossary/\(number)"
        case .resource(let id): "resources/\(id)"
        case .backMatter(let number): "back-matter/\(number)"
        }
    }
}

extension Report {
    /// Every text of the report that can hold links or definitions, in the order of the dataset.
    public func texts() -> [(address: TextAddress, text: String)] {
        var all: [(address: TextAddress, text: String)] = []
        all += frontMatter.enumerated().map { (.frontMatter($0 + 1), $1.passage.text) }
        all += rows.map { row in
            let heading = (row.labels + row.titles).map(\.text).joined(separator: Cell.paragraphSeparator)
            return (.rowHeading(row.id), heading)
        }
        all += cells.map { (.cell($0.address), $0.text) }
        all += glossary.enumerated().compactMap { index, entry in
            entry.expansion.map { (.glossary(index + 1), $0.text) }
        }
        all += resources.compactMap { entry in entry.target.map { (.resource(entry.id), $0.text) } }
        all += backMatter.enumerated().map { (.backMatter($0 + 1), $1.passage.text) }
        return all
    }
}
