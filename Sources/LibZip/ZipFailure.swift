/// Why an archive or one of its parts could not be read.
public struct ZipFailure: Error, Sendable, Equatable {
    /// What sort of fault it is.
    public enum Kind: Sendable, Equatable {
        /// The bytes are not a whole zip archive, or a part does not have the size or the CRC-32 that it declares.
        case damaged
        /// A limit was passed.
        case limit(ZipLimits.Name)
        /// An entry has a name that a file of an archive must not have, such as one that leads out of it.
        case unsafeName
        /// Two entries have exactly the same name.
        case duplicateName
        /// The part is encrypted.
        case encrypted
        /// The part is compressed with another method than deflate; the number is that of the zip format.
        case unsupported(method: Int)
        /// There is no part of that name.
        case missingPart
        /// libzip failed for a reason outside the archive, such as a lack of memory.
        case engine
        /// libzip cannot be loaded.
        case missingLibrary
    }

    /// What sort of fault it is.
    public let kind: Kind
    /// One line of text for a person, without a line break at its end; it names the part, if any.
    public let message: String
    /// The name of the entry at fault, where it is one entry's fault.
    public let part: String?

    /// Makes a failure from its parts.
    ///
    /// - Parameters:
    ///   - kind: What sort of fault it is.
    ///   - message: One line of text for a person.
    ///   - part: The name of the entry at fault.
    public init(kind: Kind, message: String, part: String? = nil) {
        self.kind = kind
        self.message = message
        self.part = part
    }
}

extension ZipFailure: CustomStringConvertible {
    /// The message.
    public var description: String { message }
}

extension ZipFailure {
    /// A fault of one entry; the words go on after its name.
    static func part(_ name: String, _ kind: Kind, _ words: String) -> Self {
        Self(kind: kind, message: "\(EntryName.quoted(name)) \(words)", part: name)
    }

    /// A fault of the whole archive.
    static func damaged(_ message: String) -> Self {
        Self(kind: .damaged, message: message)
    }

    /// More entries than the limit.
    static func entries(_ limits: ZipLimits) -> Self {
        Self(
            kind: .limit(.entries),
            message: "the archive has more than \(limits.entries) entries"
        )
    }

    /// A part larger than the limit.
    static func partSize(_ entry: ZipArchive.Entry, _ limits: ZipLimits) -> Self {
        let words = "has \(entry.size) bytes, more than the \(limits.partSize) of one part"
        return .part(entry.name, .limit(.partSize), words)
    }

    /// A part that no honest document compresses so well.
    static func compressionRatio(_ entry: ZipArchive.Entry, _ limits: ZipLimits) -> Self {
        .part(
            entry.name,
            .limit(.compressionRatio),
            "has \(entry.size) bytes packed into \(entry.compressedSize), more than "
                + "\(limits.compressionRatio) : 1"
        )
    }

    /// A part that would take all parts read together over the limit.
    static func totalSize(_ entry: ZipArchive.Entry, _ limits: ZipLimits) -> Self {
        .part(
            entry.name,
            .limit(.totalSize),
            "with its \(entry.size) bytes would take the parts that are read over "
                + "\(limits.totalSize) bytes in all"
        )
    }
}
