import CNettle

/// The SHA-256 digest of FIPS 180-4.
public enum SHA256 {
    /// The digest of some bytes.
    ///
    /// - Parameter bytes: What to digest.
    /// - Returns: 64 lower-case hexadecimal digits.
    public static func hexDigest(of bytes: [UInt8]) -> String {
        var digest = IncrementalSHA256()
        digest.update(bytes)
        return digest.hexDigest()
    }

    /// The digest of some bytes, as it is.
    ///
    /// - Parameter bytes: What to digest.
    /// - Returns: 32 bytes.
    public static func digest(of bytes: [UInt8]) -> [UInt8] {
        var digest = IncrementalSHA256()
        digest.update(bytes)
        return digest.digest()
    }
}

/// A SHA-256 digest of bytes that come in pieces.
///
/// A copy goes on independently.
public struct IncrementalSHA256: Sendable {
    private var state = sha256_ctx()

    /// Makes the digest of no bytes.
    public init() {
        unsafe nettle_sha256_init(&state)
    }

    /// Adds bytes at the end.
    ///
    /// - Parameter bytes: The next piece.
    public mutating func update(_ bytes: [UInt8]) {
        unsafe nettle_sha256_update(&state, bytes.count, bytes)
    }

    /// The digest of all bytes added so far; more may be added afterwards.
    ///
    /// - Returns: 64 lower-case hexadecimal digits.
    public func hexDigest() -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = digest().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 0x0F)]] }
        return String(decoding: text, as: UTF8.self)
    }

    /// The same as 32 bytes.
    func digest() -> [UInt8] {
        // The library resets the state that it is asked for, so it gets a copy.
        var copy = state
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
        unsafe nettle_sha256_digest(&copy, digest.count, &digest)
        return digest
    }
}
