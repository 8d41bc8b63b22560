/// The ruling lines of a page, and which of them hang together.
struct RuleNetwork {
    /// Lines that touch each other, directly or by way of others.
    struct Component {
        var across: [PageRule] = []
        var down: [PageRule] = []

        var box: PageBox {
            let boxes =
                across.map { PageBox(left: $0.start, top: $0.position, right: $0.end, bottom: $0.position) }
                + down.map { PageBox(left: $0.position, top: $0.start, right: $0.position, bottom: $0.end) }
            return boxes.union ?? PageBox(left: 0, top: 0, right: 0, bottom: 0)
        }
    }

    /// How far apart lines may stand that are meant as one, or end from one that they are meant to touch; points.
    static let tolerance = 2.5
    /// What is shorter is a dot, or the corner of a border; points.
    private static let shortest = 4.0
    /// With more lines than this, a page is a drawing.
    private static let mostRules = 20_000

    let across: [PageRule]
    let down: [PageRule]

    init(_ rules: [PageRule]) {
        let kept = rules.count > RuleNetwork.mostRules ? [] : rules
        func merged(_ direction: PageRule.Direction) -> [PageRule] {
            kept.filter { $0.direction == direction }.merged(tolerance: RuleNetwork.tolerance)
                .filter { $0.length >= RuleNetwork.shortest }
        }
        across = merged(.across)
        down = merged(.down)
    }

    /// The groups of lines that touch.
    func components() -> [Component] {
        var groups = DisjointSets(count: across.count + down.count)
        let slack = RuleNetwork.tolerance
        // Only lines that begin early enough can be touched; sorted, the others need no look.
        let order = down.indices.sorted { down[$0].position < down[$1].position }
        let positions = order.map { down[$0].position }
        for (number, rule) in across.enumerated() {
            var index = positions.firstIndexOfSorted { $0 >= rule.start - slack }
            while index < order.count, positions[index] <= rule.end + slack {
                let other = down[order[index]]
                if rule.position >= other.start - slack, rule.position <= other.end + slack {
                    groups.join(number, across.count + order[index])
                }
                index += 1
            }
        }
        var components: [Int: Component] = [:]
        for (number, rule) in across.enumerated() {
            components[groups.root(number), default: Component()].across.append(rule)
        }
        for (number, rule) in down.enumerated() {
            components[groups.root(across.count + number), default: Component()].down.append(rule)
        }
        return components.keys.sorted().compactMap { components[$0] }
    }
}

/// Sets that grow together (union–find with path halving; R. E. Tarjan, 1975).
struct DisjointSets {
    private var parents: [Int]

    init(count: Int) { parents = Array(0..<count) }

    mutating func root(_ element: Int) -> Int {
        var element = element
        while parents[element] != element {
            parents[element] = parents[parents[element]]
            element = parents[element]
        }
        return element
    }

    mutating func join(_ left: Int, _ right: Int) {
        let (left, right) = (root(left), root(right))
        // The first of a set is its root: what comes out depends on nothing but what went in.
        if left != right { parents[max(left, right)] = min(left, right) }
    }
}
