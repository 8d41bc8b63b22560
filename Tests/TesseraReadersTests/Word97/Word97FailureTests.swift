import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// What is no Word 97 document, or no sound one.
@Suite struct Word97FailureTests {
    private let sound = MadeWord97([par("first"), par("second")])

    private func failure(_ change: (inout MadeWord97) -> Void) throws -> Diagnostic {
        try TesseraReadersTests.failure(of: Word97Reader(), on: MadeWord97([par("a")], change).bytes)
    }

    // MARK: Refusals

    @Test func refusesEncryptedDocuments() throws {
        #expect(try failure { $0.flags |= 0x0100 }.id == "encrypted-document")
        #expect(try failure { $0.flags |= 0x8100 }.id == "encrypted-document")
    }

    @Test(arguments: ["EncryptedPackage", "ENCRYPTEDPACKAGE", "\u{9}DRMContent"])
    func refusesEncryptedPackages(name: String) throws {
        let file = SourceFile(CompoundFileWriter([(name, [1, 2, 3])]).bytes)
        let reader = try Readers.standard.reader(for: file)
        #expect(try TesseraReadersTests.failure(of: reader, on: file.bytes).id == "encrypted-document")
    }

    @Test func refusesOlderVersions() throws {
        let word95 = try failure {
            $0.signature = 0xA5DC
            $0.version = 104
        }
        #expect(word95.id == "unsupported-format")
        #expect(word95.message.contains("written by Word 95"))
        #expect(word95.suggestion?.contains("LibreOffice") == true)
        let word2 = SourceFile([0xDB, 0xA5, 0x2D, 0] + [UInt8](repeating: 0, count: 600))
        let reader = try Readers.standard.reader(for: word2)
        #expect(try TesseraReadersTests.failure(of: reader, on: word2.bytes).message.contains("Word 2"))
    }

    @Test(arguments: [
        ("Workbook", "Excel"), ("PowerPoint Document", "PowerPoint"), ("__properties_version1.0", "Outlook"),
        ("other", "no Word document"),
    ])
    func saysWhatOtherFilesAre(stream: String, word: String) throws {
        let bytes = CompoundFileWriter([(stream, [1])]).bytes
        let failure = try TesseraReadersTests.failure(of: Word97Reader(), on: bytes)
        #expect(failure.id == "unsupported-format")
        #expect(failure.message.contains(word))
    }

    @Test func contentDecides() throws {
        for (text, name) in [("plain\n", "text"), ("<!DOCTYPE html><p>a", "html")] {
            #expect(try Readers.standard.reader(for: SourceFile(text, path: "a.doc")).format.name == name)
        }
        let word = SourceFile(sound.bytes, path: "a.txt")
        #expect(try Readers.standard.reader(for: word).format.name == "doc")
    }

    @Test func anEmptyDocumentIsEmpty() throws {
        #expect(try failure { $0.texts[.main] = [par("")] }.id == "empty-document")
    }

    /// What no text can hold, neither here nor in its XML form.
    @Test func charactersThatAreNoneAreReplaced() throws {
        let document = try word97([par("a\u{FFFF}b\u{0}c\u{FFFE}"), par([.init("(", sprm(0x6A09, [0, 0, 7, 0]))])])
        #expect(document.outline == ["paragraph: a\u{FFFD}bc\u{FFFD}"])
    }

    // MARK: Damage

    /// What is read all the same, and what is said of it.
    private func damaged(_ change: (inout MadeWord97) -> Void) throws -> (outline: [String], message: String) {
        var made = sound
        change(&made)
        let (document, diagnostics) = try read(made.bytes, with: Word97Reader())
        let diagnostic = try #require(diagnostics.first)
        #expect(diagnostics.count == 1 && diagnostic.severity == .warning)
        return (document.outline, diagnostic.message)
    }

    @Test func saysHowMuchTextIsMissing() throws {
        let (outline, message) = try damaged { $0.claimed = 40 }
        #expect(outline == ["paragraph: first", "paragraph: second"])
        #expect(message.contains("40 of 53 characters of its text are missing"))
    }

    @Test func textThatNobodyCountsIsNotLost() throws {
        let (outline, message) = try damaged { $0.claimed = -7 }
        #expect(outline == ["paragraph: first", "paragraph: second"])
        #expect(message.contains("7 characters of its text belong to no part of it"))
    }

