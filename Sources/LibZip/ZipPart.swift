import CZip

/// A part of an archive that is being read, from its beginning to its end.
///
/// It never gives more bytes than the directory declares. Size and CRC-32 are checked before the last bytes
/// are given, so what came before may belong to a part that turns out to be damaged.
@safe
public struct ZipPart: ~Copyable {
    /// The size in bytes of a buffer that reads fast enough: 64 KiB.
    public static let chunkSize = 64 << 10

    /// What the directory says of the part.
    public let entry: ZipArchive.Entry

    /// Kept alive, since the file points into it.
    private let archive: ArchiveHandle
    private let file: OpaquePointer
    private var position = 0
    private var isVerified = false
    private var failure: ZipFailure?

    init(_ entry: ZipArchive.Entry, of archive: ArchiveHandle) throws(ZipFailure) {
        self.entry = entry
        self.archive = archive
        unsafe file = try archive.open(entry)
    }

    deinit {
        // What was read is checked already, so that closing has nothing to say.
        _ = unsafe archive.library.functions.zip_fclose(file)
    }

    /// Gives the next bytes of the part.
    ///
    /// - Parameter buffer: Where they are put, from its beginning. It keeps its size, which says how many bytes
    ///   are wanted at most; an empty one is first given `chunkSize` bytes.
    /// - Returns: How many bytes were put there; 0 only at the end of the part.
    /// - Throws: `ZipFailure`; `.damaged` where the part does not have the size or the CRC-32 that it
    ///   declares, or cannot be inflated. The same again on every later call.
    public mutating func next(into buffer: inout [UInt8]) throws(ZipFailure) -> Int {
        if let failure { throw failure }
        if buffer.isEmpty { buffer = [UInt8](repeating: 0, count: Self.chunkSize) }
        do throws(ZipFailure) {
            return try read(into: &buffer)
        } catch {
            failure = error
            throw error
        }
    }

    private mutating func read(into buffer: inout [UInt8]) throws(ZipFailure) -> Int {
        var count = 0
        let wanted = min(buffer.count, entry.size - position)
        if wanted > 0 {
            count = try unsafe checked(archive.library.functions.zip_fread(file, &buffer, UInt64(wanted)))
            guard count > 0 else { throw tooShort }
            position += count
        }
        if position == entry.size, !isVerified {
            try verify()
            isVerified = true
        }
        return count
    }

    /// Makes sure that the part ends here; only when it meets the end does libzip compare the CRC-32.
    private func verify() throws(ZipFailure) {
        var byte: UInt8 = 0
        guard try unsafe checked(archive.library.functions.zip_fread(file, &byte, 1)) == 0 else {
            throw .part(entry.name, .damaged, "holds more than the \(entry.size) bytes that it declares")
        }
        // Of a part that takes no room libzip makes an empty one without a look at the CRC-32.
        guard entry.compressedSize > 0 || entry.checksum == 0 else {
            throw .part(entry.name, .damaged, "is empty but declares a CRC-32 of something else")
        }
    }

    /// The result of a read as a count, or the error that it stands for.
    private func checked(_ result: Int64) throws(ZipFailure) -> Int {
        guard result < 0 else { return Int(result) }
        let library = archive.library
        let error = unsafe library.functions.zip_file_get_error(file)
        let code = unsafe library.functions.zip_error_code_zip(error)
        // A part that is too short also has the wrong CRC-32, which libzip finds first.
        if position < entry.size, [ZIP_ER_CRC, ZIP_ER_INCONS].contains(code) { throw tooShort }
        throw unsafe library.failure(of: error, part: entry.name)
    }

    private var tooShort: ZipFailure {
        .part(entry.name, .damaged, "ends after \(position) of the \(entry.size) bytes that it declares")
    }
}
