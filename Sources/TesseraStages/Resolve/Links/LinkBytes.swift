/// What single bytes of UTF-8 are in the notation of links.
extension UInt8 {
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    var isASCIIAlphanumeric: Bool { isASCIILetter || isASCIIDigit }
    var isASCIICapital: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
    /// The byte, a capital of ASCII in lower case.
    var lowered: UInt8 { isASCIICapital ? self | 0x20 : self }

    /// The value of a hexadecimal digit.
    var hexValue: UInt8? {
        if isASCIIDigit { return self - 0x30 }
        let letter = self | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) ? letter - 0x57 : nil
    }
}

extension Collection<UInt8> {
    var text: String { String(decoding: self, as: UTF8.self) }
    var loweredBytes: [UInt8] { map(\.lowered) }
}
