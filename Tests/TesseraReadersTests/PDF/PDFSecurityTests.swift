import Foundation
import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

@Suite struct PDFSecurityTests {
    private func bytes(_ base64: String) throws -> [UInt8] {
        Array(try #require(Data(base64Encoded: base64, options: .ignoreUnknownCharacters)))
    }

    @Test(arguments: [
        PDFEncryptedDocuments.revision2, PDFEncryptedDocuments.revision3, PDFEncryptedDocuments.revision4,
        PDFEncryptedDocuments.revision4AES, PDFEncryptedDocuments.revision5, PDFEncryptedDocuments.revision6,
    ])
    func decryptsWithTheEmptyPassword(base64: String) throws {
        let document = try PDFDocument(bytes(base64))
        #expect(try document.texts() == ["Open"])
        let information = try document.information()
        #expect(information.title == "Sealed")
        #expect(information.isEncrypted)
    }

    @Test func repairsWhatIsEncrypted() throws {
        for base64 in [PDFEncryptedDocuments.revision3, PDFEncryptedDocuments.revision6] {
            var file = try bytes(base64)
            let place = try #require(PDFRepair.places(of: "startxref", in: file).last)
            file.replaceSubrange(place..<(place + 9), with: Array("lostlost!".utf8))
            let document = try PDFDocument(file)
            #expect(document.file.isRepaired)
            #expect(try document.texts() == ["Open"])
        }
    }

    @Test func aDocumentThatNeedsAPasswordIsRefused() throws {
        #expect(try pdfFailure(on: bytes(PDFEncryptedDocuments.password)) == .encryptedDocument)
    }

    @Test(arguments: [
        "/Filter/Adobe.PubSec/V 4", "/Filter/Standard/V 3/R 3", "/Filter/Standard/V 2/R 3",
        "/Filter/Standard/V 2/R 3/O()/U()/P -1", "/Filter/Standard/V 5/R 6/U(short)/UE()",
    ])
    func otherEncryptionIsRefused(entries: String) throws {
        var writer = PDFWriter(pages: [""])
        writer.trailer = "/Encrypt<<\(entries)>>/ID[<00><00>]"
        #expect(try pdfFailure(on: writer.file()) == .encryptedDocument)
    }
}
