/// An image that stands in the content itself.
struct InlineImage {
    static let data = PDFKeyword("ID")
    static let end = PDFKeyword("EI")

    /// How many bytes its data has, where that can be told: without filters.
    private let length: Int?

    /// - Parameter header: the keys and values between `BI` and `ID`.
    init(_ header: [PDFObject]) {
        var values: [String: PDFObject] = [:]
        for index in stride(from: 0, to: header.count - 1, by: 2) {
            if let key = header[index].name { values[key] = header[index + 1] }
        }
        func value(_ short: String, _ long: String) -> PDFObject { values[short] ?? values[long] ?? .null }
        guard value("F", "Filter").isNull, let width = value("W", "Width").integer,
            let height = value("H", "Height").integer, (0...100_000).contains(width), (0...100_000).contains(height)
        else {
            length = nil
            return
        }
        var bits = value("BPC", "BitsPerComponent").integer ?? 8
        var components: Int?
        switch value("CS", "ColorSpace").name {
        case "G", "DeviceGray": components = 1
        case "RGB", "DeviceRGB": components = 3
        case "CMYK", "DeviceCMYK": components = 4
        default: break
        }
        if value("IM", "ImageMask").boolean == true { (bits, components) = (1, 1) }
        guard (1...16).contains(bits) else {
            length = nil
            return
        }
        length = components.map { (width * $0 * bits + 7) / 8 * height }
    }

    /// Where the content goes on behind `EI`.
    /// - Parameter scanner: stands behind `ID`.
    func end(in scanner: PDFScanner) -> Int {
        let bytes = scanner.bytes
        // One blank belongs to `ID`.
        let start = min(scanner.end, scanner.position + 1)
        if let length, length <= scanner.end - start {
            var probe = PDFScanner(bytes, (start + length)..<scanner.end)
            if case .keyword(InlineImage.end) = probe.next() { return probe.position }
        }
        var place = start
        while place + 1 < scanner.end {
            if bytes[place] == UInt8(ascii: "E"), bytes[place + 1] == UInt8(ascii: "I"),
                place == start || PDFScanner.isBlank(bytes[place - 1]), isEnd(place + 2, bytes, scanner.end)
            {
                return place + 2
            }
            place += 1
        }
        return scanner.end
    }

    /// Whether what stands there is text of a content stream and not data that goes on.
    private func isEnd(_ place: Int, _ bytes: [UInt8], _ end: Int) -> Bool {
        guard place < end else { return true }
        guard PDFScanner.isBlank(bytes[place]) else { return false }
        return bytes[place..<min(end, place + 12)].allSatisfy {
            (0x20...0x7E).contains($0) || (0x09...0x0D).contains($0) || $0 == 0
        }
    }
}
