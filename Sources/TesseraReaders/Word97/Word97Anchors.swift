/// What hangs on a character of the text and stands elsewhere: notes and text boxes.
struct Word97Anchors {
    enum Content {
        /// A note; its own mark stands in the text where it is not counted.
        case note(Range<Int>, Subdocument, isCounted: Bool)
        case textBox(Range<Int>)
    }

    /// From front to back.
    private(set) var all: [(character: Int, content: Content)] = []
    /// Texts that nothing refers to.
    private(set) var strays: [(characters: Range<Int>, subdocument: Subdocument)] = []

    init(_ file: Word97File) {
        addNotes(.footnotes, .footnoteReferences, .footnoteTexts, file)
        addNotes(.endnotes, .endnoteReferences, .endnoteTexts, file)
        addTextBoxes(file)
        all.sort { $0.character < $1.character }
    }

    /// The first anchor at a character, or behind it.
    func index(from character: Int) -> Int {
        all.firstIndexOfSorted { $0.character >= character }
    }

    private mutating func addNotes(
        _ subdocument: Subdocument,
        _ references: FileInformationBlock.Table,
        _ texts: FileInformationBlock.Table,
        _ file: Word97File
    ) {
        let references = PositionTable(file.table(references), elementSize: 2)
        let stories = file.stories(of: subdocument, PositionTable(file.table(texts), elementSize: 0))
        let main = file.range(of: .main)
        for (index, story) in stories.enumerated() {
            guard index < references.count, main.contains(references.position(index)) else {
                strays.append((story, subdocument))
                continue
            }
            let isCounted = references.element(index).short(at: 0) != 0
            all.append((references.position(index), .note(story, subdocument, isCounted: isCounted)))
        }
    }

    /// [MS-DOC], 2.8.34 (PlcftxbxTxt) and 2.8.37 (PlcfSpa).
    private mutating func addTextBoxes(_ file: Word97File) {
        let texts = PositionTable(file.table(.textBoxTexts), elementSize: 22)
        let stories = file.stories(of: .textBoxes, texts)
        guard !stories.isEmpty else { return }
        let anchors = PositionTable(file.table(.shapeAnchors), elementSize: 26)
        var characters: [Int: Int] = [:]
        for index in 0..<anchors.count {
            guard let shape = anchors.element(index).long(at: 0), characters[shape] == nil else { continue }
            characters[shape] = anchors.position(index)
        }
        let groups = ShapeGroups(file.table(.drawings))
        let main = file.range(of: .main)
        for (index, story) in stories.enumerated() {
            let shape = index < texts.count ? texts.element(index).long(at: 14) : nil
            let character = shape.flatMap { characters[$0] ?? characters[groups.outermost(of: $0)] }
            if let character, main.contains(character) {
                all.append((character, .textBox(story)))
            } else {
                strays.append((story, .textBoxes))
            }
        }
    }
}
