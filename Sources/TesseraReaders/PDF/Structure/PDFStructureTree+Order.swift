extension PDFStructureTree {
    /// The same tree after kids have been moved: again an element stands in front of those in it, in document order.
    ///
    /// Elements that nothing leads to are left out.
    func inOrder() -> PDFStructureTree {
        var order: [Int] = []
        var open = Array(roots.reversed())
        while let index = open.popLast() {
            order.append(index)
            for case .element(let kid) in elements[index].kids.reversed() { open.append(kid) }
        }
        var numbers = Array(repeating: 0, count: elements.count)
        for (number, index) in order.enumerated() { numbers[index] = number }
        var tree = PDFStructureTree(roots: roots.map { numbers[$0] }, isMarked: isMarked)
        for index in order {
            var element = elements[index]
            element.parent = element.parent.map { numbers[$0] }
            element.depth = element.parent.map { tree.elements[$0].depth + 1 } ?? 0
            element.kids = element.kids.map { kid in
                if case .element(let inner) = kid { .element(numbers[inner]) } else { kid }
            }
            tree.elements.append(element)
        }
        return tree
    }
}
