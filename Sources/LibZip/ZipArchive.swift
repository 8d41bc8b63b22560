/// A zip archive in memory, whose parts are read by name.
///
/// Nothing is inflated before a part is read, and nothing is ever written. Several archives may be used on
/// several threads at once; one archive and its open parts belong to one thread at a time. It is a class so
/// that everybody who reads from it is held to the same total.
public final class ZipArchive {
    /// The parts in the order of the archive's directory, folders left out.
    public let entries: [Entry]

    private let handle: ArchiveHandle
    private let limits: ZipLimits
    /// The place of each part in `entries`, by the bytes of its name.
    ///
    /// By its bytes, since two strings are also equal where only their normal form is the same.
    private let places: [[UInt8]: Int]
    /// How many bytes the parts opened so far have, uncompressed.
    private var total = 0

    /// Opens an archive and checks its directory.
    ///
    /// Every entry is checked for its name, but nothing else: a part that is too large or encrypted is refused
    /// only when it is opened.
    ///
    /// - Parameters:
    ///   - bytes: The whole archive. They are copied once; the caller may drop its own.
    ///   - limits: How much of the archive is accepted.
    /// - Throws: `ZipFailure`; `.damaged` where this is no whole zip archive or its parts overlap, `.limit`
    ///   for too many entries, `.unsafeName` or `.duplicateName` for the name of an entry.
    public init(_ bytes: [UInt8], limits: ZipLimits = .standard) throws(ZipFailure) {
        try DirectoryScan(bytes: bytes, limits: limits).check()
        let handle = try ArchiveHandle(bytes)
        var entries: [Entry] = []
        var places: [[UInt8]: Int] = [:]
        var room = bytes.count
        for index in 0..<handle.count {
            let entry = try handle.entry(at: index)
            if let fault = EntryName.fault(of: entry.name) { throw .part(entry.name, .unsafeName, fault) }
            // Each part on its own may be in proportion to data that all of them share.
            guard entry.compressedSize <= room else {
                throw .part(entry.name, .damaged, "overlaps other parts or lies outside the archive")
            }
            room -= entry.compressedSize
            guard !entry.isFolder else { continue }
            guard places.updateValue(entries.count, forKey: Array(entry.name.utf8)) == nil else {
                throw .part(entry.name, .duplicateName, "is in the archive twice")
            }
            entries.append(entry)
        }
        self.handle = handle
        self.limits = limits
        self.entries = entries
        self.places = places
    }

    /// Whether there is a part of a name.
    ///
    /// - Parameter name: The whole name, with its folders; upper and lower case are told apart.
    /// - Returns: Whether there is one, be it readable or not.
    public func contains(_ name: String) -> Bool {
        places[Array(name.utf8)] != nil
    }

    /// Opens a part for reading in pieces.
    ///
    /// Several parts may be open at once. A part keeps what it needs of the archive.
    ///
    /// - Parameter name: The whole name, with its folders.
    /// - Returns: The part, at its beginning.
    /// - Throws: `ZipFailure`; `.missingPart`, `.encrypted` or `.unsupported` where it cannot be read, `.limit`
    ///   where it is too large by what the directory says, `.damaged` where it is not in its place.
    public func open(_ name: String) throws(ZipFailure) -> ZipPart {
        guard let place = places[Array(name.utf8)] else {
            throw .part(name, .missingPart, "is not in the archive")
        }
        let entry = entries[place]
        try check(entry)
        let part = try ZipPart(entry, of: handle)
        total += entry.size
        return part
    }

    /// Reads a whole part.
    ///
    /// - Parameter name: The whole name, with its folders.
    /// - Returns: The bytes of the part, inflated and checked.
    /// - Throws: `ZipFailure`, as for `open(_:)`; `.damaged` also where the part is not what it declares.
    public func contents(of name: String) throws(ZipFailure) -> [UInt8] {
        var part = try open(name)
        var contents: [UInt8] = []
        contents.reserveCapacity(part.entry.size)
        var buffer = [UInt8](repeating: 0, count: ZipPart.chunkSize)
        while true {
            let count = try part.next(into: &buffer)
            guard count > 0 else { return contents }
            contents.append(contentsOf: buffer[..<count])
        }
    }

    /// Holds a part to the limits by what the directory says of it.
    ///
    /// That is enough: a part never gives more bytes than it declares, and never takes in more.
    private func check(_ entry: Entry) throws(ZipFailure) {
        guard !entry.isEncrypted else { throw .part(entry.name, .encrypted, "is encrypted") }
        guard entry.isReadable else {
            let words = "is compressed with method \(entry.method); only deflate is read"
            throw .part(entry.name, .unsupported(method: entry.method), words)
        }
        guard entry.size <= limits.partSize else { throw .partSize(entry, limits) }
        guard entry.size <= limits.totalSize - total else { throw .totalSize(entry, limits) }
        guard !entry.isLarger(thanRatio: limits.compressionRatio) else { throw .compressionRatio(entry, limits) }
    }
}