    @Test func saysWhatStylesAreMissing() throws {
        let (outline, message) = try damaged { $0.texts[.main]?[1].style = 99 }
        #expect(outline == ["paragraph: first", "paragraph: second"])
        #expect(message.contains("the styles of 1 of its paragraphs"))
    }

    /// A sector that was lost, and one that holds something else now.
    @Test(arguments: [(0, "512 of 1001 characters"), (UInt8(ascii: "x"), "the properties of 51 of its paragraphs")])
    func overwrittenTextIsFound(byte: UInt8, message: String) throws {
        let made = MadeWord97((0..<100).map { _ in par("123456789") }) { made in
            made.texts[.main]?.append(par(""))
            made.pieces = [.init(characters: 0..<1001)]
        }
        var streams = made.made
        streams[0].content.replaceSubrange(1024..<1536, with: [UInt8](repeating: byte, count: 512))
        let (_, diagnostics) = try read(CompoundFileWriter(streams).bytes, with: Word97Reader())
        #expect(diagnostics.count == 1)
        #expect(diagnostics[0].message.contains(message), "\(diagnostics[0].message)")
    }

    @Test func piecesMayLieOutside() throws {
        let (outline, message) = try damaged { made in
            // The second piece stands where no file reaches.
            made.tables[33] =
                [2] + LittleEndian.bytes(28, width: 4) + positions([0, 6, 13])
                + [0, 0] + LittleEndian.bytes(1024, width: 4) + [0, 0]
                + [0, 0] + LittleEndian.bytes(0x3000_0000, width: 4) + [0, 0]
        }
        #expect(outline == ["paragraph: first"])
        #expect(message.contains("7 of 13 characters"))
    }

    @Test func withoutATableOfPiecesTheHeadTellsTheText() throws {
        var streams = sound.made
        streams.removeAll { $0.name == "1Table" }
        streams[0].content.replaceSubrange(
            24..<32,
            with: LittleEndian.bytes(1024, width: 4) + LittleEndian.bytes(1050, width: 4)
        )
        let (document, diagnostics) = try read(CompoundFileWriter(streams).bytes, with: Word97Reader())
        #expect(document.outline == ["paragraph: first", "paragraph: second"])
        #expect(diagnostics.map(\.id) == ["damaged-word-document"])
    }

    @Test func withoutPropertiesTextIsText() throws {
        var streams = sound.made
        // The pages stand behind the text.
        streams[0].content.removeSubrange(1536...)
        let (document, diagnostics) = try read(CompoundFileWriter(streams).bytes, with: Word97Reader())
        #expect(document.outline == ["paragraph: first", "paragraph: second"])
        #expect(diagnostics.map(\.message).joined().contains("properties"))
    }

    @Test func whatIsLeftOfNothingIsAnError() throws {
        var streams = sound.made
        streams[0].content.removeSubrange(100...)
        #expect(
            try TesseraReadersTests.failure(of: Word97Reader(), on: CompoundFileWriter(streams).bytes).id
                == "damaged-word-document"
        )
    }

    /// Whatever is changed, the reader ends, and says that it cannot read the document or reads one.
    @Test(arguments: 0..<40)
    func anyChangeIsBorne(seed: Int) throws {
        var numbers = SeededGenerator(seed: seed)
        let rows =
            cell("a", "b") + cell("c") + [rowEnd([0, 100, 200], flags: [0x60, 0x21])] + [
                par("x\u{13} HYPERLINK \"u\" \u{14}y\u{15}\u{2}")
            ]
        let made = MadeWord97(rows) { made in
            made.styles = [.init(), .init(base: 0, paragraph: sprm(0x2640, [1]), characters: sprm(0x083C))]
            made.texts[.footnotes] = [par("\u{2}note"), par("")]
            made.tables[2] = positions([28, 40], [[1, 0]])
            made.tables[3] = positions([0, 6, 7])
        }
        for _ in 0..<50 {
            var streams = made.made
            for index in streams.indices {
                for _ in 0..<Int.random(in: 0...3, using: &numbers) {
                    let place = Int.random(in: 0..<streams[index].content.count, using: &numbers)
                    streams[index].content[place] = UInt8.random(in: 0...255, using: &numbers)
                }
            }
            var log = DiagnosticLog()
            do {
                let document = try Word97Reader().read(SourceFile(CompoundFileWriter(streams).bytes), log: &log)
                #expect(!document.paragraphs.isEmpty)
            } catch {
                #expect(error.diagnostic.severity == .error)
            }
        }
    }
}
