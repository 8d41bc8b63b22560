import FileSystem

/// A command test, written as a Markdown page.
///
/// A block ` ```text file=NAME ` makes a file; a block ` ```console ` holds commands behind `$ `, each followed by what
/// it prints and, where it is not 0, by `[exit N]`. Both happen in the order of the page. A case runs in a temporary
/// project that holds copies of the real `Input/` and `Pipelines/`.
struct CommandCase {
    /// A command with what it shall print.
    struct Step {
        var command: String
        var expected: String
        /// Line of the command in the page, from 0.
        var line: Int
        /// Lines of what it shall print.
        var outputLines: Range<Int>
    }

    let name: String
    private(set) var lines: [Substring]
    /// Files to make, with the line from which on they are there.
    private(set) var files: [(name: String, text: String, line: Int)] = []
    private(set) var steps: [Step] = []

    init(name: String, page: String) {
        self.name = name
        lines = page.split(separator: "\n", omittingEmptySubsequences: false)
        var index = 0
        while index < lines.count {
            let opening = lines[index]
            guard opening.hasPrefix("```"), opening != "```" else {
                index += 1
                continue
            }
            let end = lines[(index + 1)...].firstIndex(of: "```") ?? lines.endIndex
            let body = index + 1..<end
            if opening == "```console" {
                readSteps(body)
            } else if let mark = opening.firstRange(of: "file=") {
                let text = lines[body].map { $0 + "\n" }.joined()
                files.append((String(opening[mark.upperBound...]), text.replacing("→", with: "\t"), index))
            }
            index = end + 1
        }
    }

    private mutating func readSteps(_ body: Range<Int>) {
        var starts = body.filter { lines[$0].hasPrefix("$ ") }
        starts.append(body.upperBound)
        for (start, end) in zip(starts, starts.dropFirst()) {
            let output = start + 1..<end
            steps.append(
                Step(
                    command: String(lines[start].dropFirst(2)),
                    expected: lines[output].map { $0 + "\n" }.joined(),
                    line: start,
                    outputLines: output
                )
            )
        }
    }

    /// The page with other outputs.
    func page(withOutputs outputs: [String]) -> String {
        var lines = lines
        for (step, output) in zip(steps, outputs).reversed() {
            var replacement = output.split(separator: "\n", omittingEmptySubsequences: false)
            if replacement.last == "" { replacement.removeLast() }
            lines.replaceSubrange(step.outputLines, with: replacement)
        }
        return lines.joined(separator: "\n")
    }
}
