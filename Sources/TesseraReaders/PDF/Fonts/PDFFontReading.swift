import TesseraModel

/// Reads a font dictionary (ISO 32000-1, 9.5 to 9.8).
struct PDFFontReading {
    let file: PDFFile
    let dictionary: PDFDictionary

    func font(number: Int) throws(DocumentFailure) -> PDFFont {
        let name = try file.name(dictionary["BaseFont"]) ?? ""
        guard try file.name(dictionary["Subtype"]) == "Type0" else {
            let descriptor = try file.dictionary(dictionary["FontDescriptor"]) ?? .empty
            let reading = try SimpleFontReading(file: file, dictionary: dictionary, descriptor: descriptor, name: name)
            return PDFFont(
                number: number,
                coding: .simple(try reading.coding()),
                metrics: try metrics(descriptor, name)
            )
        }
        let descendant = try file.dictionary(try file.array(dictionary["DescendantFonts"])?.first ?? .null) ?? .empty
        let descriptor = try file.dictionary(descendant["FontDescriptor"]) ?? .empty
        var metrics = try metrics(descriptor, name)
        let coding = try CompositeFontReading(file: file, dictionary: dictionary, descendant: descendant).coding()
        let encodingName = try file.name(dictionary["Encoding"])
        metrics.isVertical = coding?.encoding.isVertical == true || encodingName == "Identity-V"
        return PDFFont(number: number, coding: coding.map { .composite($0) } ?? .unknown, metrics: metrics)
    }

    private func metrics(_ descriptor: PDFDictionary, _ name: String) throws(DocumentFailure) -> PDFFont.Metrics {
        var metrics = PDFFont.Metrics()
        if descriptor.entries.isEmpty,
            let known = PDFFontReading.standardExtents.first(where: { name.hasPrefix($0.name) })
        {
            (metrics.ascent, metrics.descent) = (known.ascent, known.descent)
        }
        // The signs are as often wrong as right; what is out of all proportion is wrong as well.
        if let ascent = try file.number(descriptor["Ascent"]), ascent != 0, abs(ascent) < 3000 {
            metrics.ascent = abs(ascent) / 1000
        }
        if let descent = try file.number(descriptor["Descent"]), descent != 0, abs(descent) < 3000 {
            metrics.descent = -abs(descent) / 1000
        }
        let forceBold = 1 << 18
        let flags = try file.integer(descriptor["Flags"]) ?? 0
        let weight = try file.number(descriptor["FontWeight"]) ?? 400
        let lowered = name.lowercased()
        metrics.isBold =
            flags & forceBold != 0 || weight >= 600
            || ["bold", "black", "heavy"].contains { PDFFontReading.contains(lowered, $0) }
        return metrics
    }

    /// Of the standard fonts, which need no descriptor (9.6.2.2): what their metrics files (AFM) say.
    private static let standardExtents: [(name: String, ascent: Double, descent: Double)] = [
        ("Courier", 0.629, -0.157), ("Helvetica", 0.718, -0.207), ("Times", 0.683, -0.217),
    ]

    private static func contains(_ text: String, _ word: String) -> Bool {
        let text = Array(text.utf8)
        let word = Array(word.utf8)
        guard text.count >= word.count else { return false }
        return (0...(text.count - word.count)).contains { text[$0..<($0 + word.count)].elementsEqual(word) }
    }
}
