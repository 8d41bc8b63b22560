import CNettle

/// The stream cipher that is known as RC4. Broken, and still what old documents are encrypted with.
public enum ARCFOUR {
    /// Encrypts, or decrypts, which is the same.
    ///
    /// - Parameter key: 1 to 256 bytes.
    /// - Returns: As many bytes; nil for a key of another length.
    public static func crypt(_ bytes: [UInt8], key: [UInt8]) -> [UInt8]? {
        guard (1...256).contains(key.count) else { return nil }
        var state = arcfour_ctx()
        unsafe nettle_arcfour_set_key(&state, key.count, key)
        var output = [UInt8](repeating: 0, count: bytes.count)
        unsafe nettle_arcfour_crypt(&state, bytes.count, &output, bytes)
        return output
    }
}
