/// What the name of an entry may be, and how it is shown.
enum EntryName {
    /// Says why a name is not accepted, as words after the name; nil for a good name.
    ///
    /// Nothing here writes a file, but what is safe to write is also what means the same to everybody.
    static func fault(of name: String) -> String? {
        // Scalars throughout: a combining mark after a slash or a dot would make another character of it.
        if name.isEmpty { return "is no name for an entry" }
        if name.unicodeScalars.contains(where: isControl) { return "holds a control character" }
        if name.utf8.contains(UInt8(ascii: "\\")) { return "holds a backslash" }
        if name.unicodeScalars.first == "/" || hasDrive(name) { return "is an absolute path" }
        let steps = name.unicodeScalars.split(separator: "/", omittingEmptySubsequences: false)
        if steps.contains(where: { $0.elementsEqual("..".unicodeScalars) }) { return "leads out of its folder" }
        return nil
    }

    /// A name in quotation marks on one line, cut off where it is long.
    static func quoted(_ name: String) -> String {
        let longest = 120
        var text = "'"
        for scalar in name.unicodeScalars.prefix(longest) {
            text += isControl(scalar) ? scalar.escaped(asASCII: true) : String(scalar)
        }
        return text + (name.unicodeScalars.count > longest ? "…'" : "'")
    }

    /// Also the line and paragraph separators, which would break a message into lines.
    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }

    /// Whether a path begins as on Windows, with a letter and a colon.
    private static func hasDrive(_ name: String) -> Bool {
        let start = name.unicodeScalars.prefix(2)
        return start.count == 2 && start.last == ":" && start.first?.properties.isAlphabetic == true
    }
}
