import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// What is said where the program that finds the words of a PDF cannot be used.
@Suite struct PopplerTextTests {
    private static let document = PDFWriter(pages: ["BT /F 10 Tf (word) Tj ET"], resources: courier).file()

    private func failure(_ program: String, limits: ReadingLimits = .standard) throws -> Diagnostic {
        try #require(throws: DocumentFailure.self) {
            try PopplerText(Self.document, limits: limits, program: program).read { _ in }
        }.diagnostic
    }

    @Test func aProgramThatIsNotInstalledIsNamedWithItsPackage() throws {
        let diagnostic = try failure("no-such-pdftotext")
        #expect(diagnostic.id == "missing-program")
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message.contains("'no-such-pdftotext', which is not installed"))
        #expect(diagnostic.suggestion?.contains("apt-get install poppler-utils") == true)
    }

    @Test func aProgramThatFailsIsNamedWithItsExitCode() throws {
        let diagnostic = try failure("false")
        #expect(diagnostic.id == "failed-program")
        #expect(diagnostic.message == "the PDF cannot be read: false cannot open it")
    }

    @Test func aLimitThatTheProgramPassesIsNamed() throws {
        let diagnostic = try failure("pdftotext", limits: limits(.processOutput, 512))
        #expect(diagnostic.id == "limit-exceeded")
        #expect(diagnostic.message.contains("the limit 'process-output' is 512"))
    }

    @Test func wordsOfOtherProgramsAreNone() throws {
        #expect(try failure("true").id == "damaged-markup")
    }
}
