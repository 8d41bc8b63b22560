import LibNettle
import TesseraModel

/// Decrypts what the standard security handler encrypted (ISO 32000-1, 7.6; revision 6: ISO 32000-2, 7.6.4).
///
/// Only the empty user password is tried: that of documents which everybody may read.
struct PDFSecurity: Sendable {
    /// How the strings or the streams are encrypted.
    enum Method: Sendable {
        case none
        /// With a key for each object.
        case arcfour, aes128
        /// With one key for all.
        case aes256
    }

    private let key: [UInt8]
    private let strings: Method
    private let streams: Method

    /// - Throws: ``TesseraModel/DocumentFailure`` where a password is needed, or another handler.
    init(_ encryption: PDFDictionary, of file: PDFFile) throws(DocumentFailure) {
        let version = try file.integer(encryption["V"]) ?? 0
        guard try file.name(encryption["Filter"]) ?? "Standard" == "Standard", [1, 2, 4, 5].contains(version),
            let key = try PDFEncryptionKey(encryption, of: file).key
        else { throw DocumentFailure(.encryptedDocument) }
        self.key = key
        guard version >= 4 else {
            (strings, streams) = (.arcfour, .arcfour)
            return
        }
        strings = try PDFSecurity.method(encryption, "StrF", of: file)
        streams = try PDFSecurity.method(encryption, "StmF", of: file)
    }

    /// The method of a crypt filter (7.6.5).
    private static func method(
        _ encryption: PDFDictionary,
        _ use: String,
        of file: PDFFile
    ) throws(DocumentFailure) -> Method {
        guard let name = try file.name(encryption[use]), name != "Identity",
            let filters = try file.dictionary(encryption["CF"]), let filter = try file.dictionary(filters[name])
        else { return .none }
        switch try file.name(filter["CFM"]) {
        case "V2": return .arcfour
        case "AESV2": return .aes128
        case "AESV3": return .aes256
        case "None", nil: return .none
        default: throw DocumentFailure(.encryptedDocument)
        }
    }

    func decrypt(string: [UInt8], _ reference: PDFReference) -> [UInt8] {
        decrypt(string[...], strings, reference)
    }

    func decrypt(
        _ bytes: ArraySlice<UInt8>,
        of stream: PDFStream,
        in file: PDFFile
    ) throws(DocumentFailure) -> [UInt8] {
        // A stream may say that it is encrypted in another way, which is only ever "not at all" (7.6.5).
        if let filter = try file.array(stream.dictionary["Filter"])?.first, try file.name(filter) == "Crypt" {
            return Array(bytes)
        }
        if try file.name(stream.dictionary["Filter"]) == "Crypt" { return Array(bytes) }
        return decrypt(bytes, streams, stream.reference)
    }

    private func decrypt(_ bytes: ArraySlice<UInt8>, _ method: Method, _ reference: PDFReference) -> [UInt8] {
        switch method {
        case .none: return Array(bytes)
        case .arcfour: return ARCFOUR.crypt(Array(bytes), key: objectKey(reference, isAES: false)) ?? []
        case .aes128: return decryptAES(bytes, objectKey(reference, isAES: true))
        case .aes256: return decryptAES(bytes, key)
        }
    }

    /// The initialisation vector stands in front, and 1 to 16 bytes behind that say how many they are (7.6.2).
    private func decryptAES(_ bytes: ArraySlice<UInt8>, _ key: [UInt8]) -> [UInt8] {
        let vector = Array(bytes.prefix(AES.blockSize))
        guard var output = AES.decrypt(bytes.dropFirst(AES.blockSize), key: key, vector: vector) else { return [] }
        if let padding = output.last, (1...AES.blockSize).contains(Int(padding)), output.count >= Int(padding) {
            output.removeLast(Int(padding))
        }
        return output
    }

    /// Algorithm 1.
    private func objectKey(_ reference: PDFReference, isAES: Bool) -> [UInt8] {
        let number = UInt32(truncatingIfNeeded: reference.number)
        let generation = UInt32(truncatingIfNeeded: reference.generation)
        var bytes = key
        bytes += [0, 8, 16].map { UInt8(truncatingIfNeeded: number >> $0) }
        bytes += [0, 8].map { UInt8(truncatingIfNeeded: generation >> $0) }
        if isAES { bytes += Array("sAlT".utf8) }
        return Array(Digest.md5.digest(of: bytes).prefix(min(key.count + 5, 16)))
    }
}

/// Decrypts the strings of one object.
struct PDFStringDecryption {
    let security: PDFSecurity
    let reference: PDFReference

    func decrypt(_ string: [UInt8]) -> [UInt8] { security.decrypt(string: string, reference) }
}
