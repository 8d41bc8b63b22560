/// A matrix report as data. Stages fill it step by step; a value always describes one whole document.
public struct Report: Sendable, Equatable {
    /// Names of the report, as the pipeline file and the document give them.
    public struct Identity: Sendable, Equatable {
        /// `report id`: the pipeline's id with the revision date, or with the name of the source.
        public var id: String
        public var title: String
        public var revised: PartialDate?
        public var documentCode: String?
        /// Language tag after BCP 47.
        public var language: String?
        /// Name of the numbering that references follow: `PoA`.
        public var scheme: String

        public init(id: String, title: String, language: String?, scheme: String) {
            self.id = id
            self.title = title
            self.language = language
            self.scheme = scheme
        }
    }

    public var identity: Identity
    public var source: Origin
    public var extractedFrom: Origin?
    public var columns: [Column] = []
    public var rows: [Row] = []
    /// Content cells, row by row, in the order of the columns.
    public var cells: [Cell] = []
    public var glossary: [GlossaryEntry] = []
    public var resources: [ResourceEntry] = []
    /// The lines of the resource list that name an organisation.
    public var organisations: [Passage] = []
    public var frontMatter: [Matter] = []
    public var backMatter: [Matter] = []
    public var discarded: [Discarded] = []
    public var references: [Reference] = []
    public var acronyms: [Acronym] = []
    public var mentions: [AcronymMention] = []
    public var links: [Link] = []
    public var entities: [Entity] = []
    /// Blanks that were mended.
    public var repairs: [WordRepair] = []
    /// Hyperlinks whose target is no address on the network: places in the document, files, other schemes.
    public var otherLinks: [OtherLink] = []

    public init(identity: Identity, source: Origin, extractedFrom: Origin? = nil) {
        self.identity = identity
        self.source = source
        self.extractedFrom = extractedFrom
    }

    /// Columns other than the row heading.
    public var contentColumns: [Column] { columns.filter { $0.role == .content } }
}

extension Report {
    /// Where a piece of the document ended up.
    public enum Destination: String, Sendable, CaseIterable {
        case columnHeading = "column-heading"
        case rowHeading = "row-heading"
        case cell
        /// A cell's text once more, at another address that the cell covers.
        case coveredCell = "covered-cell"
        case glossary
        case resources
        case frontMatter = "front-matter"
        case backMatter = "back-matter"
        case discarded
    }

    /// Calls `body` for every passage of the report: each character of the document is in exactly one of them, those
    /// of covered cells aside.
    /// - Parameter body: may change the passage in place.
    public mutating func updatePassages(_ body: (Destination, inout Passage) -> Void) {
        for index in columns.indices { body(.columnHeading, &columns[index].heading) }
        for row in rows.indices {
            for index in rows[row].labels.indices { body(.rowHeading, &rows[row].labels[index]) }
            for index in rows[row].titles.indices { body(.rowHeading, &rows[row].titles[index]) }
        }
        for cell in cells.indices {
            for index in cells[cell].paragraphs.indices {
                body(cells[cell].isCovered(index) ? .coveredCell : .cell, &cells[cell].paragraphs[index])
            }
        }
        for entry in glossary.indices {
            body(.glossary, &glossary[entry].key)
            if var expansion = glossary[entry].expansion {
                body(.glossary, &expansion)
                glossary[entry].expansion = expansion
            }
        }
        for index in organisations.indices { body(.resources, &organisations[index]) }
        for entry in resources.indices {
            for index in resources[entry].titles.indices { body(.resources, &resources[entry].titles[index]) }
            if var target = resources[entry].target {
                body(.resources, &target)
                resources[entry].target = target
            }
        }
        for index in frontMatter.indices { body(.frontMatter, &frontMatter[index].passage) }
        for index in backMatter.indices { body(.backMatter, &backMatter[index].passage) }
        for index in discarded.indices { body(.discarded, &discarded[index].passage) }
    }

    /// Every passage of the report with where it stands, for stages that only look.
    public func passages() -> [(destination: Destination, passage: Passage)] {
        var all: [(destination: Destination, passage: Passage)] = []
        var copy = self
        copy.updatePassages { all.append(($0, $1)) }
        return all
    }
}
