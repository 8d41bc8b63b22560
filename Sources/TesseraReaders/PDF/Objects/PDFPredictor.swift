/// Undoes what was done to rows of samples before they were compressed (ISO 32000-1, 7.4.4.4).
struct PDFPredictor {
    private let isTIFF: Bool
    private let bits: Int
    private let colours: Int
    /// Bytes of a pixel, and of a row.
    private let pixel: Int
    private let row: Int

    /// - Returns: nil for parameters that make no sense.
    init?(kind: Int, colours: Int, bits: Int, columns: Int) {
        guard kind == 2 || (10...15).contains(kind), (1...64).contains(colours), [1, 2, 4, 8, 16].contains(bits),
            columns >= 1, columns <= 1 << 24
        else { return nil }
        isTIFF = kind == 2
        self.bits = bits
        self.colours = colours
        pixel = max(1, colours * bits / 8)
        row = (colours * bits * columns + 7) / 8
    }

    func decode(_ bytes: [UInt8]) -> [UInt8] { isTIFF ? decodeTIFF(bytes) : decodePNG(bytes) }

    /// PNG's filters (RFC 2083, 6); each row says which one it has.
    private func decodePNG(_ bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        var start = 0
        while start < bytes.count {
            let filter = bytes[start]
            let end = min(start + 1 + row, bytes.count)
            let origin = output.count
            let above = origin - row
            for index in (start + 1)..<max(start + 1, end) {
                let place = output.count
                let column = place - origin
                let left = column >= pixel ? output[place - pixel] : 0
                let up = above >= 0 ? output[above + column] : 0
                let predicted: UInt8
                switch filter {
                case 1: predicted = left
                case 2: predicted = up
                case 3: predicted = UInt8((UInt16(left) + UInt16(up)) / 2)
                case 4:
                    let corner = above >= 0 && column >= pixel ? output[above + column - pixel] : 0
                    predicted = PDFPredictor.paeth(left, up, corner)
                default: predicted = 0
                }
                output.append(bytes[index] &+ predicted)
            }
            start = end
        }
        return output
    }

    private static func paeth(_ left: UInt8, _ up: UInt8, _ corner: UInt8) -> UInt8 {
        let estimate = Int(left) + Int(up) - Int(corner)
        let toLeft = abs(estimate - Int(left))
        let toUp = abs(estimate - Int(up))
        let toCorner = abs(estimate - Int(corner))
        if toLeft <= toUp, toLeft <= toCorner { return left }
        return toUp <= toCorner ? up : corner
    }

    /// TIFF's horizontal differencing (TIFF 6.0, section 14). Samples of fewer than eight bits, which only images have,
    /// are left alone.
    private func decodeTIFF(_ bytes: [UInt8]) -> [UInt8] {
        var output = bytes
        guard bits >= 8 else { return output }
        for start in stride(from: 0, to: output.count, by: row) {
            let end = min(start + row, output.count)
            if bits == 8 {
                for index in stride(from: start + colours, to: end, by: 1) { output[index] &+= output[index - colours] }
            } else {
                for index in stride(from: start + pixel, to: end - 1, by: 2) {
                    let left = UInt16(output[index - pixel]) << 8 | UInt16(output[index - pixel + 1])
                    let value = (UInt16(output[index]) << 8 | UInt16(output[index + 1])) &+ left
                    output[index] = UInt8(value >> 8)
                    output[index + 1] = UInt8(value & 0xFF)
                }
            }
        }
        return output
    }
}
