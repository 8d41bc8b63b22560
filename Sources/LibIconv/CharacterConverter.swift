import Glibc

/// Converts bytes of one character encoding to UTF-8, with the tables of the C library (`iconv_open(3)`).
///
/// A converter is in the middle of one text; it belongs to one thread at a time.
@safe
public struct CharacterConverter: ~Copyable {
    private let handle: iconv_t

    /// - Parameter encoding: its name in the C library, for instance `CP932`.
    /// - Returns: nil where the C library does not know the encoding.
    public init?(from encoding: String) {
        let handle = unsafe iconv_open("UTF-8", encoding)
        guard let handle = unsafe handle, unsafe handle != iconv_t(bitPattern: -1) else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe iconv_close(handle) }

    /// Converts a whole text.
    ///
    /// A byte that begins no character becomes U+FFFD, and reading goes on behind it, as the WHATWG Encoding Standard
    /// has it.
    /// - Returns: the text, UTF-8, and how many bytes were replaced in that way.
    public mutating func convert(_ bytes: [UInt8]) -> (text: [UInt8], malformed: Int) {
        // Back to the initial state, for encodings that have more than one.
        unsafe iconv(handle, nil, nil, nil, nil)
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 2)
        var malformed = 0
        var offset = 0
        var piece = [UInt8](repeating: 0, count: 64 << 10)
        while offset < bytes.count {
            let step = convert(bytes[offset...], into: &piece)
            text.append(contentsOf: piece[..<step.written])
            offset += step.read
            if step.isMalformed {
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                malformed += 1
                offset += 1
            }
        }
        return (text, malformed)
    }

    private struct Step {
        var read: Int
        var written: Int
        /// Whether the next byte begins no character, or one that is cut off.
        var isMalformed: Bool
    }

    private mutating func convert(_ bytes: ArraySlice<UInt8>, into piece: inout [UInt8]) -> Step {
        unsafe bytes.withUnsafeBytes { source in
            unsafe piece.withUnsafeMutableBytes { target in
                // iconv takes the address of what it only reads as if it wrote there.
                var input = unsafe UnsafeMutablePointer(
                    mutating: source.baseAddress?.assumingMemoryBound(to: CChar.self)
                )
                var inputLeft = source.count
                var output = unsafe target.baseAddress?.assumingMemoryBound(to: CChar.self)
                var outputLeft = target.count
                let result = unsafe iconv(handle, &input, &inputLeft, &output, &outputLeft)
                let isFull = result == -1 && errno == E2BIG
                return Step(
                    read: source.count - inputLeft,
                    written: target.count - outputLeft,
                    isMalformed: result == -1 && !isFull
                )
            }
        }
    }
}
