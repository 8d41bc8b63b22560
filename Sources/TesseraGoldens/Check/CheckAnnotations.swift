import TesseraModel
import TesseraPipeline

/// Differences as commands of a workflow of GitHub Actions, which shows them beside the lines of the documents.
public enum CheckAnnotations {
    /// One command a line.
    public static func text(of results: [CheckedDataset]) -> String {
        results.flatMap { result in
            told(result) + result.groups.map { difference($0, result) }
        }.joined()
    }

    private static func told(_ result: CheckedDataset) -> [String] {
        result.diagnostics.filter { $0.severity > .note }.map { diagnostic in
            var line: Int?
            if let place = diagnostic.place, place.part.isEmpty, case .line(let number, _) = place.start {
                line = number
            }
            let advice = diagnostic.suggestion.map { "; \($0)" } ?? ""
            return command(
                diagnostic.severity.rawValue,
                file: result.source,
                line: line,
                title: diagnostic.id,
                message: diagnostic.message + advice
            )
        }
    }

    private static func difference(_ group: DifferenceGroup, _ result: CheckedDataset) -> String {
        let style = StyleRule(isColoured: false)
        let lines = group.differences.map { style.text($0.runs(isWhole: false)) }.joined()
        return command(
            "error",
            file: result.source,
            line: result.index.line(of: group),
            title: "\(result.dataset): \(group.address.description)",
            message: String(lines.dropLast())
        )
    }

    private static func command(_ name: String, file: String, line: Int?, title: String, message: String) -> String {
        var properties = ["file=\(property(file))"]
        if let line { properties.append("line=\(line)") }
        properties.append("title=\(property(title))")
        return "::\(name) \(properties.joined(separator: ","))::\(data(message))\n"
    }

    private static func data(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\r": escaped += "%0D"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func property(_ text: String) -> String {
        var escaped = ""
        for character in data(text) {
            switch character {
            case ":": escaped += "%3A"
            case ",": escaped += "%2C"
            default: escaped.append(character)
            }
        }
        return escaped
    }
}
