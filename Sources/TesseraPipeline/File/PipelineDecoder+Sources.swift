import LibYAML
import TesseraReaders

/// The keys `layout` and `parts`: how the sources of a report are read.
extension PipelineDecoder {
    /// The name of a layout of plain text.
    mutating func layout(_ node: YAMLNode?) -> String? {
        guard let node, let name = node.string("layout", &mistakes) else { return nil }
        let known = PlainTextReader.layoutNames
        if known.contains(name) { return name }
        mistakes.add(
            "wrong-value",
            "'\(name)' is no layout of plain text",
            at: node,
            suggestion: "the layouts are \(known.joined(separator: ", "))"
        )
        return nil
    }

    /// Reports by their names, with the files that each is cut into.
    mutating func partLists(_ node: YAMLNode?) -> [PartList] {
        guard let node else { return [] }
        guard case .mapping(let entries) = node.content else {
            mistakes.add(
                "wrong-type",
                "'parts' must map the name of a report to its files",
                at: node,
                suggestion: "write 'parts:', and below it 'report-of-2007: [Input/first.txt, Input/second.txt]'"
            )
            return []
        }
        var lists: [PartList] = []
        var known = Set<String>()
        for entry in entries {
            guard let name = slug(entry.key, "parts") else { continue }
            if lists.contains(where: { $0.name == name }) {
                mistakes.add("duplicate-key", "the key '\(name)' occurs twice", at: entry.key)
            }
            var files: [String] = []
            for element in entry.value.elements {
                guard let file = partFile(element) else { continue }
                if !known.insert(file).inserted {
                    mistakes.add("wrong-value", "'\(file)' stands under 'parts' twice", at: element)
                }
                files.append(file)
            }
            if entry.value.elements.count < 2 {
                mistakes.add("wrong-value", "the report '\(name)' has one part, and it needs two", at: entry.value)
            }
            lists.append(PartList(name: name, files: files))
        }
        return lists
    }

    /// A path below the project's folder.
    private mutating func partFile(_ node: YAMLNode) -> String? {
        guard let text = node.string("parts", &mistakes) else { return nil }
        let steps = text.split(separator: "/", omittingEmptySubsequences: false)
        guard !steps.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            mistakes.add(
                "wrong-value",
                "'\(text)' is no path below the project's folder",
                at: node,
                suggestion: "write it as in 'Input/report.txt', from the folder that holds the pipeline folder"
            )
            return nil
        }
        return text
    }
}
