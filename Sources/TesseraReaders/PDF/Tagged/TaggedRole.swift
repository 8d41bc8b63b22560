/// What an element of the logical structure means for the flow of a document (ISO 32000-1, 14.8.4).
enum TaggedRole {
    case table, row, cell(isHeader: Bool)
    case heading(level: Int), paragraph
    case list, listItem, label
    case note
    /// Part of the text around it.
    case inline
    case link
    /// Groups what is in it, and nothing more.
    case group
    /// Stands outside the flow.
    case artifact

    init(_ type: String) {
        switch type {
        case "Table": self = .table
        case "TR": self = .row
        case "TH": self = .cell(isHeader: true)
        case "TD": self = .cell(isHeader: false)
        case "H", "Title": self = .heading(level: 1)
        case "H1", "H2", "H3", "H4", "H5", "H6": self = .heading(level: Int(type.dropFirst()) ?? 1)
        case "P", "Caption", "TOCI", "BibEntry": self = .paragraph
        case "L": self = .list
        case "LI": self = .listItem
        case "Lbl": self = .label
        case "Note", "FENote": self = .note
        case "Span", "Quote", "Reference", "Code", "Annot", "Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Sub",
            "Em",
            "Strong", "Formula":
            self = .inline
        case "Link": self = .link
        case "Artifact": self = .artifact
        default: self = .group
        }
    }
}
