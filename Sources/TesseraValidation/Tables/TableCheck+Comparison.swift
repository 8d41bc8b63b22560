import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Against the report: record by record and value by value, so that a shortened text is found where it stands.
extension TableCheck {
    /// How many records may be missing before they are told in one finding, and how many values of a column changed.
    private static var few: Int { 3 }
    private static var many: Int { 10 }

    func compare(
        _ found: [TableRecord],
        _ expected: [[String]],
        columns: Set<String>,
        _ result: inout Result
    ) {
        let names = expected.first ?? []
        let wanted = expected.dropFirst().map { fields in
            TableRecord(line: 0, values: Dictionary(zip(names, fields)) { first, _ in first })
        }
        let alignment = TableAlignment(found, Array(wanted), key: table.primaryKey)
        tellMissing(alignment.missing, columns, of: wanted.count, &result)
        tellSurplus(alignment.surplus, &result)
        var duplicates = Set(result.findings.filter { $0.diagnostic.id == "repeated-key" }.compactMap(\.line))
        // Where a record was doubled, the copy is surplus; where its key was changed, the pair shows the right one.
        for record in alignment.surplus { duplicates.remove(record.line) }

        var values: [TableRecord] = []
        var notations: [Notation: (count: Int, first: Change)] = [:]
        var changes: [Change] = []
        for pair in alignment.pairs {
            var record = pair.found
            for field in table.fields.map(\.name) where columns.contains(field) {
                let old = pair.expected.values[field] ?? ""
                let new = pair.found.values[field] ?? ""
                guard old != new else { continue }
                let change = Change(
                    line: record.line,
                    record: pair.expected.name(table.primaryKey),
                    key: pair.expected.key(table.primaryKey),
                    column: field,
                    found: new,
                    expected: old
                )
                if let kind = ValueNotation.change(from: old, to: new) {
                    let notation = Notation(column: field, kind: kind)
                    notations[notation] = ((notations[notation]?.count ?? 0) + 1, notations[notation]?.first ?? change)
                    record.values[field] = old
                } else if !(table.primaryKey.contains(field) && duplicates.contains(record.line)) {
                    changes.append(change)
                }
            }
            values.append(record)
        }
        tellNotations(notations, &result)
        tell(changes, values, &result)
        if !alignment.isOrdered { result.findings.append(DatasetFinding(.reordered("records"), in: file)) }
    }

    private struct Notation: Hashable {
        var column: String
        var kind: ValueNotation.Change
    }

    // MARK: Values

    /// Tells what is wrong with changed values: by their own rules where they break one, and as changed otherwise.
    private func tell(_ changes: [Change], _ records: [TableRecord], _ result: inout Result) {
        let broken = violations(records)
        let lines = Dictionary(records.enumerated().map { ($1.line, $0) }) { first, _ in first }
        var told: Set<[String]> = []
        var plain: [Change] = []
        for change in changes {
            let rule = lines[change.line].flatMap { broken[$0]?[change.column] }
            if let rule {
                result.findings.append(
                    finding(.invalidValue(change.record, change.column, rule, expected: change.expected), change)
                )
            } else if let key = table.foreignKeys.first(where: { $0.field == change.column }),
                !keys.holds(change.found, key)
            {
                result.findings.append(
                    finding(.unknownKey(change.record, key, change.found, expected: change.expected), change)
                )
            } else {
                plain.append(change)
            }
            told.insert([String(change.line), change.column])
        }
        // What breaks a rule and is as the report has it: both are wrong.
        for (index, record) in records.enumerated() {
            for (column, message) in broken[index] ?? [:] where told.insert([String(record.line), column]).inserted {
                // A column that is missing is told once.
                if record.values[column] != nil { result.findings.append(invalid(message, record, column)) }
            }
            checkKeys(
                record,
                except: Set(table.fields.map(\.name).filter { told.contains([String(record.line), $0]) }),
                &result
            )
        }
        result.changes = consequencesRemoved(plain)
    }

    /// Without numbers of words that follow from a changed text, and ids that follow from a changed id.
    private func consequencesRemoved(_ changes: [Change]) -> [Change] {
        let texts = Set(changes.filter { $0.column == "text" }.map(\.line))
        return changes.filter { !($0.column == "words" && texts.contains($0.line)) }
    }

    /// Findings for values that differ from the report, where the file is what was changed.
    func findings(for changes: [Change]) -> [DatasetFinding] {
        let columns = Dictionary(grouping: changes, by: \.column)
        var all: [DatasetFinding] = []
        for field in table.fields.map(\.name) {
            guard let changes = columns[field], let first = changes.first else { continue }
            if changes.count > TableCheck.many {
                all.append(finding(.changedColumn(field, changes.count, first), first, record: ""))
            } else {
                all += changes.map { finding(.changedValue($0), $0) }
            }
        }
        return all.sorted { ($0.line ?? 0) < ($1.line ?? 0) }
    }

    private func finding(_ diagnostic: Diagnostic, _ change: Change, record: String? = nil) -> DatasetFinding {
        DatasetFinding(
            diagnostic,
            in: file,
            line: change.line,
            record: record ?? change.record,
            column: change.column
        )
    }

    private func tellNotations(_ notations: [Notation: (count: Int, first: Change)], _ result: inout Result) {
        for field in table.fields.map(\.name) {
            for (notation, (count, first)) in notations.filter({ $0.key.column == field }).sorted(by: {
                $0.value.first.line < $1.value.first.line
            }) {
                result.findings.append(
                    DatasetFinding(
                        .spreadsheetValues(field, notation.kind, count, first),
                        in: file,
                        line: first.line,
                        record: count == 1 ? first.record : "",
                        column: field
                    )
                )
            }
        }
    }

    // MARK: Records

    private func tellMissing(
        _ records: [TableRecord],
        _ columns: Set<String>,
        of count: Int,
        _ result: inout Result
    ) {
        // A record that cannot be read is there, and was told.
        let broken = Set(result.findings.filter { $0.diagnostic.id == "broken-record" }.map(\.record))
        let missing = records.filter { !broken.contains($0.name(table.primaryKey)) }
        guard table.primaryKey.allSatisfy(columns.contains), let first = missing.first else { return }
        if missing.count > TableCheck.few {
            let name = first.name(table.primaryKey)
            result.findings.append(DatasetFinding(.missingRecords(missing.count, of: count, name), in: file))
            return
        }
        for record in missing {
            let name = record.name(table.primaryKey)
            result.findings.append(DatasetFinding(.missingRecord(name), in: file, record: name))
        }
    }

    private func tellSurplus(_ records: [TableRecord], _ result: inout Result) {
        // One that is there twice was told.
        let told = Set(result.findings.filter { $0.diagnostic.id == "repeated-key" }.compactMap(\.line))
        let surplus = records.filter { !told.contains($0.line) }
        guard let first = surplus.first else { return }
        if surplus.count > TableCheck.few {
            let name = first.name(table.primaryKey)
            result.findings.append(DatasetFinding(.surplusRecords(surplus.count, name), in: file, line: first.line))
            return
        }
        for record in surplus {
            let name = record.name(table.primaryKey)
            result.findings.append(DatasetFinding(.surplusRecord(name), in: file, line: record.line, record: name))
        }
    }
}
