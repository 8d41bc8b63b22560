/// Makes streams of the deflate format (RFC 1951).
public enum Deflate {
    /// Puts bytes into blocks that are not compressed.
    public static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var stream: [UInt8] = []
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let size = LittleEndian.bytes(block.count, width: 2)
            stream += [rest.isEmpty ? 1 : 0] + size + size.map { ~$0 } + block
        } while !rest.isEmpty
        return stream
    }

    /// Compresses one byte, repeated: 13 bits make 258 bytes, the most that the fixed codes can do.
    ///
    /// The run is one byte and some whole repetitions long; `runLength` gives its length.
    public static func run(of byte: UInt8, repetitions: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(0b1, count: 1)  // the last block
        bits.write(0b01, count: 2)  // fixed codes
        precondition(byte < 144, "a byte with a code of 8 bits")
        bits.writeCode(0x30 + Int(byte), count: 8)
        for _ in 0..<repetitions {
            bits.writeCode(0b1100_0101, count: 8)  // a length of 258
            bits.writeCode(0, count: 5)  // one byte back
        }
        bits.writeCode(0, count: 7)  // the end
        return bits.bytes
    }

    /// How many bytes a run inflates to.
    public static func runLength(repetitions: Int) -> Int { 1 + 258 * repetitions }
}

/// Packs bits into bytes, the lowest first.
private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var used = 8

    mutating func write(_ value: Int, count: Int) {
        for bit in 0..<count {
            if used == 8 {
                bytes.append(0)
                used = 0
            }
            if value >> bit & 1 == 1 { bytes[bytes.count - 1] |= 1 << used }
            used += 1
        }
    }

    /// A Huffman code, whose highest bit comes first.
    mutating func writeCode(_ code: Int, count: Int) {
        for bit in (0..<count).reversed() { write(code >> bit, count: 1) }
    }
}

/// Numbers as the zip format has them.
public enum LittleEndian {
    public static func bytes(_ value: Int, width: Int) -> [UInt8] {
        (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}

/// The CRC-32 of the zip format.
public enum Checksum {
    private static let table: [UInt32] = (0..<256).map { index in
        (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
    }

    public static func crc32(_ bytes: [UInt8]) -> Int {
        Int(~bytes.reduce(~0) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 })
    }
}
