import LibXML
import TesseraModel

/// Makes the places of the elements of a part, so that those inside the same element share the way to it.
struct MarkupPlaces {
    private let locator: XMLLocator
    private let document: NodePlace
    /// The open elements for which there is a place already, from the root inwards.
    private var known: [(number: Int, node: NodePlace)] = []
    /// By the number of the name.
    private var names: [NodePlace.Name] = []

    /// - Parameter part: the part of a container format; empty where the file has only one.
    init(part: String, locator: XMLLocator) {
        self.locator = locator
        document = NodePlace(part: part)
    }

    /// The place of the innermost open element.
    mutating func innermost() -> SourcePlace {
        // An element that is still open has all those around it that it had.
        var level = min(known.count, locator.depth)
        while level > 0, known[level - 1].number != locator.number(at: level - 1) { level -= 1 }
        while known.count > level { known.removeLast() }
        while level < locator.depth {
            let element = locator.element(at: level)
            let parent = known.last?.node ?? document
            let node = NodePlace(name(of: element), position: element.position, line: element.line, in: parent)
            known.append((locator.number(at: level), node))
            level += 1
        }
        return SourcePlace(known.last?.node ?? document)
    }

    /// The place of the innermost open element, for text that begins on a line of its own.
    mutating func innermost(line: Int) -> SourcePlace {
        let place = innermost()
        let level = known.count - 1
        guard level >= 0, case let element = locator.element(at: level), element.line != line else { return place }
        let parent = level > 0 ? known[level - 1].node : document
        return SourcePlace(NodePlace(name(of: element), position: element.position, line: line, in: parent))
    }

    private mutating func name(of element: XMLLocator.Element) -> NodePlace.Name {
        while names.count <= element.nameNumber { names.append(NodePlace.Name(locator.name(names.count))) }
        return names[element.nameNumber]
    }
}
