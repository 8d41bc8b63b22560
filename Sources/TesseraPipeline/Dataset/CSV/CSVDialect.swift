/// How a CSV file is written, as far as its bytes tell: what a spreadsheet or an editor has made of it.
public struct CSVDialect: Sendable, Equatable {
    public enum Encoding: String, Sendable {
        case utf8 = "UTF-8"
        case utf16LittleEndian = "UTF-16LE"
        case utf16BigEndian = "UTF-16BE"
        /// What bytes that are no UTF-8 are taken for: the encoding of Western Windows.
        case windows1252 = "Windows-1252"
    }

    public enum LineEnd: String, Sendable {
        case lf = "LF"
        case crlf = "CRLF"
        case cr = "CR"
        case mixed
    }

    public var encoding = Encoding.utf8
    public var hasByteOrderMark = false
    /// Offsets of bytes that are no UTF-8 in a file that is UTF-8 for the rest.
    public var badBytes: [Int] = []
    /// `,`, `;`, a tab or `|`.
    public var separator: Character = ","
    public var lineEnd = LineEnd.lf
    /// Whether the first line says which the separator is: `sep=;`.
    public var hasSeparatorLine = false
    /// Whether the last record has no line end.
    public var lacksFinalLineEnd = false
    /// Whether all fields stand in quotes, those too that need none.
    public var quotesEverything = false
    /// Whether line ends inside fields are other than LF.
    public var hasOtherLineEndsInFields = false
    /// Empty fields behind the last column, of the header and of each record.
    public var emptyColumns = 0
    /// Lines behind the last record, and between records, that hold nothing or separators alone.
    public var emptyRows = 0

    public init() {}

    /// As this program writes CSV.
    public static let standard = CSVDialect()

    /// What is different from how this program writes, each as a part of a sentence.
    public var differences: [String] {
        var all: [String] = []
        if hasSeparatorLine { all.append("a line 'sep=\(separator)' in front") }
        switch separator {
        case ",": break
        case ";": all.append("semicolons instead of commas")
        case "\t": all.append("tabs instead of commas")
        default: all.append("'\(separator)' instead of commas")
        }
        if encoding != .utf8 { all.append("\(encoding.rawValue) instead of UTF-8") }
        if hasByteOrderMark, encoding == .utf8 { all.append("a byte order mark") }
        if lineEnd != .lf { all.append(lineEnd == .mixed ? "mixed line ends" : "\(lineEnd.rawValue) line ends") }
        if hasOtherLineEndsInFields { all.append("other line ends inside fields") }
        if quotesEverything { all.append("quotes around all fields") }
        if emptyColumns > 0 { all.append(emptyColumns == 1 ? "an empty column" : "\(emptyColumns) empty columns") }
        if emptyRows > 0 { all.append(emptyRows == 1 ? "an empty row" : "\(emptyRows) empty rows") }
        if lacksFinalLineEnd { all.append("no line end behind the last record") }
        return all
    }
}
