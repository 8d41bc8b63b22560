import TesseraModel
import TesseraPipeline
import TesseraWriters

/// The first line of a table's file: which columns of the table stand where.
struct TableHeader {
    /// The position of each column that is there.
    private(set) var positions: [String: Int] = [:]
    private(set) var findings: [DatasetFinding] = []
    /// Whether this is the header of another table, or none.
    private(set) var isForeign = false
    /// Whether all columns are there, in another order.
    private(set) var isReordered = false

    /// - Parameters:
    ///   - names: what the first line holds.
    ///   - table: the table that the file should hold.
    ///   - isOpen: whether columns that the table does not name may be there, because the report is not at hand.
    init(_ names: [String], of table: DataTable, file: String, isOpen: Bool) {
        let expected = table.fields.map(\.name)
        for (position, name) in names.enumerated() {
            if positions[name] != nil {
                findings.append(DatasetFinding(.columnTwice(name), in: file, line: 1, column: name))
            } else {
                positions[name] = position
            }
        }
        let missing = expected.filter { positions[$0] == nil }
        if missing.count * 2 > expected.count {
            isForeign = true
            findings = [DatasetFinding(.foreignHeader(names), in: file, line: 1)]
            return
        }
        let surplus = isOpen ? [] : names.filter { !expected.contains($0) }
        // A column in the place of another has got another name.
        for name in missing {
            guard let index = expected.firstIndex(of: name), names.indices.contains(index),
                surplus.contains(names[index]), names.count == expected.count
            else {
                findings.append(DatasetFinding(.missingColumn(name), in: file, line: 1, column: name))
                continue
            }
            positions[name] = index
            findings.append(DatasetFinding(.renamedColumn(name, names[index]), in: file, line: 1, column: name))
        }
        let renamed = Set(expected.compactMap { positions[$0] })
        for (position, name) in names.enumerated() where surplus.contains(name) && !renamed.contains(position) {
            findings.append(DatasetFinding(.surplusColumn(name), in: file, line: 1, column: name))
        }
        let order = expected.compactMap { positions[$0] }
        isReordered = order != order.sorted()
    }
}

extension Diagnostic {
    fileprivate static func missingColumn(_ name: String) -> Diagnostic {
        Diagnostic("missing-column", .error, "the column '\(name)' is missing", suggestion: .convertAgain)
    }

    fileprivate static func foreignHeader(_ names: [String]) -> Diagnostic {
        Diagnostic(
            "missing-column",
            .error,
            "the first line is not the header of this table: "
                + "'\(names.joined(separator: ",").onOneLine.shortened(to: 60))'",
            suggestion: .convertAgain
        )
    }

    fileprivate static func renamedColumn(_ name: String, _ other: String) -> Diagnostic {
        Diagnostic(
            "missing-column",
            .error,
            "the column '\(name)' is missing; in its place is '\(other.onOneLine.shortened(to: 40))'",
            suggestion: "give the column its name again"
        )
    }

    fileprivate static func surplusColumn(_ name: String) -> Diagnostic {
        Diagnostic(
            "surplus-column",
            .error,
            "the table has no column '\(name.onOneLine.shortened(to: 40))'",
            suggestion: "keep columns of your own in a file of their own, with the table's key"
        )
    }

    fileprivate static func columnTwice(_ name: String) -> Diagnostic {
        Diagnostic(
            "surplus-column",
            .error,
            "the column '\(name.onOneLine.shortened(to: 40))' is there twice",
            suggestion: "remove the second one"
        )
    }
}

extension String {
    /// The advice where a file is not as the program wrote it.
    static let convertAgain = "restore the file, or make the dataset again with 'tessera convert'"
}
