import TesseraModel

/// Decrypts what the standard security handler encrypted (ISO 32000-1, 7.6).
struct PDFSecurity: Sendable {
    init(_ encryption: PDFDictionary, of file: PDFFile) throws(DocumentFailure) {
        throw DocumentFailure(.encryptedDocument)
    }
    func decrypt(_ bytes: ArraySlice<UInt8>, of stream: PDFStream, in file: PDFFile) throws(DocumentFailure) -> [UInt8] {
        Array(bytes)
    }
    func decrypt(string: [UInt8], _ reference: PDFReference) -> [UInt8] { string }
}

/// Decrypts the strings of one object.
struct PDFStringDecryption {
    let security: PDFSecurity
    let reference: PDFReference
    func decrypt(_ string: [UInt8]) -> [UInt8] { security.decrypt(string: string, reference) }
}
