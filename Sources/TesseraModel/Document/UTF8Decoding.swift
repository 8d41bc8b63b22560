extension Span<UInt8> {
    /// The scalar that begins at a byte of valid UTF-8, and the number of its bytes.
    ///
    /// Written out because stepping through `String.unicodeScalars` costs several times as much, and inlined, for
    /// it is called for every character, by every stage.
    @inlinable package func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = UInt32(self[offset])
        guard lead >= 0x80 else { return (Unicode.Scalar(UInt8(lead)), 1) }
        // In valid text, the lead byte tells the length.
        let length = Swift.min(lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, count - offset)
        var value = lead & (0xFF >> UInt32(length + 1))
        for index in offset + 1..<offset + length { value = value << 6 | UInt32(self[index] & 0x3F) }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }
}
