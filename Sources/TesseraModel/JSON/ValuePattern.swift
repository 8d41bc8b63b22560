/// What values of the dataset look like, as regular expressions.
///
/// Each stands for the whole value and has no anchors, as Table Schema wants it (XML Schema's notation); it uses only
/// what that notation and JSON Schema's (ECMA-262) have in common. None is used on a long text, for a validator may
/// match by recursion.
public enum ValuePattern {
    /// Names of columns, statuses, reasons and pipelines: letters, digits, hyphens and underscores.
    public static let slug = "[a-z0-9_][a-z0-9_-]*"
    public static let reportID = "[a-z0-9_][a-z0-9._-]*"
    /// Rows are named by what their labels capture, which can be any text on one line.
    public static let rowID = "\\S([^\\n]*\\S)?"
    public static let cellID = "\\S[^\\n]*/\(slug)"
    /// Something at an offset of a cell.
    public static let cellPlace = "\(cellID)@[0-9]+"
    /// A date, a month or a year.
    public static let partialDate = "[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
    public static let sha256 = "[0-9a-f]{64}"
    /// The notations of ``Position``.
    public static let position =
        "([0-9]+:[0-9]+|p[0-9]+@-?[0-9]+([.][0-9]+)?,-?[0-9]+([.][0-9]+)?|c[0-9]+|[^\\n]*@[0-9]+)"
    /// Addresses of links.
    public static let webAddress = "((https?|ftp)://\\S+|mailto:\\S+)"
    public static let webURL = "(https?|ftp)://\\S+"
    /// Names of texts outside the cells, with their numbers or ids.
    public static let textOutsideCells =
        "(column-heading|row-heading|front-matter|glossary-key|glossary|organisation|resource-title|resources|back-matter)"
        + "/[^\\n]+"
    /// Names of diagnostics.
    public static let diagnosticID = "[a-z][a-z0-9-]*"

    /// Words of a list, with blanks between them.
    public static func list(of words: [String]) -> String {
        let word = "(\(words.joined(separator: "|")))"
        return "\(word)( \(word))*"
    }

    /// The pattern for a notation that looks for it anywhere in a text.
    public static func anchored(_ pattern: String) -> String {
        pattern.contains("|") ? "^(?:\(pattern))$" : "^\(pattern)$"
    }
}
