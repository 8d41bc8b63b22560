/// What an acronym looks like.
enum AcronymShape {
    /// Whether some text in brackets can be an acronym: `NTC`, `PfP`, `ILEAs`, `OAS/DMS`.
    static func isAcronym(_ text: String) -> Bool {
        guard (2...12).contains(text.utf8.count), text.first?.isUppercase == true else { return false }
        guard text.allSatisfy({ $0.isLetter || $0 == "/" || $0 == "&" || $0 == "-" }) else { return false }
        let letters = base(of: text).filter(\.isLetter)
        let capitals = letters.count(where: \.isUppercase)
        return capitals >= 2 && capitals * 2 > letters.count && !isRomanNumeral(text)
    }

    /// Whether a word of running text looks like an acronym that nobody has defined: capitals only, a plural `s` aside.
    static func isCandidate(_ word: String) -> Bool {
        // Most words with a capital have small letters too; asking the bytes is cheaper than asking the characters.
        let small = word.utf8.count { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
        guard small == 0 || (small == 1 && word.utf8.last == UInt8(ascii: "s")) else { return false }
        let letters = base(of: word)
        return (2...10).contains(letters.utf8.count) && letters.allSatisfy { $0.isUppercase || $0.isNumber }
            && letters.first?.isUppercase == true && letters.count(where: \.isUppercase) >= 2
            && !isRomanNumeral(letters)
    }

    /// The acronym without a plural ending: `ILEAs` is `ILEA`.
    static func base(of text: String) -> String {
        guard text.last == "s", let before = text.dropLast().last, before.isUppercase else { return text }
        return String(text.dropLast())
    }

    private static func isRomanNumeral(_ text: String) -> Bool {
        text.allSatisfy { "IVX".contains($0) }
    }
}
