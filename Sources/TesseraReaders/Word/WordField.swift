/// A field: an instruction, and the text that it resulted in when the document was saved.
struct WordField {
    var instruction = ""
    /// Whether the instruction is over and its result follows.
    var isInResult = false
    var isLink = false

    /// The target of a `HYPERLINK` field (ECMA-376, 17.16.5.25); nil for every other field.
    var linkTarget: String? {
        let words = WordField.words(instruction)
        guard words.first?.uppercased() == "HYPERLINK" else { return nil }
        var target = ""
        var anchor = ""
        var index = 1
        while index < words.count {
            switch words[index] {
            case "\\l" where index + 1 < words.count:
                anchor = words[index + 1]
                index += 1
            // Screen tip and target frame are no part of the address.
            case "\\o", "\\t": index += 1
            case let word where word.hasPrefix("\\"): break
            case let word: if target.isEmpty { target = word }
            }
            index += 1
        }
        if anchor.isEmpty { return target.isEmpty ? nil : target }
        return "\(target)#\(anchor)"
    }

    /// The words of an instruction; quotation marks hold words together, a backslash takes the next one literally.
    private static func words(_ instruction: String) -> [String] {
        var words: [String] = []
        var word = ""
        var isQuoted = false
        var hasWord = false
        var characters = Array(instruction)[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"":
                isQuoted.toggle()
                hasWord = true
            case "\\" where isQuoted && (characters.first == "\\" || characters.first == "\""):
                word.append(characters.removeFirst())
            case " " where !isQuoted, "\t" where !isQuoted:
                if hasWord { words.append(word) }
                word = ""
                hasWord = false
            default:
                word.append(character)
                hasWord = true
            }
        }
        if hasWord { words.append(word) }
        return words
    }
}
