import LibXML
import TesseraModel

/// Builds the text of an OpenDocument, or of one part of its package, while it is parsed.
///
/// Sections in comments are those of OpenDocument 1.3 part 3.
final class OpenDocumentContent: MarkupHandler {
    /// What remains to be done when an element ends.
    enum Closing {
        case nothing, paragraph, link, inset, table
        case row(copies: Int)
        case cell(copies: Int)
        /// A frame shows the first of its alternatives that a program can show (10.4.2).
        case frame(isFilled: Bool)
        case hiddenText(start: Int, value: String)
        case capture(OpenDocumentName)
        case style(name: String, family: String)
        case defaultStyle
    }

    /// What holds for an element and everything inside it.
    struct Scope {
        /// Where rows and cells may stand; anywhere else, markup is broken, and their text is text of the flow.
        enum Level { case flow, table, row }

        var level = Level.flow
        var listLevel = 0
        /// Whether text is hidden, by its style or by what is around it.
        var isHidden = false
        /// Whether text is hidden whatever its style says.
        var isInHiddenRegion = false
        var isInHeaderRows = false
        var isInMetadata = false
        var isInCommonStyles = false
        /// Whether an element inside a paragraph may hold text of its own: what indents others is none (6.1.2).
        var holdsText = true
    }

    private var places: MarkupPlaces
    var builder: FlowBuilder
    var scope = Scope()
    /// Of the elements that are open, those of the vocabulary: what to do at the end, and the scope to return to.
    private var open: [(closing: Closing, outer: Scope)] = []
    /// How many elements are open inside one that is left out, itself included.
    private var skipped = 0
    /// Text that is no part of the flow.
    private var captured: [UInt8] = []
    private var isCapturing = false
    /// The mark of the note that begins next.
    var noteLabel = ""
    var styles: OpenDocumentStyles
    var metadata = DocumentMetadata()
    var mediaType: String?
    /// Why the document cannot be read, where no limit is the reason.
    var refusal: Diagnostic?

    /// - Parameters:
    ///   - part: the part of the package; empty for a flat document.
    ///   - styles: those of parts that were read before.
    ///   - locator: tells where the parser is.
    init(part: String, styles: OpenDocumentStyles, limits: ReadingLimits, locator: XMLLocator) {
        places = MarkupPlaces(part: part, locator: locator)
        self.styles = styles
        builder = FlowBuilder(limits: limits)
    }

    var failure: Diagnostic? { refusal ?? builder.failure }

    private var hasFailed: Bool { builder.hasFailed || refusal != nil }

    /// Where the parser is.
    var place: SourcePlace { places.innermost() }

    /// What the element around the one that begins will do at its end.
    var parent: Closing { open.last?.closing ?? .nothing }

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        guard skipped == 0, let name = OpenDocumentName(rawValue: name), !isLeftOut(name) else {
            skipped += 1
            return
        }
        let outer = scope
        open.append((begin(name, tag), outer))
        if scope.isHidden != outer.isHidden { builder.setHidden(scope.isHidden) }
        if hasFailed { throw XMLInterruption() }
    }

    func end(_ name: Int) throws(XMLInterruption) {
        guard skipped == 0 else {
            skipped -= 1
            return
        }
        guard let (closing, outer) = open.popLast() else { return }
        finish(closing)
        if scope.isHidden != outer.isHidden { builder.setHidden(outer.isHidden) }
        scope = outer
        if hasFailed { throw XMLInterruption() }
    }

    func text(_ text: borrowing XMLText) throws(XMLInterruption) {
        guard skipped == 0 else { return }
        if isCapturing {
            text.append(to: &captured)
        } else if scope.holdsText, builder.isInParagraph {
            builder.appendCollapsing(text)
        }
    }

    /// Gathers text until ``endCapture()``, which returns it without the white space around it.
    func beginCapture() {
        captured = []
        isCapturing = true
    }

    func endCapture() -> String {
        isCapturing = false
        let words = String(decoding: captured, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return words.joined(separator: " ")
    }

    /// Whether an element shows no text, nor anything in it.
    private func isLeftOut(_ name: OpenDocumentName) -> Bool {
        switch name {
        case .unseen: return true
        case .object, .textBox, .image:
            guard case .frame(let isFilled) = parent else { return name == .object }
            open[open.count - 1].closing = .frame(isFilled: true)
            return isFilled || name == .object
        default: return false
        }
    }
}
