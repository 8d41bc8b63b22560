import LibNettle
import Testing

/// The vectors are those of FIPS 180-4 and of NIST's examples.
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func matchesKnownDigests(text: String, digest: String) {
        #expect(SHA256.hexDigest(of: Array(text.utf8)) == digest)
    }

    @Test func bytesAreThoseOfTheDigits() {
        let bytes = SHA256.digest(of: Array("abc".utf8))
        #expect(bytes.count == 32)
        #expect(bytes.prefix(4) == [0xBA, 0x78, 0x16, 0xBF])
    }

    @Test func piecesGiveTheSameAsTheWhole() {
        let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0) }
        var digest = IncrementalSHA256()
        for start in stride(from: 0, to: bytes.count, by: 37) {
            digest.update(Array(bytes[start..<min(start + 37, bytes.count)]))
        }
        #expect(digest.hexDigest() == SHA256.hexDigest(of: bytes))
        #expect(digest.hexDigest() == SHA256.hexDigest(of: bytes), "asking does not change it")
    }

    @Test func copiesGoOnIndependently() {
        var first = IncrementalSHA256()
        first.update(Array("ab".utf8))
        var second = first
        first.update(Array("c".utf8))
        second.update(Array("d".utf8))
        #expect(first.hexDigest() == SHA256.hexDigest(of: Array("abc".utf8)))
        #expect(second.hexDigest() == SHA256.hexDigest(of: Array("abd".utf8)))
    }
}
