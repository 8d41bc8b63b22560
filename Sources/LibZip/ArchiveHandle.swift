import CZip

/// Owns one archive of libzip and the bytes that it reads from.
@safe
final class ArchiveHandle {
    private let pointer: OpaquePointer
    /// The library that the archive belongs to.
    let library: ZipLibrary

    /// Opens an archive; its parts are looked at only when they are opened.
    init(_ bytes: [UInt8]) throws(ZipFailure) {
        let library = try ZipLibrary.shared()
        var error = unsafe zip_error_t()
        unsafe library.functions.zip_error_init(&error)
        defer { unsafe library.functions.zip_error_fini(&error) }
        let source = unsafe try ByteSource.make(bytes, library)
        // Not ZIP_CHECKCONS: it wants the headers of the parts to repeat the directory to the letter, and
        // there are honest programs that write another date or version there. Only the directory counts.
        guard let pointer = unsafe library.functions.zip_open_from_source(source, ZIP_RDONLY, &error) else {
            unsafe library.functions.zip_source_free(source)
            throw unsafe library.failure(of: &error)
        }
        self.library = library
        unsafe self.pointer = pointer
    }

    deinit {
        unsafe library.functions.zip_discard(pointer)
    }

    /// How many entries the archive has.
    var count: Int { unsafe Int(library.functions.zip_get_num_entries(pointer, 0)) }

    /// What the central directory says of an entry.
    func entry(at index: Int) throws(ZipFailure) -> ZipArchive.Entry {
        var status = unsafe zip_stat_t()
        let needed = UInt64(
            ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD
        )
        guard unsafe library.functions.zip_stat_index(pointer, UInt64(index), ZIP_FL_ENC_GUESS, &status) == 0,
            unsafe status.valid & needed == needed, let name = unsafe status.name
        else { throw unsafe library.failure(of: library.functions.zip_get_error(pointer)) }
        // What libzip takes for UTF-8 may be an overlong form or half of a surrogate pair.
        guard let text = unsafe String(validatingCString: name) else {
            throw .part(unsafe String(cString: name), .unsafeName, "is not UTF-8")
        }
        return unsafe ZipArchive.Entry(
            name: text,
            size: Int(clamping: status.size),
            compressedSize: Int(clamping: status.comp_size),
            isEncrypted: status.encryption_method != UInt16(ZIP_EM_NONE),
            index: index,
            method: Int(status.comp_method),
            checksum: status.crc
        )
    }

    /// Opens a part for reading; the caller closes it while this handle lives.
    func open(_ entry: ZipArchive.Entry) throws(ZipFailure) -> OpaquePointer {
        guard let file = unsafe library.functions.zip_fopen_index(pointer, UInt64(entry.index), 0) else {
            throw unsafe library.failure(of: library.functions.zip_get_error(pointer), part: entry.name)
        }
        return unsafe file
    }
}

extension ZipLibrary {
    /// An error of libzip in the words of this module.
    func failure(of error: UnsafeMutablePointer<zip_error_t>?, part: String? = nil) -> ZipFailure {
        let kind: ZipFailure.Kind = unsafe functions.zip_error_code_zip(error) == ZIP_ER_MEMORY ? .engine : .damaged
        let text = unsafe functions.zip_error_strerror(error).map { unsafe String(cString: $0) } ?? "unknown error"
        guard let part else { return ZipFailure(kind: kind, message: "the archive cannot be read: \(text)") }
        return .part(part, kind, "cannot be read: \(text)")
    }
}
