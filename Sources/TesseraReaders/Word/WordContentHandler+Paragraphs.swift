import LibXML
import TesseraModel

/// Paragraphs and their properties.
extension WordContentHandler {
    func startParagraph() {
        openCell()
        // The mark between this paragraph and the one before was deleted: they are one.
        if paragraph.isMarkDeleted, builder.isInParagraph {
            paragraph = ParagraphState()
            return
        }
        paragraph = ParagraphState()
        builder.beginParagraph(.text, at: place)
        if styles.defaultParagraphStyle != nil { builder.setKind(kind) }
    }

    func endParagraph() {
        if paragraph.isMarkDeleted { return }
        builder.endParagraph()
    }

    func startParagraphProperty(_ element: WordElement, _ tag: borrowing XMLTag) {
        switch element {
        case .paragraphProperties: paragraph.isInProperties = true
        case .paragraphStyle: paragraph.style = tag.value(.value)
        case .listLevel: paragraph.listLevel = tag.wordNumber
        case .list: paragraph.list = tag.value(.value)
        case .outlineLevel: paragraph.outlineLevel = tag.wordNumber
        default: break
        }
    }

    func endParagraphProperties() {
        paragraph.isInProperties = false
        builder.setKind(kind)
        if styles[paragraph.style]?.isHidden == true { builder.hideParagraph() }
    }

    /// What the open paragraph is: direct properties come before those of its style.
    private var kind: FlowBuilder.ParagraphKind {
        let style = styles[paragraph.style ?? styles.defaultParagraphStyle]
        // Nine levels of headings; the tenth means body text.
        if let level = paragraph.outlineLevel ?? style?.outlineLevel, (0..<9).contains(level) {
            return .heading(level: level + 1)
        }
        if let list = paragraph.list ?? style?.list, list != "0" {
            let level = paragraph.listLevel ?? style?.listLevel ?? 0
            return .listItem(level: max(0, min(level, 8)) + 1)
        }
        return .text
    }
}
