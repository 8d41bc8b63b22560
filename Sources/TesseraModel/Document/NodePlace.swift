/// A node of an XML document, told by its way from the root.
///
/// The way to the parent is shared: a large document has a place for each paragraph and each cell, and as strings
/// their paths would take more memory than the text.
public final class NodePlace: Sendable {
    /// A name that many nodes have, with its prefix; for the whole document the part that holds it.
    public final class Name: Sendable {
        fileprivate let text: String

        public init(_ text: String) { self.text = text }
    }

    /// Nil for the whole document.
    private let parent: NodePlace?
    private let name: Name
    /// Among the siblings of the same name, from 1.
    private let sibling: Int32
    /// From 1.
    private let line: Int32

    /// The whole document.
    /// - Parameter part: the part of a container format; empty where the file has only one.
    public init(part: String) {
        parent = nil
        name = Name(part)
        sibling = 0
        line = 1
    }

    /// An element inside another one, or inside the whole document.
    /// - Parameters:
    ///   - name: its name with the prefix; elements of one name share it.
    ///   - position: the position among the siblings of the same name, from 1.
    ///   - line: the line of its tag, from 1.
    ///   - parent: the element around it, or the document.
    public init(_ name: Name, position: Int, line: Int, in parent: NodePlace) {
        self.parent = parent
        self.name = name
        self.sibling = Int32(clamping: position)
        self.line = Int32(clamping: line)
    }

    var part: String {
        var node = self
        while let parent = node.parent { node = parent }
        return node.name.text
    }

    /// XPath with a position at each step; empty for the whole document.
    private var path: String {
        // Bytes, for a dataset names the places of all its cells.
        var path: [UInt8] = []
        path.reserveCapacity(128)
        appendSteps(to: &path)
        return String(decoding: path, as: UTF8.self)
    }

    private func appendSteps(to path: inout [UInt8]) {
        guard let parent else { return }
        parent.appendSteps(to: &path)
        path.append(UInt8(ascii: "/"))
        path.append(contentsOf: name.text.utf8)
        path.append(UInt8(ascii: "["))
        path.append(contentsOf: String(sibling).utf8)
        path.append(UInt8(ascii: "]"))
    }

    /// The node as a position in its part.
    var position: Position { .node(path: path, line: Int(line)) }
}
