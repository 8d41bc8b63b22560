import TesseraModel
import TesseraPipeline

/// Compares a file of JSON Lines with the one that the report gives, and names the first cell and member that differ.
struct LinesCheck {
    let file: String

    func finding(_ bytes: [UInt8], expected: [UInt8]) -> DatasetFinding {
        let found = PlainLines(bytes).lines
        let wanted = PlainLines(expected).lines
        var index = 0
        while index < found.count, index < wanted.count, LinesCheck.isSame(found[index], wanted[index]) { index += 1 }
        if index == found.count, index == wanted.count { return DatasetFinding(.resavedText, in: file) }
        let line = index + 1
        guard index < wanted.count, let cell = LinesCheck.object(wanted[index]) else {
            return DatasetFinding(.surplusLines, in: file, line: line)
        }
        let id = cell["cell_id"]?.text ?? ""
        guard index < found.count else {
            return DatasetFinding(.changedLine("cell '\(id)': its line is missing"), in: file, line: line, record: id)
        }
        guard let other = LinesCheck.object(found[index]) else {
            return DatasetFinding(.changedLine("cell '\(id)': the line is no JSON"), in: file, line: line, record: id)
        }
        guard case .object(let one) = other, case .object(let members) = cell,
            let member = (members.sorted + one.sorted).first(where: { one[$0.key] != members[$0.key] })?.key
        else {
            return DatasetFinding(.changedLine("cell '\(id)': the line is no object"), in: file, line: line, record: id)
        }
        if let place = other["cell_id"]?.text, place != id, found.count != wanted.count {
            let message =
                "the line of the cell '\(id)' should stand here, and that of '\(place.shortened(to: 60))' does"
            return DatasetFinding(.changedLine(message), in: file, line: line, record: id)
        }
        let difference = LinesCheck.difference(members[member], one[member])
        return DatasetFinding(
            .changedLine("cell '\(id)', member \(member): \(difference)"),
            in: file,
            line: line,
            record: id,
            column: member
        )
    }

    private static func isSame(_ one: ArraySlice<UInt8>, _ other: ArraySlice<UInt8>) -> Bool {
        if one == other { return true }
        guard let one = object(one), let other = object(other) else { return false }
        return one == other
    }

    private static func object(_ line: ArraySlice<UInt8>) -> JSONValue? {
        do {
            return try JSONParser.parse(Array(line))
        } catch {
            return nil
        }
    }

    private static func difference(_ expected: JSONValue?, _ found: JSONValue?) -> String {
        guard let found else { return "it is missing" }
        guard let expected else { return "the report gives no such member" }
        if let one = expected.text, let other = found.text {
            let excerpts = Excerpt.around(one, other)
            return "'\(excerpts.new)' stands where the report gives '\(excerpts.old)'"
        }
        return "\(found.shown) stands where the report gives \(expected.shown)"
    }
}

extension Diagnostic {
    fileprivate static func changedLine(_ message: String) -> Diagnostic {
        Diagnostic(
            "changed-file",
            .error,
            "\(message); this line is the first that differs",
            suggestion: .convertAgain
        )
    }
}
