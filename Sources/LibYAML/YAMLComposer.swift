/// Builds the tree of a document from libyaml's events.
///
/// An alias costs no copy (the arrays are shared), but whoever walks the tree walks what it repeats each
/// time. So an alias counts with the size and the height of its anchor's value; a few lines of aliases of
/// aliases ("billion laughs") are refused before anybody walks them.
struct YAMLComposer {
    /// A value with what it adds to the tree.
    private struct Composed {
        let node: YAMLNode
        let size: Int
        let height: Int
    }

    private let events: YAMLEventSource
    private let limits: YAMLLimits
    private var anchors: [String: Composed] = [:]
    private var nodeCount = 0

    init(events: YAMLEventSource, limits: YAMLLimits) {
        self.events = events
        self.limits = limits
    }

    /// The only document, or nil where there is none.
    mutating func document() throws(YAMLFailure) -> YAMLNode? {
        var root: YAMLNode?
        while true {
            let event = try events.next()
            switch event.kind {
            case .streamEnd:
                return root
            case .documentStart:
                guard root == nil else { throw .secondDocument(at: event.position) }
                root = try compose(events.next(), depth: 1).node
            default:
                continue
            }
        }
    }

    /// Composes the value that begins with an event.
    private mutating func compose(_ event: YAMLEvent, depth: Int) throws(YAMLFailure) -> Composed {
        if let tag = event.tag { throw .tag(tag, at: event.position) }
        guard depth <= limits.maximumDepth else { throw .depth(limits, at: event.position) }
        if event.kind == .alias { return try resolve(event, depth: depth) }
        try count(1, at: event.position)
        let before = nodeCount
        let (content, height) = try content(of: event, depth: depth)
        let node = YAMLNode(content: content, line: event.position.line, column: event.position.column)
        let composed = Composed(node: node, size: nodeCount - before + 1, height: height)
        if let anchor = event.anchor { anchors[anchor] = composed }
        return composed
    }

    private mutating func content(
        of event: YAMLEvent,
        depth: Int
    ) throws(YAMLFailure) -> (content: YAMLNode.Content, height: Int) {
        var height = 0
        switch event.kind {
        case .sequenceStart:
            var items: [YAMLNode] = []
            while let item = try child(depth: depth, height: &height) { items.append(item) }
            return (.sequence(items), height + 1)
        case .mappingStart:
            var entries: [YAMLNode.Entry] = []
            while let key = try child(depth: depth, height: &height),
                let value = try child(depth: depth, height: &height)
            {
                entries.append(YAMLNode.Entry(key: key, value: value))
            }
            return (.mapping(entries), height + 1)
        case .scalar(let text, let isQuoted):
            return (.scalar(text, isQuoted: isQuoted), 1)
        default:
            throw YAMLFailure("libyaml gave an event where a value should begin", at: event.position)
        }
    }

    /// The next value inside a sequence or mapping, or nil at its end.
    private mutating func child(depth: Int, height: inout Int) throws(YAMLFailure) -> YAMLNode? {
        let event = try events.next()
        if event.kind == .sequenceEnd || event.kind == .mappingEnd { return nil }
        let composed = try compose(event, depth: depth + 1)
        height = max(height, composed.height)
        return composed.node
    }

    private mutating func resolve(_ event: YAMLEvent, depth: Int) throws(YAMLFailure) -> Composed {
        let name = event.anchor ?? ""
        guard let anchored = anchors[name] else { throw .alias(name, at: event.position) }
        guard depth + anchored.height - 1 <= limits.maximumDepth else { throw .depth(limits, at: event.position) }
        try count(anchored.size, at: event.position)
        return anchored
    }

    private mutating func count(_ nodes: Int, at position: YAMLPosition) throws(YAMLFailure) {
        nodeCount += nodes
        guard nodeCount <= limits.maximumNodes else { throw .nodes(limits, at: position) }
    }
}
