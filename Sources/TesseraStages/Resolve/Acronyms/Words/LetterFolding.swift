/// Small letters without accents, in which letters of acronyms and of words are compared.
enum LetterFolding {
    /// The base letters of U+00C0 to U+017F, by the canonical decomposition of the Unicode Character Database; letters
    /// without one (`ø`, `ß`) by their usual transcription.
    private static let latin = Array(
        ("aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooo"
            + "rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8
    )

    /// A letter beyond ASCII without its accent, and whether it is a capital: of Latin (to U+017F), Greek and Cyrillic;
    /// other letters stay as they are.
    static func folded(_ scalar: UInt32) -> (letter: UInt32, isCapital: Bool) {
        switch scalar {
        case 0xC0..<0x180: (UInt32(latin[Int(scalar - 0xC0)]), isLatinCapital(scalar))
        case 0x391...0x3A9, 0x410...0x42F: (scalar + 0x20, true)
        case 0x400...0x40F: (scalar + 0x50, true)
        default: (scalar, false)
        }
    }

    /// In Latin Extended-A capitals and small letters take turns; where they begin changes twice.
    private static func isLatinCapital(_ scalar: UInt32) -> Bool {
        switch scalar {
        case ..<0x100: scalar < 0xE0
        case 0x139...0x148, 0x179...: scalar & 1 == 1
        default: scalar & 1 == 0
        }
    }
}
