import LibIconv
import TesseraModel

/// What a document says about itself ([MS-OLEPS], 2.21): the properties of the stream `SummaryInformation`.
struct PropertySet {
    /// The properties that are asked for, by their numbers ([MS-OLEPS], 3.1.1).
    enum Name: Int {
        case codePage = 1
        case title = 2
        case author = 4
        case created = 12
        case modified = 13
    }

    private enum Kind: Int {
        case short = 2
        case string = 0x1E
        case wideString = 0x1F
        case time = 0x40
    }

    private var offsets: [Int: Int] = [:]
    private let bytes: LittleEndianBytes

    /// The first set of a stream; empty where there is none.
    init(_ stream: [UInt8]) {
        let stream = LittleEndianBytes(stream)
        let start = stream.long(at: 44) ?? 0
        bytes = stream.prefix(at: start, count: stream.count)
        guard stream.short(at: 0) == 0xFFFE, let count = bytes.long(at: 4) else { return }
        for index in 0..<min(count, bytes.count / 8) {
            guard let name = bytes.long(at: 8 + 8 * index), let offset = bytes.long(at: 12 + 8 * index) else { return }
            if Name(rawValue: name) != nil { offsets[name] = offset }
        }
    }

    /// A text; nil where it is absent or empty.
    func text(_ name: Name) -> String? {
        guard let offset = offsets[name.rawValue], let count = bytes.long(at: offset + 4) else { return nil }
        let text: String
        switch kind(at: offset) {
        case .wideString: text = PropertySet.wide(bytes.prefix(at: offset + 8, count: 2 * count))
        case .string: text = narrow(bytes.prefix(at: offset + 8, count: count))
        default: return nil
        }
        let printable = text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "\u{FFFE}" && $0 != "\u{FFFF}" }
        return printable.isEmpty ? nil : String(String.UnicodeScalarView(printable))
    }

    /// A moment as ISO 8601 has it; nil where it is absent.
    func time(_ name: Name) -> String? {
        guard let offset = offsets[name.rawValue], kind(at: offset) == .time,
            let low = bytes.long(at: offset + 4), let high = bytes.long(at: offset + 8)
        else { return nil }
        return PropertySet.time(hundredNanoseconds: UInt64(high) << 32 | UInt64(low))
    }

    private func kind(at offset: Int) -> Kind? { bytes.short(at: offset).flatMap(Kind.init) }

    // MARK: Texts

    private static func wide(_ bytes: LittleEndianBytes) -> String {
        let units = (0..<bytes.count / 2).map { UInt16(truncatingIfNeeded: bytes.short(at: 2 * $0) ?? 0) }
        return String(decoding: units.prefix { $0 != 0 }, as: UTF16.self)
    }

    private func narrow(_ bytes: LittleEndianBytes) -> String {
        let codePage = codePage
        if codePage == 1200 { return PropertySet.wide(bytes) }
        let text = Array(bytes.bytes.prefix { $0 != 0 })
        if codePage == 65001 { return String(decoding: text, as: UTF8.self) }
        guard var converter = CharacterConverter(from: "CP\(codePage)") else {
            return String(String.UnicodeScalarView(text.map(Windows1252.scalar)))
        }
        return String(decoding: converter.convert(text).text, as: UTF8.self)
    }

    private var codePage: Int {
        guard let offset = offsets[Name.codePage.rawValue], kind(at: offset) == .short else { return 1252 }
        return bytes.short(at: offset + 4) ?? 1252
    }

    // MARK: Moments

    /// - Parameter count: since the beginning of 1601, in UTC.
    /// - Returns: nil for what programs write where they know of no moment.
    static func time(hundredNanoseconds count: UInt64) -> String? {
        // 134,774 days lie between 1601 and 1970.
        let moment = Moment(milliseconds: Int(count / 10_000) - 134_774 * 86_400_000)
        let year = moment.calendar.year
        return year > 1601 && year < 10_000 ? moment.description : nil
    }
}
