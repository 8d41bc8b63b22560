/// The elements that are open, and how many children of each name they have had.
struct OpenElements: ~Copyable {
    struct Element {
        /// The place in the table of names.
        let name: Int
        /// Counts the elements of the document from front to back, from 1.
        let number: Int
        let line: Int
        /// Position among the siblings of the same name, from 1.
        let position: Int
        /// Where the counts of its children begin in `counts`.
        fileprivate let firstCount: Int
    }

    /// How many children of one name an open element has had.
    ///
    /// Not private, for on a private one in a stack of this kind the debug builds of Swift 6.3 fail.
    struct Count {
        let name: Int
        var value: Int
        /// The entry of `latest` that this one hides.
        let hidden: Int
    }

    private var elements = PlainStack<Element>()
    private var counts = PlainStack<Count>()
    /// By name: where its innermost count stands; -1 for none. Counting so costs the same for any number of names.
    private var latest = PlainStack<Int>()
    private var lastNumber = 0

    var depth: Int { elements.count }

    subscript(level: Int) -> Element { elements[level] }

    /// The name of the innermost open element.
    var innermost: Int? { elements.last?.name }

    mutating func push(_ name: Int, line: Int) {
        while latest.count <= name { latest.append(-1) }
        let siblings = elements.last?.firstCount ?? 0
        let entry = latest[name]
        var position = 1
        if entry >= siblings {
            position += counts[entry].value
            counts[entry].value = position
        } else {
            latest[name] = counts.count
            counts.append(Count(name: name, value: 1, hidden: entry))
        }
        lastNumber += 1
        elements.append(
            Element(name: name, number: lastNumber, line: line, position: position, firstCount: counts.count)
        )
    }

    /// - Returns: the name of the element that was innermost; nil where none is open.
    mutating func pop() -> Int? {
        guard let element = elements.popLast() else { return nil }
        while counts.count > element.firstCount, let count = counts.popLast() { latest[count.name] = count.hidden }
        return element.name
    }
}
