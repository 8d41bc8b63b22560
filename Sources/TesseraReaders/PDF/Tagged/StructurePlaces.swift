import TesseraModel

/// Where the elements of a structure tree stand on the pages: around all their content.
struct StructurePlaces {
    private struct Extent {
        var first: (page: Int, box: PDFBox)
        var last: (page: Int, box: PDFBox)
    }

    /// By element; nil for those without content.
    private var extents: [Extent?]

    init(_ tree: PDFStructureTree, _ text: PDFMarkedText) {
        extents = Array(repeating: nil, count: tree.elements.count)
        // An element stands in front of those in it, so that backwards all of them are known before it.
        for index in tree.elements.indices.reversed() {
            for kid in tree.elements[index].kids {
                switch kid {
                case .content(let content):
                    if let piece = text[content] { add((content.page, piece.box), to: index) }
                case .element(let inner):
                    guard let extent = extents[inner] else { continue }
                    add(extent.first, to: index)
                    add(extent.last, to: index)
                case .link: break
                }
            }
        }
    }

    private mutating func add(_ piece: (page: Int, box: PDFBox), to index: Int) {
        guard var extent = extents[index] else {
            extents[index] = Extent(first: piece, last: piece)
            return
        }
        if piece.page < extent.first.page { extent.first = piece }
        if piece.page == extent.first.page { extent.first.box.extend(to: piece.box) }
        if piece.page > extent.last.page { extent.last = piece }
        if piece.page == extent.last.page { extent.last.box.extend(to: piece.box) }
        extents[index] = extent
    }

    /// The place of an element; that of the document's beginning for one without content.
    subscript(index: Int) -> SourcePlace {
        guard let extent = extents[index] else {
            return SourcePlace(topOf: 1)
        }
        return SourcePlace(
            page: extent.first.page + 1,
            PageBox(extent.first.box),
            lastPage: extent.last.page + 1,
            PageBox(extent.last.box)
        )
    }
}
