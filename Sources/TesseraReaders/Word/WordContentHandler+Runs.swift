import LibXML
import TesseraModel

/// Runs: text, what stands for a character, fields and hyperlinks.
extension WordContentHandler {
    func startRunElement(_ element: WordElement, _ tag: borrowing XMLTag) {
        switch element {
        case .runStyle:
            if !paragraph.isInProperties, stylesBuilder == nil, styles[tag.value(.value)]?.isHidden == true {
                hideRun()
            }
        case .hidden:
            // What the run says itself comes before what its style says.
            if !paragraph.isInProperties, stylesBuilder == nil { tag.isSwitchedOn ? hideRun() : endRun() }
        case .deletedText: collecting = .deletedText
        case .tabStops: isInTabStops = true
        // Inside the properties of a paragraph, a tab is a stop on the ruler.
        case .tab: if !isInTabStops { builder.append("\t") }
        case .lineBreak: breakLine(tag.value(.type))
        case .carriageReturn: builder.breakLine()
        case .noBreakHyphen: builder.append("\u{2011}")
        case .softHyphen: builder.append("\u{AD}")
        case .symbol:
            let code = tag.value(.characterCode).flatMap { UInt32($0, radix: 16) }
            if let scalar = code.flatMap(Unicode.Scalar.init) { builder.append(String(scalar)) }
        case .simpleField:
            let field = WordField(instruction: tag.value(.instruction) ?? "", isInResult: true)
            begin(field)
        case .fieldCharacter: takeFieldCharacter(tag.value(.fieldCharacterType))
        case .fieldInstruction: collecting = .fieldInstruction
        case .hyperlink, .oldHyperlink:
            let target = element == .hyperlink ? self.target(of: tag) : oldTarget(of: tag)
            if let target { builder.beginLink(to: target) }
        default: break
        }
    }

    func endRun() {
        guard isRunHidden else { return }
        isRunHidden = false
        builder.setHidden(false)
    }

    private func hideRun() {
        isRunHidden = true
        builder.setHidden(true)
    }

    private func breakLine(_ type: String?) {
        builder.breakLine()
        if type == "page" { builder.pageBreak(at: place) }
    }

    func endLink(_ element: WordElement) {
        guard element == .simpleField else { return builder.endLink() }
        if let field = fields.popLast(), field.isLink { builder.endLink() }
    }

    // MARK: Fields

    private func begin(_ field: WordField) {
        var field = field
        if field.isInResult, let target = field.linkTarget {
            field.isLink = true
            builder.beginLink(to: target)
        }
        fields.append(field)
    }

    private func takeFieldCharacter(_ type: String?) {
        switch type {
        case "begin": fields.append(WordField())
        case "separate":
            // Once: what a field says is read from front to back.
            guard fields.last?.isInResult == false, var field = fields.popLast() else { return }
            field.isInResult = true
            begin(field)
        case "end":
            if let field = fields.popLast(), field.isLink { builder.endLink() }
        default: break
        }
    }

    /// Whether the innermost field stands in the instruction of another one, which its result then belongs to.
    var isInOuterInstruction: Bool { fields.count > 1 && fields.dropLast().contains { !$0.isInResult } }

    func addToInstruction(_ text: borrowing XMLText) {
        guard let field = fields.lastIndex(where: { !$0.isInResult }) else { return }
        var bytes: [UInt8] = []
        text.append(to: &bytes)
        fields[field].instruction += String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Hyperlinks

    private func target(of tag: borrowing XMLTag) -> String? {
        let external = tag.value(.relationship).flatMap { surroundings.relationships[$0] }
        return WordContentHandler.target(external, anchor: tag.value(.anchor))
    }

    private func oldTarget(of tag: borrowing XMLTag) -> String? {
        WordContentHandler.target(tag.value(.destination), anchor: tag.value(.bookmark))
    }

    private static func target(_ external: String?, anchor: String?) -> String? {
        guard let anchor, !anchor.isEmpty else { return external }
        return "\(external ?? "")#\(anchor)"
    }
}
