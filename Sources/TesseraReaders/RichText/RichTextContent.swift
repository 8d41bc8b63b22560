import TesseraModel

/// Builds a document from the tokens of Rich Text Format.
///
/// This file holds what is common to all; the extensions hold what groups, characters and control words mean. Nothing
/// here is recursive: groups are counted, and only those that change something are remembered.
struct RichTextContent {
    /// A group that changes something, with those around it that change nothing.
    struct SavedState {
        /// What holds outside of it.
        var state: RichTextState
        var groups: Int
    }

    /// What is put aside where a flow begins inside a paragraph.
    struct SavedFlow {
        var tables: [RichTextTable]
        var rowDefinition: RichTextRowDefinition
        var rowIsAnnounced: Bool
        var rowIsExpected: Bool
        var oldListLevel: Int?
    }

    /// How many groups may change something inside one another, for each level of the limit on depth: each takes memory,
    /// and no stack. Writers that forget to close groups come to thousands of them.
    static let groupsPerLevel = 4_096

    /// How deep tables, notes and fields may be nested.
    let deepest: Int
    var scanner: RichTextScanner
    private var places: RichTextPlaces
    var builder: FlowBuilder
    var metadata = DocumentMetadata()

    // Groups
    /// Only ``change(_:)`` sets it.
    var state = RichTextState()
    var savedStates: [SavedState] = []
    /// Innermost groups that have changed nothing yet.
    var unchangedGroups = 0
    var depth = 0
    var openings: [(depth: Int, opening: RichTextOpening)] = []
    /// Whether the group began with `\*`: who does not know its first word passes over it.
    var isOptional = false

    // Text
    var fonts = RichTextFonts()
    /// Bytes that become characters once it is clear that no more of them follow.
    var encoded: [UInt8] = []
    /// Whether the last of these bytes is the first half of a character.
    var waitsForTrail = false
    var malformedCharacters = 0
    /// Characters that only stand for a Unicode character before them.
    var fallbacksLeft = 0
    /// The first half of a character that Unicode has in two.
    var leadSurrogate: UInt32?
    /// The text of a value or of the name of a style.
    var collected: [UInt8] = []
    /// How much text there has been.
    var textLength = 0
    var isEncapsulatedHTML = false
    /// Whether the last HTML tag was a character reference, for which the text behind it stands.
    var isBehindReference = false

    // Document
    var styles = RichTextStyles()
    var time = RichTextTime()
    var fields: [RichTextField] = []
    /// The targets of hyperlinks, by their numbers less one.
    var links: [String] = []
    var tables: [RichTextTable] = []
    /// The cells of tables that are not over yet.
    var cellCount = 0
    /// The properties of the rows of the outermost tables, and of those of nested tables.
    var rowDefinition = RichTextRowDefinition()
    var nestedRowDefinition = RichTextRowDefinition()
    /// Whether the properties of a row have come, and the row has not ended.
    var rowIsAnnounced = false
    /// Whether paragraphs that say nothing of a table belong to a row: those behind its properties, and those behind
    /// another row, to the next default paragraph.
    var rowIsExpected = false
    /// The level of an item of a list as Word 95 wrote them, from 0.
    var oldListLevel: Int?
    var savedFlows: [SavedFlow] = []
    /// The marks of the open flow and of those around it, as the builder has them.
    var openMarks = RichTextState.Marks()
    var outerMarks: [RichTextState.Marks] = []
    var notes: [RichTextNote] = []
    var noteCount = 0
    /// Whether the number of a note has been met outside of it.
    var hasNoteNumber = false

    /// - Parameter start: where the brace of the document stands.
    init(_ bytes: [UInt8], from start: Int, limits: ReadingLimits) {
        deepest = limits[.depth]
        scanner = RichTextScanner(bytes, from: start)
        places = RichTextPlaces()
        builder = FlowBuilder(limits: limits)
    }

    /// The place of the token that was read last.
    mutating func place() -> SourcePlace { places.place(at: scanner.tokenStart, in: scanner) }

    /// Reads to the end of the document.
    mutating func read() {
        while !builder.hasFailed, let token = scanner.next() {
            switch token {
            case .text(let range): take(range)
            case .byte(let byte): take(byte)
            case .word(let word, let parameter):
                flush()
                take(word, parameter)
            case .symbol(let symbol):
                flush()
                if symbol == UInt8(ascii: "*") { isOptional = true } else { take(symbol: symbol) }
            case .groupStart:
                flush()
                beginGroup()
            case .groupEnd:
                flush()
                endGroup()
                if depth == 0 { return }
            }
        }
    }

    /// The blocks of the document; what is still open is closed.
    mutating func finish() -> [Block] {
        guard !builder.hasFailed else { return [] }
        flush()
        while let opening = openings.popLast() { finish(opening.opening) }
        endDeletion()
        endTables(above: 0)
        return builder.finish()
    }

    // MARK: Control words

    private mutating func take(_ word: RichTextWord?, _ parameter: Int?) {
        let isOptional = self.isOptional
        self.isOptional = false
        guard let word else {
            fallbacksLeft = 0
            // What a writer marks as optional is meant for those who know it.
            if isOptional, depth > 1 { scanner.skipGroup() }
            return
        }
        if word == .htmlTag { meetHTMLTag() }
        if depth > 1, word.isSkipped || word == .htmlTag { return scanner.skipGroup() }
        switch word {
        case .unicode, .binary: break
        default:
            if takeCharacter(word) { return }
            fallbacksLeft = 0
        }
        takeWord(word, parameter)
    }
}
