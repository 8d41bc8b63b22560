/// The filters that write bytes as text, and the one for runs of a byte.
enum PDFTextFilters {
    /// ISO 32000-1, 7.4.2.
    static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var pending: UInt8?
        for byte in bytes {
            if byte == UInt8(ascii: ">") { break }
            guard let digit = PDFScanner.digit(byte) else { continue }
            if let high = pending {
                output.append(high << 4 | digit)
                pending = nil
            } else {
                pending = digit
            }
        }
        if let high = pending { output.append(high << 4) }
        return output
    }

    /// ISO 32000-1, 7.4.3.
    static func ascii85(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var value: UInt32 = 0
        var count = 0
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "z") where count == 0: output.append(contentsOf: [0, 0, 0, 0])
            case UInt8(ascii: "!")...UInt8(ascii: "u"):
                value = value &* 85 &+ UInt32(byte - UInt8(ascii: "!"))
                count += 1
                guard count == 5 else { continue }
                output.append(contentsOf: (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) })
                value = 0
                count = 0
            case UInt8(ascii: "~"):
                finish()
                return output
            default: continue
            }
        }
        /// A last group of 2 to 4 characters stands for one byte less.
        func finish() {
            guard count > 1 else { return }
            for _ in count..<5 { value = value &* 85 &+ 84 }
            output.append(contentsOf: (0..<(count - 1)).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * $0)) })
        }
        finish()
        return output
    }

    /// ISO 32000-1, 7.4.5.
    /// - Returns: nil where more than the limit comes of it.
    static func runLength(_ bytes: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
        var output: [UInt8] = []
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let length = Int(bytes[index])
            index += 1
            if length == 128 { break }
            if length < 128 {
                let end = min(bytes.endIndex, index + length + 1)
                output.append(contentsOf: bytes[index..<end])
                index = end
            } else if index < bytes.endIndex {
                output.append(contentsOf: repeatElement(bytes[index], count: 257 - length))
                index += 1
            }
            guard output.count <= limit else { return nil }
        }
        return output
    }
}
