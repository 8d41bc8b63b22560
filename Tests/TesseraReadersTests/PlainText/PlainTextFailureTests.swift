import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Files that are no text, or not all of one.
@Suite struct PlainTextFailureTests {
    @Test(arguments: ["", " ", "\n\n", "\r\n  \r\n", "\u{C}", " \u{C}\n\u{C}", "\u{A0}", "\u{FEFF}"])
    func aTextWithoutCharactersIsEmpty(text: String) throws {
        let diagnostic = try failure(on: Array(text.utf8))
        #expect(diagnostic.id == "empty-document")
        #expect(diagnostic.severity == .error)
    }

    /// Cells are there, but not a single character.
    @Test(arguments: ["\t", "\t\n\t\n", " \t\u{C}\n"])
    func aTableWithoutCharactersIsEmpty(text: String) throws {
        #expect(try failure(on: Array(text.utf8)).id == "empty-document")
    }

    @Test(
        arguments: [
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52],
            [0x50, 0x4B, 3, 4, 20, 0, 6, 0, 8, 0, 0x21, 0x41, 0x42, 0x43, 0x44, 0x45],
            Array(repeating: 0, count: 64), [1, 2, 3, 4], [0x41, 0x42, 0, 0x43, 0x44, 0x45],
        ] as [[UInt8]]
    )
    func aBinaryFileIsRefused(bytes: [UInt8]) throws {
        let diagnostic = try failure(on: bytes)
        #expect(diagnostic.id == "binary-document")
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.suggestion != nil)
    }

    @Test(arguments: [true, false])
    func truncatedUTF16IsRefused(bigEndian: Bool) throws {
        let mark: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
        let whole = mark + "\tN/A 🏛".utf16Bytes(bigEndian: bigEndian)
        #expect(try ReadText(whole).texts == ["N/A 🏛"])
        for lost in 1...3 {
            let bytes = Array(whole.dropLast(lost))
            let diagnostic = try failure(on: bytes)
            #expect(diagnostic.id == "truncated-utf16", "\(lost) bytes lost")
            #expect(diagnostic.message.contains("at byte \(bytes.count)"))
        }
        #expect(try ReadText(Array(whole.dropLast(4))).texts == ["N/A"], "between two characters")
    }

    @Test func anOverlongLineIsRefusedAtItsPlace() throws {
        let reader = PlainTextReader(limits: limits(.lineLength, 10))
        let diagnostic = try failure(of: reader, on: Array("0123456789\r\n\r\n\t012345678é\nshort".utf8))
        #expect(diagnostic.id == "limit-exceeded")
        #expect(diagnostic.place?.start == .line(3, column: 1))
        #expect(diagnostic.message.contains("12 bytes"))
        #expect(diagnostic.message.contains("the limit 'line-length' is 10"))
    }

    @Test func aLineOfTheGreatestLengthIsRead() throws {
        var log = DiagnosticLog()
        let document = try PlainTextReader(limits: limits(.lineLength, 10)).read(SourceFile("0123456789\nx"), log: &log)
        #expect(document.paragraphs.count == 2)
    }
}
