/// How wide a text is in print, roughly.
///
/// In proportional type, characters do not tell how much of a line a text fills. The widths are those of Times Roman
/// (Adobe's font metrics for the core fonts), in thousandths of the size; other typefaces have much the same
/// proportions between their letters.
enum TypeWidth {
    private static let first: UInt8 = 0x20
    private static let widths: [Int] = [
        250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
        500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
        921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
        556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
        333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
        500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
    ]

    /// The width of a character.
    /// - Parameter byte: its first UTF-8 byte.
    static func width(_ byte: UInt8) -> Int {
        guard byte < 0x7F else { return byte < 0xC0 ? 0 : byte == 0xE2 ? 400 : 500 }
        return byte >= first ? widths[Int(byte - first)] : 250
    }

    static let blank = 250
}
