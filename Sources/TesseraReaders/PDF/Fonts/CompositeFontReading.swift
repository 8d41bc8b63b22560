import TesseraModel

/// Reads a Type 0 font (ISO 32000-1, 9.7).
struct CompositeFontReading {
    let file: PDFFile
    let dictionary: PDFDictionary
    let descendant: PDFDictionary

    /// - Returns: nil for a predefined CMap other than the identity.
    func coding() throws(DocumentFailure) -> CompositeCoding? {
        guard let encoding = try encoding() else { return nil }
        var map: PDFCharacterMap?
        if let stream = try file.resolve(dictionary["ToUnicode"]).stream {
            map = try PDFCharacterMap(try file.contents(of: stream).bytes, limits: file.limits)
        }
        return CompositeCoding(encoding: encoding, toUnicode: map, widths: try widths())
    }

    private func encoding() throws(DocumentFailure) -> PDFCharacterMap? {
        let encoding = try file.resolve(dictionary["Encoding"])
        if let stream = encoding.stream {
            return try PDFCharacterMap(try file.contents(of: stream).bytes, limits: file.limits)
        }
        switch encoding.name {
        case "Identity-H", "Identity-V", nil: return .identity
        default: return nil
        }
    }

    private func widths() throws(DocumentFailure) -> CIDWidths {
        var widths = CIDWidths()
        if let standard = try file.number(descendant["DW"]), standard.isFinite { widths.standard = standard / 1000 }
        let items = try file.array(descendant["W"]) ?? []
        var index = 0
        while index + 1 < items.count {
            guard let first = try file.integer(items[index]) else { break }
            let second = try file.resolve(items[index + 1])
            if let list = second.array {
                for (offset, width) in list.enumerated() {
                    widths.widths[first &+ offset] = (try file.number(width) ?? 0) / 1000
                }
                index += 2
            } else {
                guard let last = second.integer, index + 2 < items.count, first <= last else { break }
                widths.ranges.append((first...last, (try file.number(items[index + 2]) ?? 0) / 1000))
                index += 3
            }
        }
        widths.ranges.sort { $0.range.lowerBound < $1.range.lowerBound }
        return widths
    }
}
