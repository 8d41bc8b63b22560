/// Texts in Markdown: CommonMark 0.31, and the extensions of GitHub and of pandoc, which give a meaning to more
/// characters.
package enum MarkdownText {
    /// A text of one paragraph, a heading or an item, so that it is shown as it is.
    ///
    /// A line end becomes a hard line break; no other white space but single blanks inside a line is left to chance.
    package static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        append(text, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
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

    /// Writes an escaped text; see ``escaped(_:)``.
    static func append(_ text: String, to out: inout [UInt8]) {
        let bytes = text.utf8.span
        // Only at its beginning can a line open a heading, a list, a block of code, or a definition.
        var isAtStart = true
        // Digits at the beginning, which a full stop or a bracket would make a list of.
        var isAfterNumber = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let scalar = Unicode.Scalar(byte)
            var width = 1
            if endsLine(bytes, index) {
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
                isAtStart = true
                isAfterNumber = false
                index += 1
                continue
            } else if byte > 0x7F {
                if let wide = wideWhiteSpace(bytes, index) {
                    out.append(contentsOf: "&#\(wide.value);".utf8)
                    width = wide.width
                } else {
                    out.append(byte)
                }
            } else if isSpecial(scalar) || (isAtStart && opensBlock(scalar))
                || (isAfterNumber && (scalar == "." || scalar == ")"))
            {
                out.append(UInt8(ascii: "\\"))
                out.append(byte)
            } else if byte < 0x21,
                isAtStart || scalar != " " || isAtEnd(bytes, index) || bytes[index - 1] == UInt8(ascii: " ")
            {
                // As a character reference it is no white space to Markdown, which drops or folds that.
                out.append(contentsOf: "&#\(byte);".utf8)
            } else {
                out.append(byte)
            }
            isAfterNumber = (isAtStart || isAfterNumber) && ("0"..."9").contains(scalar)
            isAtStart = false
            index += width
        }
    }

    /// Whether a line ends with a byte. Behind a carriage return, a line feed ends none: both are white space.
    private static func endsLine(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "\n") && (index == 0 || bytes[index - 1] != UInt8(ascii: "\r"))
    }

    private static func isAtEnd(_ bytes: borrowing Span<UInt8>, _ index: Int) -> Bool {
        index + 1 == bytes.count || endsLine(bytes, index + 1)
    }

    /// White space outside ASCII that begins at a byte, and how many bytes it takes.
    private static func wideWhiteSpace(
        _ bytes: borrowing Span<UInt8>,
        _ index: Int
    ) -> (value: UInt32, width: Int)? {
        let width: Int
        // No other byte begins any.
        switch bytes[index] {
        case 0xC2: width = 2
        case 0xE1, 0xE2, 0xE3: width = 3
        default: return nil
        }
        guard index + width <= bytes.count else { return nil }
        let first = UInt32(bytes[index]) & (width == 2 ? 0x1F : 0x0F)
        let value = (index + 1..<index + width).reduce(first) { $0 << 6 | UInt32(bytes[$1]) & 0x3F }
        guard let scalar = Unicode.Scalar(value), scalar.properties.isWhitespace else { return nil }
        return (value, width)
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
}
