import Testing

/// The tags of a page, in order: what a text must not be able to add to.
struct Tags {
    /// Names of elements, one behind the other, as they open.
    private(set) var opened: [String] = []
    /// What does not nest as it must.
    private(set) var faults: [String] = []

    private static let void: Set<String> = ["meta", "br", "input", "hr"]

    init(_ page: String) throws {
        var open: [String] = []
        // Styles and scripts hold no tags.
        let verbatim = try Regex("(?s)<(style|script)>.*?</\\1>")
        let markup = page.replacing(verbatim, with: "")
        for match in markup.matches(
            of: try Regex("<(/?)([a-z][a-z0-9]*)[^>]*>", as: (Substring, Substring, Substring).self)
        ) {
            let name = String(match.output.2)
            if match.output.1.isEmpty {
                opened.append(name)
                if !Tags.void.contains(name) { open.append(name) }
            } else if open.popLast() != name {
                faults.append(String(match.output.0))
            }
        }
        faults += open.map { "<\($0)> is not closed" }
    }
}
