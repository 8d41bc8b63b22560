import CZlib

/// What comes of inflating.
public struct Inflation: Sendable, Equatable {
    /// Why inflating ended where it did.
    public enum End: Sendable, Equatable {
        /// At the end of the stream, whose checksum is right.
        case complete
        /// The bytes end before the stream does.
        case truncated
        /// The stream goes on as none may, or its checksum is wrong.
        case damaged
        /// There is more than the limit.
        case limit
    }

    /// What could be inflated: all of the stream, or the part of it before its fault.
    public var bytes: [UInt8]
    /// Why there is no more.
    public var end: End
    /// How many bytes of the input belong to the stream, as far as it was read.
    public var consumed: Int

    /// Makes a result from its parts.
    public init(bytes: [UInt8], end: End, consumed: Int) {
        self.bytes = bytes
        self.end = end
        self.consumed = consumed
    }
}

/// The zlib format (RFC 1950) of deflated data (RFC 1951).
public enum Zlib {
    /// How a stream is wrapped.
    public enum Wrapping: Sendable, Equatable {
        /// With zlib's header of two bytes in front and its checksum behind (RFC 1950).
        case zlib
        /// Not at all (RFC 1951).
        case none
    }

    /// Inflates a stream.
    ///
    /// - Parameters:
    ///   - bytes: The stream; bytes behind its end are left alone.
    ///   - wrapping: How it is wrapped.
    ///   - limit: How many bytes it may become.
    /// - Returns: What could be inflated, at most `limit` bytes, and why there is no more.
    public static func inflate(_ bytes: ArraySlice<UInt8>, wrapping: Wrapping = .zlib, limit: Int) -> Inflation {
        var inflater = Inflater(wrapping)
        return inflater.inflate(bytes, limit: max(0, limit))
    }
}

/// One stream that is being inflated.
@safe
private struct Inflater: ~Copyable {
    /// The size in bytes of the pieces that the output comes in: 64 KiB.
    private static let pieceSize = 64 << 10

    /// At one address for good: the library remembers it, and refuses a stream that was moved.
    private let stream: UnsafeMutablePointer<z_stream>
    private let isReady: Bool

    init(_ wrapping: Zlib.Wrapping) {
        // A window of 2¹⁵ bytes serves every stream; a negative size means no wrapping.
        let window: Int32 = wrapping == .zlib ? 15 : -15
        let size = unsafe Int32(MemoryLayout<z_stream>.size)
        unsafe stream = .allocate(capacity: 1)
        unsafe stream.initialize(to: z_stream())
        isReady = unsafe inflateInit2_(stream, window, ZLIB_VERSION, size) == Z_OK
    }

    deinit {
        if isReady { unsafe inflateEnd(stream) }
        unsafe stream.deallocate()
    }

    mutating func inflate(_ bytes: ArraySlice<UInt8>, limit: Int) -> Inflation {
        var output: [UInt8] = []
        guard isReady else { return Inflation(bytes: output, end: .damaged, consumed: 0) }
        output.reserveCapacity(min(limit, bytes.count * 4))
        var piece = [UInt8](repeating: 0, count: min(Self.pieceSize, max(512, bytes.count * 8)))
        var rest = bytes
        while true {
            let step = inflate(rest, into: &piece)
            rest = rest.dropFirst(step.read)
            let room = limit - output.count
            output.append(contentsOf: piece[..<min(step.written, room)])
            let consumed = bytes.count - rest.count
            if step.written > room { return Inflation(bytes: output, end: .limit, consumed: consumed) }
            switch step.code {
            case Z_STREAM_END: return Inflation(bytes: output, end: .complete, consumed: consumed)
            case Z_OK where step.written > 0 || step.read > 0: continue
            case Z_OK, Z_BUF_ERROR: return Inflation(bytes: output, end: .truncated, consumed: consumed)
            default: return Inflation(bytes: output, end: .damaged, consumed: consumed)
            }
        }
    }

    private struct Step {
        var code: Int32
        var read: Int
        var written: Int
    }

    private mutating func inflate(_ bytes: ArraySlice<UInt8>, into piece: inout [UInt8]) -> Step {
        // The library counts in 32 bits.
        let bytes = bytes.prefix(1 << 30)
        return unsafe bytes.withUnsafeBufferPointer { source in
            unsafe piece.withUnsafeMutableBufferPointer { target in
                // zlib reads from this address only, though its type does not say so.
                unsafe stream.pointee.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
                unsafe stream.pointee.avail_in = UInt32(source.count)
                unsafe stream.pointee.next_out = target.baseAddress
                unsafe stream.pointee.avail_out = UInt32(target.count)
                let code = unsafe CZlib.inflate(stream, Z_NO_FLUSH)
                return unsafe Step(
                    code: code,
                    read: source.count - Int(stream.pointee.avail_in),
                    written: target.count - Int(stream.pointee.avail_out)
                )
            }
        }
    }
}
