/// The numbers that Windows gives to character encodings.
enum CodePage {
    static let western = 1252
    /// No code page: the character set of fonts with pictures instead of letters.
    static let symbols = 42
    static let utf8 = 65001

    /// The code page of a font's character set (Rich Text Format 1.9.1, "Font Table"); nil for that of the document.
    static func ofCharacterSet(_ number: Int) -> Int? {
        switch number {
        case 0: western
        case 2: symbols
        case 77: 10000
        case 78: 932
        case 79: 949
        case 80: 936
        case 81: 950
        case 83: 10005
        case 84: 10004
        case 85: 10006
        case 86: 10081
        case 87: 874
        case 88: 10029
        case 89: 10007
        case 128: 932
        case 129: 949
        case 130: 1361
        case 134: 936
        case 136: 950
        case 161: 1253
        case 162: 1254
        case 163: 1258
        case 177, 181: 1255
        case 178, 179, 180: 1256
        case 186: 1257
        case 204: 1251
        case 222: 874
        case 238: 1250
        case 254: 437
        case 255: 850
        default: nil
        }
    }

    /// The name of a code page in the C library.
    static func systemName(_ number: Int) -> String {
        switch number {
        case 708: "ISO-8859-6"
        case 932: "CP932"
        case 936: "GB18030"
        case 949: "UHC"
        case 950: "BIG5-HKSCS"
        case 10000: "MACINTOSH"
        case 10001: "CP932"
        case 10002: "BIG5-HKSCS"
        case 10003: "UHC"
        case 10008: "GB18030"
        case 10007: "MAC-UK"
        case 10017: "MAC-UK"
        case 10029: "MAC-CENTRALEUROPE"
        case 10079: "MAC-IS"
        case 20866: "KOI8-R"
        case 21866: "KOI8-U"
        case 28591...28606: "ISO-8859-\(number - 28590)"
        case 54936: "GB18030"
        default: "CP\(number)"
        }
    }

    /// The bytes that begin a character of two; none for a code page whose characters have one byte each.
    static func leadBytes(_ number: Int) -> [ClosedRange<UInt8>] {
        switch number {
        case 932, 10001: [0x81...0x9F, 0xE0...0xFC]
        case 936, 949, 950, 10002, 10003, 10008, 54936: [0x81...0xFE]
        case 1361: [0x84...0xD3, 0xD8...0xDE, 0xE0...0xF9]
        default: []
        }
    }
}
