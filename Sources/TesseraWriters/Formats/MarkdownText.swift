/// Texts in Markdown: CommonMark 0.31, and the extensions of GitHub and of pandoc, which give a meaning to more
/// characters.
enum MarkdownText {
    /// A text of one paragraph, a heading or an item, so that it is shown as it is.
    ///
    /// A line end becomes a hard line break; no other white space but single blanks inside a line is left to chance.
    static func escaped(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if number > 0 { result += "\\\n" }
            append(line, to: &result)
        }
        return result
    }

    /// A link with a text that is shown as it is.
    static func link(_ text: String, to url: String) -> String {
        var target = ""
        for scalar in url.unicodeScalars {
            switch scalar {
            case "<", ">", "\\", "&": target += "\\\(scalar)"
            case " ", "\t", "\n", "\r": target += "&#\(scalar.value);"
            default: target.unicodeScalars.append(scalar)
            }
        }
        return "[\(escaped(text))](<\(target)>)"
    }

    private static func append(_ line: Substring, to result: inout String) {
        // Most paragraphs have nothing to escape, and looking at bytes is quick.
        guard needsCare(line) else {
            result += line
            return
        }
        let scalars = line.unicodeScalars
        // Only at its beginning can a line open a heading, a list, a block of code, or a definition.
        var isAtStart = true
        // Digits at the beginning, which a full stop or a bracket would make a list of.
        var isAfterNumber = false
        for index in scalars.indices {
            let scalar = scalars[index]
            let isAtEnd = scalars.index(after: index) == scalars.endIndex
            if isSpecial(scalar) || (isAtStart && opensBlock(scalar))
                || (isAfterNumber && (scalar == "." || scalar == ")"))
            {
                result += "\\"
                result.unicodeScalars.append(scalar)
            } else if isWhiteSpace(scalar),
                isAtStart || isAtEnd || scalar != " " || scalars[scalars.index(before: index)] == " "
            {
                // As a character reference it is no white space to Markdown, which drops or folds that.
                result += "&#\(scalar.value);"
            } else {
                result.unicodeScalars.append(scalar)
            }
            isAfterNumber = (isAtStart || isAfterNumber) && ("0"..."9").contains(scalar)
            isAtStart = false
        }
    }

    /// Whether a line may hold something to escape: a special character, white space that is no single blank between
    /// two words, or a beginning that is no letter. It may say so of a line that does not.
    private static func needsCare(_ line: Substring) -> Bool {
        guard let first = line.unicodeScalars.first, let last = line.utf8.last else { return false }
        guard first.properties.isAlphabetic, last != UInt8(ascii: " ") else { return true }
        var previous: UInt8 = 0
        return line.utf8.contains { byte in
            defer { previous = byte }
            switch byte {
            case UInt8(ascii: " "): return previous == byte
            case 0x80...0xBF: return false
            // These begin all white space outside ASCII, and other characters.
            case 0xC2, 0xE1, 0xE2, 0xE3: return true
            case 0xC0...: return false
            default: return byte < 0x20 || byte == 0x7F || isSpecial(Unicode.Scalar(byte))
            }
        }
    }

    /// Whether a character can mean something anywhere in a line.
    private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "~", "|", "^", "$", "#", "{", "}": true
        default: false
        }
    }

    private static func opensBlock(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "-", "+", "=", ":", "%", "@", "!": true
        default: false
        }
    }

    private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x21 || (scalar.value > 0x7E && scalar.properties.isWhitespace)
    }
}
