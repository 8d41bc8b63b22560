/// The encoding that a font program of the Compact Font Format has (Adobe technical note 5176).
struct CFFEncoding {
    /// The name of the glyph of each code; nil for the standard encoding.
    let names: [Int: String]?

    /// What may go wrong: the program ends too early, or contradicts itself.
    private struct Damage: Error {}

    /// - Returns: nil for a program that cannot be read.
    init?(_ program: [UInt8]) {
        var reading = Reading(bytes: program)
        do {
            names = try reading.names()
        } catch {
            return nil
        }
    }

    /// The names that every font may use without having them (appendix A), by their number.
    private static let standardStrings: [String] = PackageResources.cff_strings_txt
        .split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }

    private struct Reading {
        let bytes: [UInt8]
        var position = 0

        init(bytes: [UInt8]) { self.bytes = bytes }

        mutating func names() throws(Damage) -> [Int: String]? {
            // The header says how long it is.
            position = 2
            position = try number(1)
            _ = try index()
            guard let top = try index().first else { throw Damage() }
            let strings = try index()
            let entries = try dictionary(top)
            let encoding = entries[16] ?? 0
            // 0 is the standard encoding and 1 the one for experts.
            guard encoding > 1 else { return nil }
            position = entries[17] ?? 0
            let glyphs = try charset(at: entries[15] ?? 0, glyphs: try index().count)
            func name(_ number: Int) -> String? {
                if CFFEncoding.standardStrings.indices.contains(number) { return CFFEncoding.standardStrings[number] }
                let own = number - CFFEncoding.standardStrings.count
                return strings.indices.contains(own) ? String(decoding: bytes[strings[own]], as: UTF8.self) : nil
            }
            var names: [Int: String] = [:]
            for (code, glyph) in try codes(at: encoding) where glyphs.indices.contains(glyph) {
                names[code] = name(glyphs[glyph])
            }
            for (code, string) in try supplement() { names[code] = name(string) }
            return names
        }

        private var hasSupplement = false

        private mutating func number(_ size: Int) throws(Damage) -> Int {
            guard size >= 0, position >= 0, position <= bytes.count - size else { throw Damage() }
            var value = 0
            for byte in bytes[position..<(position + size)] { value = value << 8 | Int(byte) }
            position += size
            return value
        }

        /// Where the objects of an INDEX are (section 5).
        private mutating func index() throws(Damage) -> [Range<Int>] {
            let count = try number(2)
            guard count > 0 else { return [] }
            let size = try number(1)
            guard (1...4).contains(size) else { throw Damage() }
            var offsets: [Int] = []
            for _ in 0...count { offsets.append(try number(size)) }
            // Offsets count from the byte in front of the objects.
            let base = position - 1
            var ranges: [Range<Int>] = []
            for (start, end) in zip(offsets, offsets.dropFirst()) {
                guard start >= 1, end >= start, base + end <= bytes.count else { throw Damage() }
                ranges.append((base + start)..<(base + end))
            }
            position = base + (offsets.last ?? 1)
            return ranges
        }

        /// The first operand of each operator that has an integer for it (section 4).
        private mutating func dictionary(_ range: Range<Int>) throws(Damage) -> [Int: Int] {
            var entries: [Int: Int] = [:]
            var operand: Int?
            position = range.lowerBound
            while position < range.upperBound {
                let byte = try number(1)
                switch byte {
                case 12:
                    _ = try number(1)
                    operand = nil
                case 0...21:
                    entries[byte] = operand
                    operand = nil
                case 28: operand = Int(Int16(truncatingIfNeeded: try number(2)))
                case 29: operand = Int(Int32(truncatingIfNeeded: try number(4)))
                case 30:
                    // A real number, whose last half byte is 15.
                    var half = 0
                    while half & 0x0F != 0x0F, half >> 4 != 0x0F { half = try number(1) }
                    operand = nil
                case 32...246: operand = byte - 139
                case 247...250: operand = (byte - 247) * 256 + (try number(1)) + 108
                case 251...254: operand = -(byte - 251) * 256 - (try number(1)) - 108
                default: break
                }
            }
            return entries
        }

        /// The name of each glyph, as the number of a string (section 13).
        private mutating func charset(at offset: Int, glyphs count: Int) throws(Damage) -> [Int] {
            // 0 is ISOAdobe, whose glyphs have their own numbers; 1 and 2 are for experts.
            guard offset > 2 else { return Array(0..<min(count, 229)) }
            position = offset
            let format = try number(1)
            var names = [0]
            while names.count < count {
                let first = try number(2)
                let more = format == 0 ? 0 : try number(format == 1 ? 1 : 2)
                for name in first...(first + more) where names.count < count { names.append(name) }
            }
            return names
        }

        /// The glyph of each code (section 12).
        private mutating func codes(at offset: Int) throws(Damage) -> [(code: Int, glyph: Int)] {
            position = offset
            let format = try number(1)
            hasSupplement = format & 0x80 != 0
            var codes: [(code: Int, glyph: Int)] = []
            var glyph = 1
            for _ in 0..<(try number(1)) {
                let first = try number(1)
                let more = format & 0x7F == 0 ? 0 : try number(1)
                for code in first...(first + more) {
                    codes.append((code, glyph))
                    glyph += 1
                }
            }
            return codes
        }

        private mutating func supplement() throws(Damage) -> [(code: Int, string: Int)] {
            guard hasSupplement else { return [] }
            var codes: [(code: Int, string: Int)] = []
            for _ in 0..<(try number(1)) { codes.append((try number(1), try number(2))) }
            return codes
        }
    }
}
