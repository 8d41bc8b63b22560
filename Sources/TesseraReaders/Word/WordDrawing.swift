import LibXML
import TesseraModel

/// Gathers the text of a chart or a diagram, which stand in parts of their own.
///
/// Of a chart that is its titles and the names of its series and categories; its numbers are drawn, not written.
final class WordDrawingHandler: MarkupHandler {
    private enum Name: Int {
        case paragraph, text, names, value
    }

    static let vocabulary: XMLVocabulary = {
        var numbers: [XMLName: Int] = [:]
        for namespace in [
            "http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main",
        ] {
            numbers[XMLName("p", in: namespace)] = Name.paragraph.rawValue
            numbers[XMLName("t", in: namespace)] = Name.text.rawValue
        }
        for namespace in [
            "http://schemas.openxmlformats.org/drawingml/2006/chart", "http://purl.oclc.org/ooxml/drawingml/chart",
        ] {
            numbers[XMLName("strCache", in: namespace)] = Name.names.rawValue
            numbers[XMLName("v", in: namespace)] = Name.value.rawValue
        }
        return XMLVocabulary(numbers)
    }()

    private var places: MarkupPlaces
    var builder: FlowBuilder
    private var isCollecting = false
    private var isInNames = false

    init(part: String, locator: XMLLocator, limits: ReadingLimits) {
        places = MarkupPlaces(part: part, locator: locator)
        builder = FlowBuilder(limits: limits)
    }

    var failure: Diagnostic? { builder.failure }

    func start(_ name: Int, _ tag: borrowing XMLTag) {
        switch Name(rawValue: name) {
        case .names: isInNames = true
        case .text: isCollecting = true
        case .value where isInNames:
            isCollecting = true
            beginParagraph()
        case .paragraph: beginParagraph()
        case .value, nil: break
        }
    }

    func end(_ name: Int) {
        switch Name(rawValue: name) {
        case .names: isInNames = false
        case .text: isCollecting = false
        case .value:
            isCollecting = false
            builder.endParagraph()
        case .paragraph: builder.endParagraph()
        case nil: break
        }
    }

    func text(_ text: borrowing XMLText) {
        if isCollecting { builder.append(text) }
    }

    private func beginParagraph() { builder.beginParagraph(.text, at: places.innermost()) }
}
