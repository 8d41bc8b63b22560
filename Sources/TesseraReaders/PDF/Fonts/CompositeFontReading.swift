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

    private func width(_ object: PDFObject) throws(DocumentFailure) -> Double {
        guard let width = try file.number(object), width.isFinite else { return 0 }
        return width / 1000
    }

    private func widths() throws(DocumentFailure) -> CIDWidths {
        var widths = CIDWidths()
        if let standard = try file.number(descendant["DW"]), standard.isFinite { widths.standard = standard / 1000 }
        let items = try file.array(descendant["W"]) ?? []
        // Fonts may share theirs.
        try file.countParsed(items.count)
        var index = 0
        while index + 1 < items.count {
            guard let first = try file.integer(items[index]) else { break }
            let second = try file.resolve(items[index + 1])
            if let list = second.array {
                try file.countParsed(list.count)
                for (offset, width) in list.enumerated() { widths.widths[first + offset] = try self.width(width) }
                index += 2
            } else {
                guard let last = second.integer, index + 2 < items.count, first <= last else { break }
                widths.ranges.append((first...last, try width(items[index + 2])))
                index += 3
            }
        }
        widths.ranges.sort { $0.range.lowerBound < $1.range.lowerBound }
        return widths
    }
}
