import LibXLSXWriter
public import TesseraModel

/// Writes `dataset.xlsx`: a workbook with a sheet for each table.
///
/// Nothing is cut off: a text that is too long for a cell goes on in columns at the right end of its sheet, which are
/// headed `text (2)`, `text (3)` and so on; joined, they are the text.
public struct SpreadsheetWriter: Writer {
    public init() {}

    public let name = "xlsx"
    public let title = "Excel workbook, one sheet a table"
    public let files = [
        DatasetFile(
            "dataset.xlsx",
            "All tables, as a spreadsheet",
            mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            isText: false
        )
    ]

    public func write(
        _ report: CheckedReport,
        after written: [OutputFile]
    ) throws(DocumentFailure) -> [OutputFile] {
        let report = report.report
        do {
            let sheets = DataTable.all(of: report).map(SpreadsheetWriter.sheet)
            let bytes = try XLSXWorkbook.serialise(sheets, SpreadsheetWriter.properties(of: report))
            return [OutputFile(name: files[0].name, bytes: bytes)]
        } catch {
            throw DocumentFailure(SpreadsheetWriter.diagnostic(error))
        }
    }

    private static func sheet(_ table: DataTable) -> XLSXSheet {
        var sheet = XLSXSheet(
            name: table.name,
            columns: table.fields.map { XLSXSheet.Column($0.name, width: width($0.name)) },
            rows: []
        )
        // Where a text goes on: the number of the column, by field and piece.
        var continuations: [Continuation: Int] = [:]
        for record in table.eachRow {
            var row: [XLSXSheet.Value] = []
            row.reserveCapacity(record.count)
            var rest: [(column: Int, text: String)] = []
            for (index, value) in record.enumerated() {
                switch value {
                case .null, .text(""): row.append(.empty)
                case .integer(let number): row.append(.number(Double(number)))
                case .number(let number): row.append(.number(number))
                case .text(let text) where XLSXText.isShort(text): row.append(.text(text))
                case .text(let text):
                    let pieces = XLSXText.pieces(of: text)
                    row.append(.text(pieces[0]))
                    for (number, piece) in pieces.enumerated().dropFirst() {
                        let place = Continuation(field: index, piece: number + 1)
                        let column = continuations[place] ?? sheet.columns.count
                        if continuations[place] == nil {
                            continuations[place] = column
                            let heading = "\(table.fields[index].name) (\(number + 1))"
                            sheet.columns.append(XLSXSheet.Column(heading, width: widest))
                        }
                        rest.append((column, piece))
                    }
                }
                if index < row.count, case .text(let text) = row[index] {
                    sheet.columns[index].width = max(sheet.columns[index].width, width(text))
                }
            }
            if !rest.isEmpty {
                row += [XLSXSheet.Value](repeating: .empty, count: sheet.columns.count - row.count)
                for (column, text) in rest { row[column] = .text(text) }
            }
            sheet.rows.append(row)
        }
        if !continuations.isEmpty {
            for index in sheet.rows.indices {
                let missing = sheet.columns.count - sheet.rows[index].count
                sheet.rows[index] += [XLSXSheet.Value](repeating: .empty, count: missing)
            }
        }
        return sheet
    }

    /// A piece of a field behind the first.
    private struct Continuation: Hashable {
        var field: Int
        var piece: Int
    }

    /// The width of a column of prose, in characters: three of them fit on a screen.
    private static let widest = 60.0

    /// The width that a text asks for. Bytes stand for characters: an estimate is enough.
    ///
    /// A row is 27 lines high at most, so that a text that does not get by with them asks for more.
    private static func width(_ text: String) -> Double {
        let count = Double(text.utf8.count)
        return max(min(count + 3, widest), min((count / 24).rounded(.up), 2 * widest))
    }

    /// What can be said without a clock: the report's own date stands for that of the workbook.
    private static func properties(of report: Report) -> XLSXProperties {
        var properties = XLSXProperties(
            title: report.identity.title,
            comments: "Made by tessera from \(report.source.path)"
        )
        if let seconds = report.identity.revised?.secondsSince1970, seconds != 0 { properties.created = seconds }
        return properties
    }

    private static func diagnostic(_ failure: XLSXFailure) -> Diagnostic {
        switch failure {
        case .missingLibrary:
            Diagnostic(
                "missing-library",
                .error,
                "no workbook can be written: \(failure)",
                suggestion: "install libxlsxwriter4, or leave 'xlsx' out of the formats"
            )
        case .unfit:
            Diagnostic(
                "too-large-for-format",
                .error,
                "the dataset does not fit into a workbook: \(failure)",
                suggestion: "leave 'xlsx' out of the formats"
            )
        case .failed:
            Diagnostic(
                "unwritable-format",
                .error,
                "no workbook can be written: \(failure)",
                suggestion:
                    "see that there is memory and room in the temporary folder, or leave 'xlsx' out of the formats"
            )
        }
    }
}

extension PartialDate {
    /// The beginning of the day, month or year at Greenwich.
    fileprivate var secondsSince1970: Int {
        // Years begin in March here, so that the day that is added in some is their last one.
        let month = month ?? 1
        let shifted = month > 2 ? year : year - 1
        let daysBefore = (153 * ((month + 9) % 12) + 2) / 5 + (day ?? 1) - 1
        // 0000-03-01 is 719,468 days before 1970.
        return (365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + daysBefore - 719_468) * 86_400
    }
}
