import CNettle

/// The block cipher of FIPS 197 with cipher block chaining (NIST SP 800-38A), without padding.
public enum AES {
    /// How many bytes a block has, and an initialisation vector.
    public static let blockSize = Int(AES_BLOCK_SIZE)

    /// Decrypts whole blocks.
    ///
    /// - Parameters:
    ///   - bytes: What to decrypt; what is over after the last whole block is left out.
    ///   - key: 16 bytes for AES-128, 32 for AES-256.
    ///   - vector: The initialisation vector, 16 bytes.
    /// - Returns: Nil for a key or vector of another length.
    public static func decrypt(_ bytes: ArraySlice<UInt8>, key: [UInt8], vector: [UInt8]) -> [UInt8]? {
        guard vector.count == blockSize else { return nil }
        let length = bytes.count / blockSize * blockSize
        let source = Array(bytes.prefix(length))
        var vector = vector
        var output = [UInt8](repeating: 0, count: length)
        switch key.count {
        case 16: unsafe tessera_aes128_cbc_decrypt(key, &vector, length, &output, source)
        case 32: unsafe tessera_aes256_cbc_decrypt(key, &vector, length, &output, source)
        default: return nil
        }
        return output
    }

    /// Encrypts whole blocks with AES-128.
    ///
    /// - Parameters:
    ///   - bytes: What to encrypt; what is over after the last whole block is left out.
    ///   - key: 16 bytes.
    ///   - vector: The initialisation vector, 16 bytes.
    /// - Returns: Nil for a key or vector of another length.
    public static func encrypt(_ bytes: [UInt8], key: [UInt8], vector: [UInt8]) -> [UInt8]? {
        guard key.count == 16, vector.count == blockSize else { return nil }
        let length = bytes.count / blockSize * blockSize
        var vector = vector
        var output = [UInt8](repeating: 0, count: length)
        unsafe tessera_aes128_cbc_encrypt(key, &vector, length, &output, bytes)
        return output
    }
}
