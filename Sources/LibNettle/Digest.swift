import CNettle

/// A digest of bytes that are all at hand.
public enum Digest: Sendable, CaseIterable {
    /// RFC 1321. Broken for signatures, and still what old formats make keys with.
    case md5
    /// FIPS 180-4.
    case sha256, sha384, sha512

    /// How many bytes the digest has.
    public var size: Int {
        switch self {
        case .md5: Int(MD5_DIGEST_SIZE)
        case .sha256: Int(SHA256_DIGEST_SIZE)
        case .sha384: Int(SHA384_DIGEST_SIZE)
        case .sha512: Int(SHA512_DIGEST_SIZE)
        }
    }

    /// The digest of some bytes.
    public func digest(of bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: size)
        switch self {
        case .md5:
            var state = md5_ctx()
            unsafe nettle_md5_init(&state)
            unsafe nettle_md5_update(&state, bytes.count, bytes)
            unsafe nettle_md5_digest(&state, digest.count, &digest)
        case .sha256:
            var state = sha256_ctx()
            unsafe nettle_sha256_init(&state)
            unsafe nettle_sha256_update(&state, bytes.count, bytes)
            unsafe nettle_sha256_digest(&state, digest.count, &digest)
        case .sha384:
            var state = sha512_ctx()
            unsafe nettle_sha384_init(&state)
            unsafe nettle_sha512_update(&state, bytes.count, bytes)
            unsafe nettle_sha384_digest(&state, digest.count, &digest)
        case .sha512:
            var state = sha512_ctx()
            unsafe nettle_sha512_init(&state)
            unsafe nettle_sha512_update(&state, bytes.count, bytes)
            unsafe nettle_sha512_digest(&state, digest.count, &digest)
        }
        return digest
    }
}
