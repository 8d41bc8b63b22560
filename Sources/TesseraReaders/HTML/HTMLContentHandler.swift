import LibXML
import TesseraModel

/// Builds a document from the elements that ``HTMLFilter`` lets through.
///
/// The handler keeps its own account of what is open and ends elements by the rules of the HTML Standard (13.2.6):
/// libxml2 goes by HTML 4, and by the innermost element only. An element that has ended here may still be open for
/// libxml2; its end, when it comes, means nothing any more.
final class HTMLContentHandler: MarkupHandler {
    struct Element {
        let name: HTMLName
        let role: HTMLRole
        /// Numbers the elements of the document.
        let serial: Int
        /// Whether the source has no tag for it.
        var isImplied = false
        var isHiding = false
        /// For an item of a list: whether it has text. For a row: whether it has cells, and cells that are no headings.
        var hasText = false
        var hasCells = false
        var hasPlainCells = false
    }

    /// An inline element that hides its content, or marks it as deleted.
    struct Mark {
        var isDeletion: Bool
        var isHiding: Bool
        /// How many elements were open around it: it ends with the innermost of them, if not before.
        var level: Int
    }

    private let limits: ReadingLimits
    private let maximumDepth: Int
    /// How many elements libxml2 may hold open: many more than are nested, since it nests those without an end tag.
    private let maximumParserDepth: Int
    let locator: XMLLocator
    var builder: FlowBuilder
    var metadata = HTMLMetadata()
    /// The first limit that the nesting of elements passed.
    private var depthFailure: Diagnostic?

    /// The elements that are open, from outside in.
    var open: [Element] = []
    /// The serials of those that libxml2 holds open.
    private var parserOpen: [Int] = []
    private var serial = 0
    var unseenDepth = 0
    var preformattedDepth = 0
    /// How many open elements hide their content.
    var hidingDepth = 0
    var marks: [Mark] = []
    /// Whether the flow that takes deleted text is open.
    var isInDeletion = false
    /// What the next paragraph becomes where it goes on behind a line break.
    var lineKind: FlowBuilder.ParagraphKind?
    /// Where the text that comes next begins.
    var line = 1

    private var places: MarkupPlaces

    /// - Parameter part: the part of a container that holds the HTML; empty for a file of its own.
    init(part: String, locator: XMLLocator, limits: ReadingLimits) {
        places = MarkupPlaces(part: part, locator: locator)
        self.locator = locator
        self.limits = limits
        maximumDepth = limits[.depth]
        let (product, isTooLarge) = maximumDepth.multipliedReportingOverflow(by: 8)
        maximumParserDepth = isTooLarge ? .max : product
        builder = FlowBuilder(limits: limits)
    }

    var failure: Diagnostic? { depthFailure ?? builder.failure }

    /// The place of the innermost element, at a line.
    func place(line: Int) -> SourcePlace { places.innermost(line: line) }

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        guard let name = HTMLName(rawValue: name) else { return }
        if let role = name.role {
            start(name, role, tag)
        } else if unseenDepth == 0 {
            mark(name, tag)
        }
        if failure != nil { throw XMLInterruption() }
    }

    func end(_ name: Int) throws(XMLInterruption) {
        guard let name = HTMLName(rawValue: name), name.role != nil, let serial = parserOpen.popLast() else { return }
        if let index = open.lastIndex(where: { $0.serial <= serial }), open[index].serial == serial {
            closeElements(from: index)
        }
        if failure != nil { throw XMLInterruption() }
    }

    /// Closes what the document has left open.
    func finish() -> [Block] {
        closeElements(from: 0)
        breakParagraph()
        return builder.finish()
    }

    // MARK: Elements

    private func start(_ name: HTMLName, _ role: HTMLRole, _ tag: borrowing XMLTag) {
        if unseenDepth == 0 { closeElements(before: name, role) }
        serial += 1
        parserOpen.append(serial)
        var element = Element(name: name, role: role, serial: serial)
        if case .unseen = role {
            unseenDepth += 1
        } else if unseenDepth == 0 {
            breakParagraph()
            if name == .html || name == .body { metadata.take(tag) }
            if tag.isHiding {
                element.isHiding = true
                hidingDepth += 1
            }
            begin(&element, tag)
        }
        open.append(element)
        if open.count > maximumDepth {
            fail("elements are nested more than \(maximumDepth) deep")
        } else if parserOpen.count > maximumParserDepth {
            fail("more than \(maximumParserDepth) elements are open at once")
        }
    }

    private func begin(_ element: inout Element, _ tag: borrowing XMLTag) {
        switch element.role {
        case .preformatted: preformattedDepth += 1
        case .table, .rowGroup, .row, .cell: beginTablePart(&element, tag)
        default: break
        }
    }

    /// Opens an element that the source implies.
    func imply(_ name: HTMLName, _ role: HTMLRole) {
        serial += 1
        open.append(Element(name: name, role: role, serial: serial, isImplied: true))
    }

    /// Closes the elements from one of them inwards.
    func closeElements(from index: Int) {
        while open.count > index, let element = open.popLast() {
            if case .unseen = element.role {
                unseenDepth -= 1
                if element.name == .title { metadata.endTitle(isInHead: builder.isEmpty) }
                continue
            }
            guard unseenDepth == 0 else { continue }
            breakParagraph()
            if element.isHiding { hidingDepth -= 1 }
            switch element.role {
            case .preformatted: preformattedDepth -= 1
            case .table, .rowGroup, .row, .cell: endTablePart(element)
            default: break
            }
            while let mark = marks.last, mark.level > open.count { marks.removeLast() }
        }
    }

    private func fail(_ finding: String) {
        guard depthFailure == nil else { return }
        // The path of a node that deep would fill pages.
        let position = Position.line(locator.line, column: 1)
        depthFailure = .limitExceeded(
            .depth,
            finding,
            limits: limits,
            at: SourcePlace(start: position, end: position)
        )
    }
}
