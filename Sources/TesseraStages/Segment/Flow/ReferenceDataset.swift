import TesseraModel

/// An earlier version of the same report: its titles and texts show where cells begin and end.
public struct ReferenceDataset: Sendable {
    /// A row of the earlier version.
    public struct Row: Sendable {
        var keys: Set<String>
        var title: WordBag
        /// By content column, in the order of the rules.
        var cells: [WordBag]
        /// The same as they are written, in normal form.
        var texts: [String]
    }

    private let rows: [Row]
    /// Its words, to mend those of this version.
    let vocabulary: Vocabulary
    private let byKey: [String: Int]

    /// - Parameter rows: the id of each row, its titles, and the texts of its cells in the order of the content columns.
    public init(_ rows: [(id: String, titles: String, cells: [String])]) {
        self.rows = rows.map { row in
            Row(
                keys: Set(ReferenceDataset.keys(of: row.id)),
                title: WordBag(row.titles),
                cells: row.cells.map { WordBag($0) },
                texts: row.cells.map(WhiteSpaceNormalisation.normalised)
            )
        }
        var vocabulary = Vocabulary()
        for text in rows.flatMap({ [$0.titles] + $0.cells }) {
            vocabulary.learn(WhiteSpaceNormalisation.normalised(text))
        }
        self.vocabulary = vocabulary
        var byKey: [String: Int] = [:]
        for (number, row) in self.rows.enumerated() {
            for key in row.keys where byKey[key] == nil { byKey[key] = number }
        }
        self.byKey = byKey
    }

    /// All texts of a content column, for its vocabulary.
    func texts(of column: Int) -> [String] { rows.compactMap { column < $0.texts.count ? $0.texts[column] : nil } }

    /// The row that shares most paragraphs with some labels; nil where none shares any.
    func row(for keys: [ParagraphKey]) -> Row? {
        var votes: [Int: Int] = [:]
        for key in keys { if let number = byKey[key.description] { votes[number, default: 0] += 1 } }
        return votes.min { ($1.value, $0.key) < ($0.value, $1.key) }.map { rows[$0.key] }
    }

    /// The paragraphs that a row id names: its suffix for clashes aside.
    private static func keys(of id: String) -> [String] {
        let name = id.split(separator: "~").first ?? ""
        return name.split(separator: "+").map(String.init)
    }
}
