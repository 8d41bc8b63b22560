/// Gives the items of lists to the cells of a table in which they stand.
///
/// Where a cell ends with a list and the next one begins with one, LibreOffice 7.4 leaves the first list open: the items
/// of the next cell, and of more of them, follow in the structure of the first. Their place on the page tells them.
struct CellLists {
    private var tree: PDFStructureTree
    private let text: PDFMarkedText
    private let borders: CellBorders

    private typealias Place = (page: Int, box: PDFBox)

    /// The items in the structure of one cell.
    private struct Items {
        struct Item {
            var element: Int
            /// How many lists it stands in.
            var depth: Int
            /// The item around it.
            var outer: Int?
            /// In which cell it stands, counted from the one whose structure it is in.
            var cell: Int
            var hasContent = false
        }

        var items: [Item] = []
        /// The content that comes last.
        var last: Place?

        var cellCount: Int { (items.map(\.cell).max() ?? 0) + 1 }

        /// Those of another cell that stand in no other item of it.
        var moved: [Item] {
            items.filter { item in item.cell > 0 && item.outer.map { items[$0].cell != item.cell } ?? true }
        }
    }

    /// The same structure with each item in the structure of its cell.
    static func placed(_ tree: PDFStructureTree, _ text: PDFMarkedText, _ borders: CellBorders) -> PDFStructureTree {
        var lists = CellLists(tree: tree, text: text, borders: borders)
        var isChanged = false
        for index in tree.elements.indices where tree.elements[index].type == "Table" {
            let cells = lists.cells(of: index)
            for number in cells.indices {
                let items = lists.items(of: cells[number])
                guard items.cellCount > 1, lists.canMove(items, to: cells[number...]) else { continue }
                lists.move(items, to: cells[number...])
                isChanged = true
            }
        }
        return isChanged ? lists.tree.inOrder() : tree
    }

    /// The cells of a table, but for those of tables inside it.
    private func cells(of table: Int) -> [Int] {
        var cells: [Int] = []
        var open = Array(tree.elements[table].kids.reversed())
        while let kid = open.popLast() {
            guard case .element(let index) = kid else { continue }
            switch tree.elements[index].type {
            case "TD", "TH": cells.append(index)
            case "Table": break
            default: open += tree.elements[index].kids.reversed()
            }
        }
        return cells
    }

    private func items(of cell: Int) -> Items {
        var found = Items()
        var number = 0
        var left = Double.infinity
        var open = tree.elements[cell].kids.reversed().map { (kid: $0, depth: 0, item: Int?.none) }
        while let (kid, depth, item) = open.popLast() {
            switch kid {
            case .link: break
            case .element(let index):
                let element = tree.elements[index]
                var (depth, item) = (depth, item)
                switch element.type {
                case "Table": continue
                case "L": depth += 1
                case "LI":
                    found.items.append(Items.Item(element: index, depth: depth, outer: item, cell: number))
                    item = found.items.count - 1
                default: break
                }
                open += element.kids.reversed().map { ($0, depth, item) }
            case .content(let content):
                guard let piece = text[content], piece.runs > 0 else { continue }
                let place = (page: content.page, box: piece.box)
                if let item {
                    if !found.items[item].hasContent {
                        if left.isFinite, let last = found.last, isInOtherCell(place, than: last, left: left) {
                            number += 1
                            left = .infinity
                        }
                        found.items[item].hasContent = true
                        found.items[item].cell = number
                    }
                    left = min(left, piece.box.x0)
                }
                found.last = place
            }
        }
        return found
    }

    /// Whether an item stands in another cell than what comes before it.
    /// - Parameter left: how far to the left the items of that cell begin, in points.
    private func isInOtherCell(_ place: Place, than above: Place, left: Double) -> Bool {
        guard isBelow(place, above) else { return true }
        return place.box.x1 <= left && borders.part(place.box, from: left, on: place.page)
            || place.page == above.page && borders.part(above.box, place.box, on: place.page)
    }

    private func isBelow(_ place: Place, _ above: Place) -> Bool {
        place.page >= above.page && TaggedLines.isNext(place.box, on: place.page, behind: above.box, above.page)
    }

    /// Whether just as many cells follow as the items need: an empty cell has a paragraph, and one that has lost all that
    /// it says has nothing. The last of them may go on below its items.
    private func canMove(_ items: Items, to cells: ArraySlice<Int>) -> Bool {
        let following = cells.dropFirst()
        let lost = following.prefix { tree.elements[$0].kids.isEmpty }.count
        if lost == items.cellCount - 1 { return true }
        guard lost == items.cellCount - 2, let end = following.dropFirst(lost).first, let last = items.last else {
            return false
        }
        return firstPlace(in: end).map { isBelow($0, last) } ?? true
    }

    private func firstPlace(in element: Int) -> Place? {
        var open = Array(tree.elements[element].kids.reversed())
        while let kid = open.popLast() {
            switch kid {
            case .element(let index): open += tree.elements[index].kids.reversed()
            case .content(let content):
                if let piece = text[content], piece.runs > 0 { return (content.page, piece.box) }
            case .link: break
            }
        }
        return nil
    }
}

extension CellLists {
    private mutating func move(_ items: Items, to cells: ArraySlice<Int>) {
        let moved = items.moved
        let elements = Set(moved.map(\.element))
        for parent in Set(moved.compactMap { tree.elements[$0.element].parent }) {
            tree.elements[parent].kids.removeAll { kid in
                if case .element(let index) = kid { elements.contains(index) } else { false }
            }
        }
        for (number, cell) in cells.enumerated().dropFirst().prefix(items.cellCount - 1) {
            let rest = tree.elements[cell].kids
            tree.elements[cell].kids = []
            // The lists that are open, the innermost last.
            var lists: [Int] = []
            for item in moved where item.cell == number {
                lists.removeLast(max(0, lists.count - item.depth))
                while lists.count < item.depth { lists.append(addList(to: lists.last ?? cell)) }
                add(item.element, to: lists.last ?? cell)
            }
            tree.elements[cell].kids += rest
        }
    }

    private mutating func addList(to parent: Int) -> Int {
        let list = tree.elements.count
        tree.elements.append(PDFStructureElement(type: "L", ownType: "L", parent: parent, depth: 0))
        add(list, to: parent)
        return list
    }

    private mutating func add(_ element: Int, to parent: Int) {
        tree.elements[element].parent = parent
        tree.elements[parent].kids.append(.element(element))
    }
}
