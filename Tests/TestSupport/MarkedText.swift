/// Text with marks that show where a diagnostic must point: nobody counts columns.
public struct MarkedText: Sendable {
    /// The text without its marks.
    public let text: String
    /// Line and column (UTF-8 bytes) of each mark, both from 1.
    public let places: [String: (line: Int, column: Int)]

    /// - Parameter marked: text with the marks 1️⃣ to 9️⃣. LF, CR LF and CR end a line, nothing else does.
    public init(_ marked: String) {
        var text = ""
        var places: [String: (line: Int, column: Int)] = [:]
        var line = 1
        var column = 1
        for character in marked {
            if character.unicodeScalars.contains("\u{20E3}") {
                places[String(character)] = (line, column)
                continue
            }
            text.append(character)
            if character == "\n" || character == "\r\n" || character == "\r" {
                line += 1
                column = 1
            } else {
                column += character.utf8.count
            }
        }
        self.text = text
        self.places = places
    }
}
