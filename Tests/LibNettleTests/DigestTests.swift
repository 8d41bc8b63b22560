import LibNettle
import Testing

/// The vectors are those of RFC 1321, FIPS 180-4 and NIST's examples.
@Suite struct DigestTests {
    @Test(arguments: [
        (Digest.md5, "", "d41d8cd98f00b204e9800998ecf8427e"),
        (.md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
        (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            .sha384, "abc",
            "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7"
        ),
        (
            .sha512, "abc",
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        ),
    ])
    func matchesKnownDigests(digest: Digest, text: String, expected: String) {
        let bytes = digest.digest(of: Array(text.utf8))
        #expect(hexadecimal(bytes) == expected)
        #expect(bytes.count == digest.size)
    }
}

/// The vectors are those of RFC 6229 and NIST SP 800-38A.
@Suite struct CipherTests {
    private let plain = bytes("6bc1bee22e409f96e93d7e117393172a")
    private let vector = bytes("000102030405060708090a0b0c0d0e0f")
    private let key128 = bytes("2b7e151628aed2a6abf7158809cf4f3c")

    @Test func arcfourMakesTheKnownStream() {
        let zeroes = [UInt8](repeating: 0, count: 16)
        let stream = ARCFOUR.crypt(zeroes, key: bytes("0102030405"))
        #expect(stream.map(hexadecimal) == "b2396305f03dc027ccc3524a0a1118a8")
    }

    @Test(arguments: [0, 257])
    func arcfourRefusesKeysOfOtherLengths(length: Int) {
        #expect(ARCFOUR.crypt([1], key: [UInt8](repeating: 0, count: length)) == nil)
    }

    @Test func aes128EncryptsAndDecrypts() {
        let encrypted = AES.encrypt(plain, key: key128, vector: vector)
        #expect(encrypted.map(hexadecimal) == "7649abac8119b246cee98e9b12e9197d")
        #expect(AES.decrypt((encrypted ?? [])[...], key: key128, vector: vector) == plain)
    }

    @Test func aes256Decrypts() {
        let key = bytes("603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4")
        let encrypted = bytes("f58c4c04d6e5f1ba779eabfb5f7bfbd6")
        #expect(AES.decrypt(encrypted[...], key: key, vector: vector) == plain)
    }

    @Test func aesLeavesOutWhatIsNoWholeBlock() {
        #expect(AES.decrypt(plain[..<15], key: key128, vector: vector) == [])
        #expect(AES.encrypt(plain + [1], key: key128, vector: vector)?.count == 16)
    }

    @Test func aesRefusesKeysAndVectorsOfOtherLengths() {
        #expect(AES.decrypt(plain[...], key: [1, 2, 3], vector: vector) == nil)
        #expect(AES.decrypt(plain[...], key: key128, vector: []) == nil)
        #expect(AES.encrypt(plain, key: key128 + key128, vector: vector) == nil)
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String($0 >> 4, radix: 16) + String($0 & 0x0F, radix: 16) }.joined()
}

private func bytes(_ digits: String) -> [UInt8] {
    let digits = digits.compactMap { $0.hexDigitValue }
    return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
}
