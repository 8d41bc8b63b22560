import TesseraModel
import TesseraPipeline

/// Differences as JUnit XML, in the form that Jenkins and GitLab read: a test suite for each dataset, and a test for
/// each row and cell that was compared.
public enum CheckJUnit {
    /// The results as one XML document, in UTF-8.
    public static func bytes(of results: [CheckedDataset]) -> [UInt8] {
        let suites = results.map { $0.hasFailed ? failed($0) : $0.isOrphaned ? skipped($0) : compared($0) }
        let totals = suites.reduce(Counts()) { $0 + $1.counts }
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        text += "<testsuites name=\"tessera check\" \(totals.attributes)>\n"
        text += suites.map(\.text).joined()
        text += "</testsuites>\n"
        return Array(text.utf8)
    }

    private struct Counts {
        var tests = 0
        var failures = 0
        var errors = 0

        static func + (one: Counts, other: Counts) -> Counts {
            Counts(
                tests: one.tests + other.tests,
                failures: one.failures + other.failures,
                errors: one.errors + other.errors
            )
        }

        /// The time is not measured for each cell.
        var attributes: String { "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"0\"" }
    }

    private struct Suite {
        var counts: Counts
        var text: String

        init(_ name: String, _ counts: Counts, skipped: Int = 0, _ cases: [String]) {
            self.counts = counts
            text =
                "  <testsuite name=\"\(name.escapedForXML)\" \(counts.attributes) skipped=\"\(skipped)\">\n"
                + cases.joined() + "  </testsuite>\n"
        }
    }

    /// A document that gave no dataset to compare.
    private static func failed(_ result: CheckedDataset) -> Suite {
        let name = result.dataset.isEmpty ? result.source : result.dataset
        let errors = result.diagnostics.filter { $0.severity == .error }
        let message = errors.first?.message ?? ""
        let lines = errors.map { $0.description(path: result.source) + "\n" }.joined()
        let element = """
                  <error message="\(message.escapedForXML)" type="\((errors.first?.id ?? "").escapedForXML)">\
            \(lines.escapedForXML)</error>

            """
        return Suite(
            name,
            Counts(tests: 1, failures: 0, errors: 1),
            [test("conversion", in: name, result.source, element)]
        )
    }

    /// A dataset that no document gives any more, where that is no error.
    private static func skipped(_ result: CheckedDataset) -> Suite {
        let message = result.diagnostics.first?.message ?? ""
        return Suite(
            result.dataset,
            Counts(tests: 1, failures: 0, errors: 0),
            skipped: 1,
            [
                test(
                    "conversion",
                    in: result.dataset,
                    result.source,
                    "      <skipped message=\"\(message.escapedForXML)\"/>\n"
                )
            ]
        )
    }

    private static func compared(_ result: CheckedDataset) -> Suite {
        var found: [DifferenceGroup.Address: DifferenceGroup] = [:]
        var others: [DifferenceGroup] = []
        for group in result.groups {
            found[group.address] = group
            if case .other = group.address { others.append(group) }
        }
        let matrix = result.index.rows.flatMap { row in
            [DifferenceGroup.Address.row(row.id)] + row.cells.map(DifferenceGroup.Address.cell)
        }
        var cases = matrix.map { address in
            test(address.description, in: result.dataset, result.source, found[address].map(failure) ?? "")
        }
        // What is in no row or cell is one test where nothing differs.
        if others.isEmpty { cases.append(test("everything else", in: result.dataset, result.source, "")) }
        cases += others.map { test($0.address.description, in: result.dataset, result.source, failure($0)) }
        return Suite(result.dataset, Counts(tests: cases.count, failures: result.groups.count, errors: 0), cases)
    }

    private static func failure(_ group: DifferenceGroup) -> String {
        let style = StyleRule(isColoured: false)
        let lines = group.differences.map { style.text($0.runs(isWhole: true)) }.joined()
        let first = group.differences.first.map { style.text($0.runs(isWhole: false)).dropLast() } ?? ""
        let more = group.differences.count > 1 ? " (and \(group.differences.count - 1) more)" : ""
        return """
                  <failure message="\((first + more).escapedForXML)" type="difference">\(lines.escapedForXML)</failure>

            """
    }

    private static func test(_ name: String, in suite: String, _ source: String, _ result: String) -> String {
        let head = """
                <testcase classname="\(suite.escapedForXML)" name="\(name.escapedForXML)" \
            file="\(source.escapedForXML)" time="0"
            """
        return result.isEmpty ? head + "/>\n" : head + ">\n" + result + "    </testcase>\n"
    }
}

extension StringProtocol {
    /// The text as XML 1.0 takes it, in elements and in attributes. What no XML can hold becomes U+FFFD.
    fileprivate var escapedForXML: String {
        var escaped = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "\"": escaped += "&quot;"
            case "\t", "\n", "\r": escaped += "&#\(scalar.value);"
            default:
                let isForbidden = scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
                escaped.unicodeScalars.append(isForbidden ? "\u{FFFD}" : scalar)
            }
        }
        return escaped
    }
}
