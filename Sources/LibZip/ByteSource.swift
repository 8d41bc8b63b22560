import CZip

/// The bytes of an archive as libzip reads them, by functions that it calls.
///
/// libzip's own source of this kind wants bytes at an address that never changes, so that they would have to be copied:
/// a large archive would be in memory twice.
@safe
final class ByteSource {
    private let bytes: [UInt8]
    private let library: ZipLibrary
    private var position = 0
    private var error = unsafe zip_error_t()

    private init(_ bytes: [UInt8], _ library: ZipLibrary) {
        self.bytes = bytes
        self.library = library
        unsafe library.functions.zip_error_init(&error)
    }

    /// Makes a source that holds the bytes until libzip gives it back.
    /// - Throws: `ZipFailure` where libzip has no memory left.
    static func make(_ bytes: [UInt8], _ library: ZipLibrary) throws(ZipFailure) -> OpaquePointer {
        var error = unsafe zip_error_t()
        unsafe library.functions.zip_error_init(&error)
        defer { unsafe library.functions.zip_error_fini(&error) }
        let reference = unsafe Unmanaged.passRetained(ByteSource(bytes, library))
        guard
            let source = unsafe library.functions.zip_source_function_create(function, reference.toOpaque(), &error)
        else {
            unsafe reference.release()
            throw unsafe library.failure(of: &error)
        }
        return unsafe source
    }

    private static let function: zip_source_callback = { reference, data, length, command in
        guard let reference = unsafe reference else { return -1 }
        let source = unsafe Unmanaged<ByteSource>.fromOpaque(reference)
        if command == ZIP_SOURCE_FREE {
            unsafe source.release()
            return 0
        }
        return unsafe source.takeUnretainedValue().perform(command, data, Int(clamping: length))
    }

    private func perform(_ command: zip_source_cmd, _ data: UnsafeMutableRawPointer?, _ length: Int) -> Int64 {
        switch command {
        case ZIP_SOURCE_OPEN:
            position = 0
            return 0
        case ZIP_SOURCE_CLOSE: return 0
        case ZIP_SOURCE_TELL: return Int64(position)
        case ZIP_SOURCE_SUPPORTS: return ByteSource.commands
        case ZIP_SOURCE_READ, ZIP_SOURCE_SEEK, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR:
            guard let data = unsafe data else { return -1 }
            return unsafe perform(command, on: data, length)
        default:
            unsafe library.functions.zip_error_set(&error, ZIP_ER_OPNOTSUPP, 0)
            return -1
        }
    }

    /// The commands that take or give something.
    private func perform(_ command: zip_source_cmd, on data: UnsafeMutableRawPointer, _ length: Int) -> Int64 {
        switch command {
        case ZIP_SOURCE_READ:
            let count = min(length, bytes.count - position)
            unsafe bytes[position..<(position + count)].withUnsafeBytes { piece in
                if let start = piece.baseAddress { unsafe data.copyMemory(from: start, byteCount: count) }
            }
            position += count
            return Int64(count)
        case ZIP_SOURCE_SEEK:
            let place = unsafe library.functions.zip_source_seek_compute_offset(
                UInt64(position),
                UInt64(bytes.count),
                data,
                UInt64(length),
                &error
            )
            guard place >= 0 else { return -1 }
            position = Int(place)
            return 0
        case ZIP_SOURCE_STAT:
            let status = unsafe data.assumingMemoryBound(to: zip_stat_t.self)
            unsafe library.functions.zip_stat_init(status)
            unsafe status.pointee.size = UInt64(bytes.count)
            unsafe status.pointee.valid = UInt64(ZIP_STAT_SIZE)
            return unsafe Int64(MemoryLayout<zip_stat_t>.size)
        default: return unsafe library.functions.zip_error_to_data(&error, data, UInt64(length))
        }
    }

    private static let commands = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
    ].reduce(0 as Int64) { $0 | 1 << Int64($1.rawValue) }
}
