import TesseraModel

/// Reads a Type 1, TrueType or Type 3 font (ISO 32000-1, 9.6).
struct SimpleFontReading {
    let file: PDFFile
    let dictionary: PDFDictionary
    let descriptor: PDFDictionary
    /// Without the tag of a subset.
    let name: String
    private let isType3: Bool
    private let isTrueType: Bool

    init(
        file: PDFFile,
        dictionary: PDFDictionary,
        descriptor: PDFDictionary,
        name: String
    ) throws(DocumentFailure) {
        self.file = file
        self.dictionary = dictionary
        self.descriptor = descriptor
        let plus = name.utf8.firstIndex(of: UInt8(ascii: "+"))
        self.name = plus.map { String(name[name.utf8.index(after: $0)...]) } ?? name
        let kind = try file.name(dictionary["Subtype"])
        isType3 = kind == "Type3"
        isTrueType = kind == "TrueType"
    }

    func coding() throws(DocumentFailure) -> SimpleCoding {
        var texts = try encoding()
        if let stream = try file.resolve(dictionary["ToUnicode"]).stream {
            let map = try PDFCharacterMap(try file.contents(of: stream).bytes, limits: file.limits)
            for code in 0..<256 { if let text = map.text(of: code) { texts[code] = text } }
        }
        return SimpleCoding(texts: texts, widths: try widths())
    }

    /// The text of each code by /Encoding (9.6.6).
    private func encoding() throws(DocumentFailure) -> [[UInt8]?] {
        let encoding = try file.resolve(dictionary["Encoding"])
        var baseName = encoding.name
        if let dictionary = encoding.dictionary { baseName = try file.name(dictionary["BaseEncoding"]) }
        var texts = try base(PDFEncodings.named(baseName))
        var code = 0
        guard let dictionary = encoding.dictionary else { return texts }
        for item in try file.array(dictionary["Differences"]) ?? [] {
            let item = try file.resolve(item)
            if let number = item.integer {
                code = number
            } else if let name = item.name {
                if texts.indices.contains(code) { texts[code] = SimpleFontReading.text(of: name) }
                code = min(256, max(0, code) + 1)
            }
        }
        return texts
    }

    /// What Differences are the differences to: a named encoding, or what the font has of its own.
    private func base(_ named: PDFEncodings.Table?) throws(DocumentFailure) -> [[UInt8]?] {
        if let named { return SimpleFontReading.texts(named) }
        if isType3 { return [[UInt8]?](repeating: nil, count: 256) }
        if isTrueType { return SimpleFontReading.texts(PDFEncodings.winAnsi) }
        if let names = try builtInNames() {
            var texts = [[UInt8]?](repeating: nil, count: 256)
            for (code, name) in names where texts.indices.contains(code) {
                texts[code] = SimpleFontReading.text(of: name)
            }
            return texts
        }
        switch name {
        case "Symbol": return SimpleFontReading.texts(PDFEncodings.symbol)
        case "ZapfDingbats": return SimpleFontReading.texts(PDFEncodings.dingbats)
        default: return SimpleFontReading.texts(PDFEncodings.standard)
        }
    }

    private static func texts(_ table: PDFEncodings.Table) -> [[UInt8]?] {
        table.map { scalar in scalar.map { Array(UTF8.encode($0) ?? .init()) } }
    }

    private static func text(of name: String) -> [UInt8]? {
        GlyphNames.scalars(of: name).map { scalars in scalars.flatMap { Array(UTF8.encode($0) ?? .init()) } }
    }

    /// The names of the glyphs by the font program itself; nil where it is not there, or has the standard encoding.
    private func builtInNames() throws(DocumentFailure) -> [Int: String]? {
        if let stream = try file.resolve(descriptor["FontFile"]).stream {
            return Type1Encoding.names(try file.contents(of: stream).bytes)
        }
        if let stream = try file.resolve(descriptor["FontFile3"]).stream,
            try file.name(stream.dictionary["Subtype"]) == "Type1C"
        {
            return CFFEncoding(try file.contents(of: stream).bytes)?.names
        }
        return nil
    }

    private func widths() throws(DocumentFailure) -> [Double] {
        // Type 3 fonts have a space of their own.
        var scale = 0.001
        if isType3, let matrix = try file.numbers(dictionary["FontMatrix"]), matrix.count == 6 {
            scale = abs(matrix[0])
        }
        let missing = try file.number(descriptor["MissingWidth"]) ?? 0
        guard let stated = try file.array(dictionary["Widths"]) else {
            return [Double](repeating: missing > 0 ? missing * scale : standardWidth, count: 256)
        }
        var widths = [Double](repeating: missing * scale, count: 256)
        let first = try file.integer(dictionary["FirstChar"]) ?? 0
        for (index, width) in stated.prefix(256).enumerated() where (0..<256).contains(first &+ index) {
            let width = try file.number(width) ?? 0
            widths[first + index] = width.isFinite ? width * scale : 0
        }
        return widths
    }

    /// The standard 14 fonts need not say how wide they are: a mean width of their letters.
    private var standardWidth: Double { name.hasPrefix("Courier") ? 0.6 : 0.5 }
}
