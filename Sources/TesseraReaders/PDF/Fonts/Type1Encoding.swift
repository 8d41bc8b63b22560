/// The encoding that a Type 1 font program has (Adobe Type 1 Font Format, 2.2).
enum Type1Encoding {
    /// How much of a program is looked at, in bytes: the encoding stands in front of what is encrypted.
    private static let searchedLength = 64 << 10

    private static let putting = PDFKeyword("put")
    private static let definition = PDFKeyword("def")
    private static let encryptedPart = PDFKeyword("eexec")

    /// The name of the glyph of each code; nil for the standard encoding, and for what cannot be read.
    static func names(_ program: [UInt8]) -> [Int: String]? {
        var scanner = PDFScanner(program, 0..<min(program.count, searchedLength))
        var names: [Int: String] = [:]
        var isEncoding = false
        var code: Int?
        var name: String?
        while true {
            switch scanner.next() {
            case .name("Encoding") where !isEncoding: isEncoding = true
            case .integer(let value): code = value
            case .name(let value): name = value
            case .keyword(putting) where isEncoding:
                if let code, let name, name != ".notdef" { names[code] = name }
            case .keyword(definition) where isEncoding, .keyword(encryptedPart), .end:
                return names.isEmpty ? nil : names
            default: break
            }
        }
    }
}
