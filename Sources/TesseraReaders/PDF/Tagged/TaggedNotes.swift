import TesseraModel

/// Which notes of a tagged document belong to which marks in its text.
///
/// A note stands where its text is printed: at the foot of a page, or behind everything else. The structure does not say
/// where it is called, but the text there has the same mark as the note, set smaller than the text around it.
struct TaggedNotes {
    /// The mark in front of each note, by the note's element.
    private var marks: [Int: (text: String, content: PDFStructureContent)] = [:]
    /// The note that is called, by the element that calls it.
    private var called: [Int: Int] = [:]
    private var callers: Set<Int> = []

    /// How many bytes a mark has at most: a number, a letter, or some asterisks.
    private static let longestMark = 4
    /// How small a mark is, measured by the text that it stands in: superscripts have 58 to 66 per cent of its size.
    private static let largestShare = 0.9

    init(_ tree: PDFStructureTree, _ text: PDFMarkedText) {
        var waiting: [String: [Int]] = [:]
        let inside = TaggedNotes.insideNotes(tree)
        for index in tree.elements.indices where inside[index] == index {
            guard let (content, mark) = TaggedNotes.firstPiece(of: index, tree, text),
                mark.utf8.count <= TaggedNotes.longestMark
            else { continue }
            marks[index] = (mark, content)
            waiting[mark, default: []].append(index)
        }
        guard !waiting.isEmpty else { return }
        for (mark, notes) in waiting { waiting[mark] = notes.reversed() }
        for index in tree.elements.indices where inside[index] == nil && TaggedNotes.canCall(tree.elements[index]) {
            guard let mark = text.text(of: index, in: tree)?.trimmedBlanks, waiting[mark]?.isEmpty == false,
                TaggedNotes.isSmall(index, tree, text), let note = waiting[mark]?.popLast()
            else { continue }
            called[index] = note
            callers.insert(note)
        }
    }

    /// The note that an element calls, and is nothing but the mark of.
    func note(calledBy index: Int) -> Int? { called[index] }

    /// Whether a note is called somewhere, and follows the paragraph there.
    func isCalled(_ note: Int) -> Bool { callers.contains(note) }

    /// The mark in front of a note; empty for none.
    func label(of note: Int) -> String { marks[note]?.text ?? "" }

    /// Whether some content is the mark of the note that it stands in.
    func isMark(_ content: PDFStructureContent, of note: Int) -> Bool { marks[note]?.content == content }

    private static func canCall(_ element: PDFStructureElement) -> Bool {
        ["Link", "Reference", "Lbl"].contains(element.type)
    }

    /// By element, the outermost note that it is or stands in.
    private static func insideNotes(_ tree: PDFStructureTree) -> [Int?] {
        var inside: [Int?] = []
        for (index, element) in tree.elements.enumerated() {
            let around = element.parent.flatMap { inside[$0] }
            if case .note = TaggedRole(element.type) { inside.append(around ?? index) } else { inside.append(around) }
        }
        return inside
    }

    /// The first piece of an element that says something, if another one follows it.
    private static func firstPiece(
        of index: Int,
        _ tree: PDFStructureTree,
        _ text: PDFMarkedText
    ) -> (PDFStructureContent, String)? {
        var open: [PDFStructureElement.Kid] = [.element(index)]
        var first: (PDFStructureContent, String)?
        while let kid = open.popLast() {
            switch kid {
            case .element(let inner): open.append(contentsOf: tree.elements[inner].kids.reversed())
            case .content(let content):
                guard let said = text[content]?.text?.trimmedBlanks, !said.isEmpty else { continue }
                if first != nil { return first }
                first = (content, said)
            case .link: break
            }
        }
        return nil
    }

    /// Whether the text of an element is smaller than that of the element around it.
    private static func isSmall(_ index: Int, _ tree: PDFStructureTree, _ text: PDFMarkedText) -> Bool {
        func size(_ index: Int) -> Double? {
            for kid in tree.elements[index].kids {
                if case .content(let content) = kid, let size = text[content]?.fontSize, size > 0 { return size }
            }
            return nil
        }
        var own: Double?
        // Down to the mark itself, and up to the text around it; both are near.
        var inner = index
        for _ in 0..<3 {
            own = size(inner)
            guard own == nil else { break }
            guard case .element(let next)? = tree.elements[inner].kids.first(where: { $0.isElement }) else { break }
            inner = next
        }
        var outer = tree.elements[index].parent
        while let element = outer, size(element) == nil {
            guard case .inline = TaggedRole(tree.elements[element].type) else { break }
            outer = tree.elements[element].parent
        }
        guard let own, let around = outer.flatMap(size) else { return false }
        return own < around * TaggedNotes.largestShare
    }
}

extension PDFStructureElement.Kid {
    fileprivate var isElement: Bool { if case .element = self { true } else { false } }
}

extension String {
    /// Without the blanks around it.
    var trimmedBlanks: String {
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.isBlank }),
            let last = scalars.lastIndex(where: { !$0.isBlank })
        else { return "" }
        return String(scalars[first...last])
    }
}
