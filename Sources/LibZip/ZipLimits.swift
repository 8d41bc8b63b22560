/// How much of an archive is accepted: the limits that make a hostile archive harmless.
public struct ZipLimits: Sendable, Equatable {
    /// The limits by name, to say which one was passed.
    public enum Name: String, Sendable, Equatable, CaseIterable {
        /// `ZipLimits.entries`.
        case entries
        /// `ZipLimits.partSize`.
        case partSize
        /// `ZipLimits.totalSize`.
        case totalSize
        /// `ZipLimits.compressionRatio`.
        case compressionRatio
    }

    /// How many entries an archive may have, folders included.
    public var entries: Int
    /// How many bytes one part may have, uncompressed.
    public var partSize: Int
    /// How many bytes all parts that are read may have together, uncompressed.
    ///
    /// A part counts with its full size every time it is opened.
    public var totalSize: Int
    /// How many times larger than its compressed form a part may be.
    ///
    /// Parts of up to `ratioAllowance` bytes may have any ratio: a blank page compresses well.
    public var compressionRatio: Int

    /// The size in bytes, uncompressed, up to which a part may have any compression ratio: 4 MiB.
    public static let ratioAllowance = 4 << 20

    /// The limits for archives of which nothing is known.
    public static let standard = ZipLimits()

    /// Makes limits.
    ///
    /// - Parameters:
    ///   - entries: How many entries an archive may have.
    ///   - partSize: How many bytes one part may have, uncompressed.
    ///   - totalSize: How many bytes all parts that are read may have, uncompressed.
    ///   - compressionRatio: How many times larger than its compressed form a part may be.
    public init(
        entries: Int = 10_000,
        partSize: Int = 1 << 30,
        totalSize: Int = 2 << 30,
        compressionRatio: Int = 250
    ) {
        self.entries = entries
        self.partSize = partSize
        self.totalSize = totalSize
        self.compressionRatio = compressionRatio
    }
}
