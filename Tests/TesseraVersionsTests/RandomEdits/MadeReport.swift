import TesseraModel

/// A report that can be edited and written as text, in the layout of the report of 2007.
struct MadeReport {
    struct MadeRow {
        /// The numbers of the paragraphs in Section II.
        var paragraphs: [Int]
        var title: String
        /// Paragraphs by column: laws, assistance, regional activity.
        var cells: [[String]]

        /// `row_id`
        var id: String { paragraphs.map { "II.\($0)" }.joined(separator: "+") }
    }

    var rows: [MadeRow]
    let ending: String

    static let columns = ["laws", "assistance", "regional-activity"]

    /// The text as a converter left it.
    /// - Parameter revised: the date of the edition.
    func text(revised: String) -> String {
        var text = "REVISED AND UPDATED \(revised)\n\tUN Programme of Action\n"
        for column in ["Laws and Policies", "Assistance and Programs", "Global/Regional Activity"] {
            text += "\tU.S. \(column) Supportive of the UN POA\n"
        }
        for row in rows {
            text += "\n\tSection II, para \(row.paragraphs.map(String.init).joined(separator: ", "))\n\n\(row.title)\n"
            for cell in row.cells { text += "\t\(cell.joined(separator: "\n\n"))\n" }
        }
        return text + ending
    }

    /// The rows of the real report under numbers that count up by ten, with sentences added that hold what edits change:
    /// links, addresses, numbers of telephone, references.
    init(_ report: Report, ending: String) {
        self.ending = ending
        rows = []
        for (index, row) in report.rows.enumerated() {
            let number = index * 4 + 2
            let cells = MadeReport.columns.map { column in
                report.cells.first { $0.address == CellAddress(row: row.id, column: column) }?.paragraphs.map(\.text)
                    ?? []
            }
            let title = row.titles.map(\.text).joined(separator: " ")
            rows.append(
                MadeRow(paragraphs: index % 3 == 0 ? [number, number + 1] : [number], title: title, cells: cells)
            )
            guard index < MadeReport.seeds.count else { continue }
            for column in 0..<3 where !MadeReport.saysNothing(rows[index].cells[column]) {
                rows[index].cells[column].append(MadeReport.seeds[index])
                break
            }
        }
    }

    static func saysNothing(_ cell: [String]) -> Bool { cell.joined().count < 30 }

    private static let seeds = [
        "Details of the programme stand at http://www.example.gov/t/pm/wra/12345.htm for all to read.",
        "Requests may be sent to the desk officer at armsdesk@example.gov at any time of the year.",
        "The desk can be reached by telephone at 202-663-0172 on working days.",
        "Further steps are described under Section II, para 10 of this matrix.",
        "The forms can be had from www.example.org/forms/export as well as by mail.",
        "For the text of the rules see http://www.example.gov/rules/2005/brokers.html in its latest version.",
        "Questions on permits go to permits@example.gov or to the nearest field office.",
        "Between 2001 and 2005 the office held 147 courses for 3,250 officers of other states.",
        "In the fiscal year 2006 a total of $2.4 million was spent on such courses.",
        "More than 90 percent of the 1,250 requests were answered within 30 days.",
        "The fax of the secretariat is +41 22 917 1234 and is read every day.",
        "This is dealt with in Section II, para 22 as far as brokers are concerned.",
    ]
}
