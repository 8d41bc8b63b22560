/// What the names of glyphs stand for, by the Adobe Glyph List (<https://github.com/adobe-type-tools/agl-specification>).
enum GlyphNames {
    /// The names of the list for Latin, Greek and Cyrillic letters and for signs; each line of the resource is a name and
    /// its value.
    private static let list: [String: [Unicode.Scalar]] = {
        var list: [String: [Unicode.Scalar]] = [:]
        for line in PackageResources.glyph_names_txt.split(separator: UInt8(ascii: "\n")) {
            let words = line.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
            guard let name = words.first else { continue }
            list[name] = words.dropFirst().compactMap { UInt32($0, radix: 16).flatMap { Unicode.Scalar($0) } }
        }
        return list
    }()

    /// - Returns: nil for a name that says nothing, such as `g12`.
    static func scalars(of name: String) -> [Unicode.Scalar]? {
        if let known = list[name] { return known }
        // What follows the first point is a variant of the glyph; a ligature's parts have a low line between them.
        let base = name.prefix { $0 != "." }
        guard !base.isEmpty else { return nil }
        var scalars: [Unicode.Scalar] = []
        for part in base.split(separator: "_") {
            guard let some = component(String(part)) else { return nil }
            scalars += some
        }
        return scalars.isEmpty ? nil : scalars
    }

    private static func component(_ name: String) -> [Unicode.Scalar]? {
        if let known = list[name] { return known }
        if name.hasPrefix("uni"), name.utf8.count >= 7, (name.utf8.count - 3).isMultiple(of: 4) {
            let digits = Array(name.utf8.dropFirst(3))
            var scalars: [Unicode.Scalar] = []
            for start in stride(from: 0, to: digits.count, by: 4) {
                guard let scalar = scalar(digits[start..<(start + 4)]) else { return nil }
                scalars.append(scalar)
            }
            return scalars
        }
        if name.hasPrefix("u"), (5...7).contains(name.utf8.count) {
            return scalar(Array(name.utf8.dropFirst())[...]).map { [$0] }
        }
        return nil
    }

    private static func scalar(_ digits: ArraySlice<UInt8>) -> Unicode.Scalar? {
        var value: UInt32 = 0
        for byte in digits {
            guard let digit = PDFScanner.digit(byte) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value == 0 ? nil : Unicode.Scalar(value)
    }
}
