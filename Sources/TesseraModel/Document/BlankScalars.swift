// Inlined, for these are asked of every character, by every stage.
extension Unicode.Scalar {
    /// White space as Unicode has it, decided quickly for ASCII.
    @inlinable package var isWhiteSpace: Bool {
        switch value {
        case 0x20, 0x09...0x0D: true
        case 0..<0x80: false
        default: properties.isWhitespace
        }
    }

    /// Characters that only steer line breaking: soft hyphen, zero-width space, word joiner, byte order mark.
    @inlinable package var isInvisible: Bool {
        switch value {
        case 0xAD, 0x200B, 0x2060, 0xFEFF: true
        default: false
        }
    }

    /// Whether the character carries no text: white space, or invisible.
    @inlinable package var isBlank: Bool { isWhiteSpace || isInvisible }
}
