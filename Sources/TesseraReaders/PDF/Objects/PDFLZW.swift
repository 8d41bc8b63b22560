/// The LZW compression of TIFF 6.0 (ISO 32000-1, 7.4.4).
enum PDFLZW {
    private static let clear = 256
    private static let end = 257

    /// - Parameters:
    ///   - earlyChange: whether codes grow longer one code earlier than they must.
    ///   - limit: how many bytes may come of it.
    /// - Returns: what could be decoded; nil where it is more than the limit.
    static func decode(_ bytes: ArraySlice<UInt8>, earlyChange: Bool, limit: Int) -> [UInt8]? {
        var output: [UInt8] = []
        // The string of each code is a piece of the output: that of its first appearance.
        var starts = [Int](repeating: 0, count: 4096)
        var lengths = [Int](repeating: 0, count: 4096)
        var next = 258
        var width = 9
        var bits = 0
        var available = 0
        var previous: (start: Int, length: Int)?
        for byte in bytes {
            bits = (bits << 8 | Int(byte)) & 0xFF_FFFF
            available += 8
            guard available >= width else { continue }
            available -= width
            let code = bits >> available & (1 << width - 1)
            if code == clear {
                next = 258
                width = 9
                previous = nil
                continue
            }
            if code == end { return output }
            let start = output.count
            if code < 256 {
                output.append(UInt8(code))
            } else if code < next {
                for index in starts[code]..<(starts[code] + lengths[code]) { output.append(output[index]) }
            } else if code == next, let previous {
                for index in previous.start..<(previous.start + previous.length) { output.append(output[index]) }
                output.append(output[previous.start])
            } else {
                return output
            }
            guard output.count <= limit else { return nil }
            if let previous, next < 4096 {
                // The last string and the first byte of this one, which stands right behind it.
                starts[next] = previous.start
                lengths[next] = previous.length + 1
                next += 1
            }
            previous = (start, output.count - start)
            let reached = earlyChange ? next + 1 : next
            width = reached >= 2048 ? 12 : reached >= 1024 ? 11 : reached >= 512 ? 10 : 9
        }
        return output
    }
}
