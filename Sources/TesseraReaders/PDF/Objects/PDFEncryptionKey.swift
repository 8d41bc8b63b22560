import LibNettle
import TesseraModel

/// Makes the key of a document from the empty user password.
struct PDFEncryptionKey {
    /// Nil where the document needs a password.
    let key: [UInt8]?

    /// What makes a password 32 bytes long (ISO 32000-1, algorithm 2): all of the empty one.
    private static let padding: [UInt8] = [
        0x28, 0xBF, 0x4E, 0x5E, 0x4E, 0x75, 0x8A, 0x41, 0x64, 0x00, 0x4E, 0x56, 0xFF, 0xFA, 0x01, 0x08, 0x2E, 0x2E,
        0x00,
        0xB6, 0xD0, 0x68, 0x3E, 0x80, 0x2F, 0x0C, 0xA9, 0xFE, 0x64, 0x53, 0x69, 0x7A,
    ]

    init(_ encryption: PDFDictionary, of file: PDFFile) throws(DocumentFailure) {
        let revision = try file.integer(encryption["R"]) ?? 0
        let user = try file.string(encryption["U"]) ?? []
        if revision >= 5 {
            key = PDFEncryptionKey.key(user, try file.string(encryption["UE"]) ?? [], revision)
            return
        }
        guard (2...4).contains(revision), let owner = try file.string(encryption["O"]) else {
            key = nil
            return
        }
        let id =
            try file.array(file.trailer["ID"])?.first.flatMap { first throws(DocumentFailure) in
                try file.string(first)
            } ?? []
        let isMetadataEncrypted = try file.resolve(encryption["EncryptMetadata"]).boolean ?? true
        let permissions = UInt32(truncatingIfNeeded: try file.integer(encryption["P"]) ?? 0)
        // Algorithm 2.
        var bytes = PDFEncryptionKey.padding + owner.prefix(32)
        bytes += [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: permissions >> $0) }
        bytes += id
        if revision >= 4, !isMetadataEncrypted { bytes += [0xFF, 0xFF, 0xFF, 0xFF] }
        var digest = Digest.md5.digest(of: bytes)
        var length = 5
        if revision >= 3 {
            let stated = try PDFEncryptionKey.statedLength(encryption, of: file)
            length = min(16, max(5, stated / 8))
            for _ in 0..<50 { digest = Digest.md5.digest(of: Array(digest.prefix(length))) }
        }
        let made = Array(digest.prefix(length))
        key = PDFEncryptionKey.isRight(made, user, id, revision) ? made : nil
    }

    /// In bits. Of version 4 the crypt filter may state it, in bits or in bytes; it is always 128 in fact.
    private static func statedLength(_ encryption: PDFDictionary, of file: PDFFile) throws(DocumentFailure) -> Int {
        if try file.integer(encryption["V"]) == 4 { return 128 }
        return try file.integer(encryption["Length"]) ?? 40
    }

    /// Algorithms 4, 5 and 6: whether the key is that of the password that the file was encrypted with.
    private static func isRight(_ key: [UInt8], _ user: [UInt8], _ id: [UInt8], _ revision: Int) -> Bool {
        guard revision >= 3 else { return ARCFOUR.crypt(padding, key: key) == Array(user.prefix(32)) }
        var value = Digest.md5.digest(of: padding + id)
        for round in 0..<20 as Range<UInt8> {
            value = ARCFOUR.crypt(value, key: key.map { $0 ^ round }) ?? []
        }
        return user.count >= 16 && value == Array(user.prefix(16))
    }

    /// Algorithm 2.A, for the user's password: `user` is a digest, a salt to check it and a salt for the key.
    private static func key(_ user: [UInt8], _ encrypted: [UInt8], _ revision: Int) -> [UInt8]? {
        guard user.count >= 48, encrypted.count >= 32, revision <= 6 else { return nil }
        func hash(_ salt: ArraySlice<UInt8>) -> [UInt8] {
            revision == 5 ? Digest.sha256.digest(of: Array(salt)) : hardened(Array(salt))
        }
        guard hash(user[32..<40]) == Array(user[..<32]) else { return nil }
        let vector = [UInt8](repeating: 0, count: AES.blockSize)
        return AES.decrypt(encrypted[..<32], key: hash(user[40..<48]), vector: vector)
    }

    /// Algorithm 2.B, for the empty password.
    private static func hardened(_ input: [UInt8]) -> [UInt8] {
        var key = Digest.sha256.digest(of: input)
        var round = 0
        var last = 0
        while round < 64 || last > round - 32 {
            let block = Array(repeatElement(key, count: 64).joined())
            guard let output = AES.encrypt(block, key: Array(key[..<16]), vector: Array(key[16..<32])) else {
                return []
            }
            // The first 16 bytes as one number, whose remainder is that of the sum of its bytes: 256 leaves 1.
            switch output[..<16].reduce(0, { $0 + Int($1) }) % 3 {
            case 0: key = Digest.sha256.digest(of: output)
            case 1: key = Digest.sha384.digest(of: output)
            default: key = Digest.sha512.digest(of: output)
            }
            last = Int(output.last ?? 0)
            round += 1
        }
        return Array(key[..<32])
    }
}
