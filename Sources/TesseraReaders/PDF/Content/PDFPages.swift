import TesseraModel

/// The page tree (ISO 32000-1, 7.7.3).
struct PDFPages {
    /// What a page has of its own and from the nodes above it.
    struct Entry {
        let reference: PDFReference?
        let dictionary: PDFDictionary
        let inherited: Inherited
    }

    struct Inherited {
        var resources = PDFObject.null
        var mediaBox = PDFObject.null
        var rotation = PDFObject.null
    }

    let entries: [Entry]
    /// The index of the page whose object has a number.
    private let indices: [Int: Int]

    init(of file: PDFFile) throws(DocumentFailure) {
        var entries: [Entry] = []
        var visited: Set<Int> = []
        var open: [(node: PDFObject, inherited: Inherited)] = [(try file.catalog["Pages"], Inherited())]
        /// How many kids were looked at: nodes may share theirs.
        var seen = 0
        while let (node, above) = open.popLast() {
            if let reference = node.reference, !visited.insert(reference.number).inserted { continue }
            guard let dictionary = try file.dictionary(node) else { continue }
            var inherited = above
            if !dictionary["Resources"].isNull { inherited.resources = dictionary["Resources"] }
            if !dictionary["MediaBox"].isNull { inherited.mediaBox = dictionary["MediaBox"] }
            if !dictionary["Rotate"].isNull { inherited.rotation = dictionary["Rotate"] }
            if let kids = try file.array(dictionary["Kids"]) {
                seen += kids.count
                for kid in kids.reversed() { open.append((kid, inherited)) }
            } else {
                entries.append(Entry(reference: node.reference, dictionary: dictionary, inherited: inherited))
            }
            guard seen <= file.limits[.objects] else {
                throw DocumentFailure(.limitExceeded(.objects, "the file has more pages", limits: file.limits))
            }
        }
        self.entries = entries
        var indices: [Int: Int] = [:]
        for (index, entry) in entries.enumerated() {
            if let reference = entry.reference { indices[reference.number] = index }
        }
        self.indices = indices
    }

    /// The index of the page that an object is; nil for none.
    func index(of object: PDFObject) -> Int? { object.reference.flatMap { indices[$0.number] } }
}
