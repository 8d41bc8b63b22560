import LibXML

/// What an element is by a mapping.
enum MappedElement: Equatable {
    case table
    case row(isHeader: Bool)
    case cell
    /// `level` counts from 1.
    case heading(level: Int)
    case paragraph, lineBreak, link, ignored
    /// In no list of the mapping.
    case unlisted
}

/// The names of a mapping, numbered for the parser.
struct MappedVocabulary {
    private var elements: [MappedElement] = []
    private var numbers: [String: Int] = [:]
    private(set) var target: Int?
    private(set) var rowSpan: Int?
    private(set) var columnSpan: Int?
    let language: Int

    init(_ mapping: XMLMapping) {
        language = 0
        elements.append(.unlisted)
        add(mapping.tables, .table)
        add(mapping.rows, .row(isHeader: false))
        add(mapping.headerRows, .row(isHeader: true))
        add(mapping.cells, .cell)
        for (index, name) in mapping.headings.enumerated() { add([name], .heading(level: index + 1)) }
        add(mapping.paragraphs, .paragraph)
        add(mapping.lineBreaks, .lineBreak)
        add(mapping.link?.elements ?? [], .link)
        add(mapping.ignored, .ignored)
        target = attribute(mapping.link?.target)
        rowSpan = attribute(mapping.rowSpan)
        columnSpan = attribute(mapping.columnSpan)
    }

    private mutating func add(_ names: [String], _ element: MappedElement) {
        for name in names { elements[number(name)] = element }
    }

    /// An attribute may have the name of an element: they share its number.
    private mutating func attribute(_ name: String?) -> Int? { name.map { number($0) } }

    private mutating func number(_ name: String) -> Int {
        if let number = numbers[name] { return number }
        elements.append(.unlisted)
        numbers[name] = elements.count - 1
        return elements.count - 1
    }

    /// Every element is reported: what is in no list has the number of the language, which no element has.
    var xml: XMLVocabulary {
        XMLVocabulary([.language: language], localNames: numbers, others: elements.count)
    }

    func element(_ number: Int) -> MappedElement {
        elements.indices.contains(number) ? elements[number] : .unlisted
    }
}
