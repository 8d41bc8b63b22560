/// A sheet that holds one table: a header row that stays in view, and rows.
public struct XLSXSheet: Sendable, Equatable {
    /// A value of a cell.
    public enum Value: Sendable, Equatable {
        case empty
        case number(Double)
        /// Shown as it is, whatever it looks like: no formula, no link, no number.
        case text(String)
    }

    /// A column of the sheet.
    public struct Column: Sendable, Equatable {
        public var heading: String
        /// In characters of the standard font, at most 255.
        public var width: Double

        /// Makes a column from its parts.
        public init(_ heading: String, width: Double) {
            self.heading = heading
            self.width = width
        }
    }

    /// At most 31 UTF-16 code units.
    public var name: String
    public var columns: [Column]
    /// Each has a value for every column.
    public var rows: [[Value]]

    /// Makes a sheet from its parts.
    public init(name: String, columns: [Column], rows: [[Value]]) {
        self.name = name
        self.columns = columns
        self.rows = rows
    }

    /// What Excel takes (Microsoft, Excel specifications and limits): rows with the header row, columns, UTF-16 code
    /// units of a cell and of the name of a sheet.
    public static let limits = (rows: 1_048_576, columns: 16_384, text: 32_767, name: 31)
}
