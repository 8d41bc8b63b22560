import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// The parts of a Word document around its body, and packages that are none.
@Suite struct WordPackageTests {
    @Test func readsTheStrictDialect() throws {
        let body =
            p("a", "<w:pStyle w:val=\"H\"/>")
            + tbl(tr(tc("b", "<w:gridSpan w:val=\"2\"/>"), properties: "<w:tblHeader/>"))
            + "<w:p><w:hyperlink r:id=\"h\">\(run("law"))</w:hyperlink></w:p>"
        let document = try word(body) {
            $0.dialect = .strict
            $0.styles = "<w:style w:type=\"paragraph\" w:styleId=\"H\"><w:name w:val=\"heading 2\"/></w:style>"
            $0.relationships = [.init(id: "h", kind: "hyperlink", target: "http://law.example/", isExternal: true)]
        }
        #expect(document.outline == ["heading 2: a", "cell", "  paragraph: b", "paragraph: law"])
        #expect(document.sketch == ["= | b (1×2)"])
        #expect(document.links == ["law -> http://law.example/"])
    }

    @Test func readsProperties() throws {
        let document = try word(p("a")) {
            $0.properties = """
                <dc:title>A
                  matrix</dc:title><dc:creator>The Board</dc:creator><cp:lastModifiedBy>A. Clerk</cp:lastModifiedBy>\
                <dcterms:created>2024-03-03T09:00:00Z</dcterms:created><dcterms:modified>2024-03-04T10:30:00Z</dcterms:modified>\
                <dc:language>en-GB</dc:language><dc:description/>
                """
        }
        #expect(
            document.metadata
                == DocumentMetadata(
                    title: "A matrix",
                    author: "The Board",
                    created: "2024-03-03T09:00:00Z",
                    modified: "2024-03-04T10:30:00Z",
                    language: "en-GB"
                )
        )
    }

    @Test func propertiesMayBeMissing() throws {
        #expect(try word(p("a")).metadata == DocumentMetadata())
        #expect(try word(p("a")) { $0.properties = "<dc:title> </dc:title>" }.metadata == DocumentMetadata())
    }

    @Test(arguments: ["word/document2.xml", "word/main.xml"])
    func theMainPartHasAnyName(name: String) throws {
        let document = try word(p("a")) { $0.mainPart = name }
        #expect(document.paragraphs.map(\.place.part) == [name])
    }

    @Test func aPackageMaySayNothingOfItsMainPart() throws {
        let entries = MadeWord(p("a")).entries.filter { $0.name != Array("_rels/.rels".utf8) }
        #expect(try read(ZipWriter(entries).bytes, with: WordReader()).document.outline == ["paragraph: a"])
    }

    @Test func targetsMayBeAbsolute() throws {
        let document = try word("<w:p>\(run("a"))<w:r><w:drawing><c:chart r:id=\"c\"/></w:drawing></w:r></w:p>") {
            $0.relationships = [.init(id: "c", kind: "chart", target: "/word/charts/../charts/./chart1.xml")]
            $0.parts = [("word/charts/chart1.xml", chart)]
        }
        #expect(document.paragraphs.count > 1)
    }

    // MARK: Drawings

    private let chart = MadeWord("").part(
        "c:chartSpace",
        """
        <c:chart><c:title><c:tx><c:rich><a:p><a:r><a:t>Seized </a:t></a:r><a:r><a:t>arms</a:t></a:r></a:p></c:rich></c:tx></c:title>\
        <c:ser><c:tx><c:strRef><c:f>Sheet1!A1</c:f><c:strCache><c:pt idx="0"><c:v>Rifles</c:v></c:pt></c:strCache></c:strRef></c:tx>\
        <c:val><c:numRef><c:numCache><c:pt idx="0"><c:v>12</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser></c:chart>
        """
    )

    @Test func readsTheWordsOfCharts() throws {
        let body = "<w:p>\(run("a"))<w:r><w:drawing><c:chart r:id=\"c\"/></w:drawing></w:r></w:p>" + p("b")
        let document = try word(body) {
            $0.relationships = [.init(id: "c", kind: "chart", target: "charts/chart1.xml")]
            $0.parts = [("word/charts/chart1.xml", chart)]
        }
        #expect(document.outline == ["paragraph: a", "paragraph: Seized arms", "paragraph: Rifles", "paragraph: b"])
        #expect(document.paragraphs[1].place.part == "word/charts/chart1.xml")
    }

    @Test func readsTheWordsOfDiagrams() throws {
        let data = MadeWord("").part(
            "dgm:dataModel",
            "<dgm:ptLst><dgm:pt><dgm:t><a:p><a:r><a:t>Step</a:t></a:r></a:p></dgm:t></dgm:pt></dgm:ptLst>"
        )
        let body = "<w:p><w:r><w:drawing><dgm:relIds r:dm=\"d\" r:lo=\"l\"/></w:drawing></w:r>\(run("a"))</w:p>"
        let document = try word(body) {
            $0.relationships = [.init(id: "d", kind: "diagramData", target: "diagrams/data1.xml")]
            $0.parts = [("word/diagrams/data1.xml", data)]
        }
        #expect(document.outline == ["paragraph: a", "paragraph: Step"])
    }

    @Test func warnsOfDocumentsInside() throws {
        let made = MadeWord(p("a") + "<w:altChunk r:id=\"x\"/>" + p("b")) {
            $0.relationships = [.init(id: "x", kind: "aFChunk", target: "afchunk.mht")]
        }
        let (document, diagnostics) = try read(made.bytes, with: WordReader())
        #expect(document.outline == ["paragraph: a", "paragraph: b"])
        #expect(diagnostics.map(\.id) == ["unread-part"])
        #expect(diagnostics.first?.message.contains("word/afchunk.mht") == true)
        #expect(diagnostics.first?.place?.start.description == "/w:document[1]/w:body[1]/w:altChunk[1]@2")
    }

    // MARK: What is refused

    @Test func refusesPackagesThatAreNoDocuments() throws {
        // Without a main part, without its body, and another program's.
        let lacking = MadeWord("") { $0.mainPart = nil }
        let empty = MadeWord("") {
            $0.mainPart = nil
            $0.parts = [("word/document.xml", $0.part("w:document", ""))]
        }
        let sheet = MadeWord("") { $0.mainPart = "xl/workbook.xml" }.entries.map { entry in
            guard entry.name == Array("xl/workbook.xml".utf8) else { return entry }
            return TestEntry(
                "xl/workbook.xml",
                text: "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>"
            )
        }
        for bytes in [
            lacking.bytes, empty.bytes, ZipWriter(sheet).bytes, ZipWriter([TestEntry("a.txt", text: "a")]).bytes,
        ] {
            #expect(try failure(of: WordReader(), on: bytes).id == "unsupported-format")
        }
    }

    @Test func refusesDocumentsWithoutText() throws {
        #expect(try failure(of: WordReader(), on: MadeWord("<w:p/>").bytes).id == "empty-document")
    }

    @Test func refusesTruncatedFiles() throws {
        let bytes = MadeWord(p("a")).bytes
        for count in [5, 100, bytes.count / 2, bytes.count - 1] {
            #expect(try failure(of: WordReader(), on: Array(bytes.prefix(count))).id == "damaged-archive", "\(count)")
        }
    }

    @Test func saysWhereThePartIsDamaged() throws {
        var made = MadeWord("")
        made.body = p("a") + "\n<w:p><w:r></w:p>"
        let failure = try failure(of: WordReader(), on: made.bytes)
        #expect(failure.id == "damaged-markup")
        #expect(failure.place?.part == "word/document.xml")
        guard case .line(3, _) = failure.place?.start else {
            Issue.record("\(String(describing: failure.place))")
            return
        }
    }

    @Test func refusesDocumentTypesInEveryPart() throws {
        let doctype = "<!DOCTYPE x [<!ENTITY x \"y\">]>"
        let whole = MadeWord(p("a")) {
            $0.styles = ""
            $0.footnotes = ""
            $0.comments = ""
            $0.header = ""
            $0.properties = ""
        }
        for index in whole.entries.indices {
            var entries = whole.entries
            let name = String(decoding: entries[index].name, as: UTF8.self)
            var text = String(decoding: entries[index].data, as: UTF8.self)
            text.replace("?>\n", with: "?>\(doctype)")
            if !text.contains(doctype) { text = doctype + text }
            entries[index] = TestEntry(name, text: text)
            let failure = try failure(of: WordReader(), on: ZipWriter(entries).bytes)
            #expect(failure.id == "forbidden-declaration", "\(name)")
            #expect(failure.place?.part == name)
        }
    }

    @Test func refusesEncryptedParts() throws {
        let entries = MadeWord(p("a")).entries.map { $0.with(\.flags, 1) }
        #expect(try failure(of: WordReader(), on: ZipWriter(entries).bytes).id == "encrypted-document")
    }

    // MARK: Limits

    @Test(arguments: [
        (ReadingLimits.Name.depth, 5), (.span, 2), (.cells, 3), (.entries, 1), (.partSize, 100), (.totalSize, 300),
    ])
    func everyLimitIsNamed(name: ReadingLimits.Name, value: Int) throws {
        let made = MadeWord(tbl(tr(tc("a", "<w:gridSpan w:val=\"3\"/>"), tc("b")))) { $0.header = p("head") }
        let failure = try failure(of: WordReader(limits: limits(name, value)), on: made.bytes)
        #expect(failure.id == "limit-exceeded")
        #expect(failure.message.contains("'\(name.rawValue)' is \(value)"))
        #expect(failure.suggestion?.contains("--limit \(name.rawValue)=") == true)
        #expect(try read(made.bytes, with: WordReader()).document.sketch == ["a (1×3) | b"])
    }

    @Test func theRatioIsLimited() throws {
        let blanks = TestEntry.run("word/document.xml", repetitions: 40_000)
        let failure = try failure(of: WordReader(limits: limits(.compressionRatio, 100)), on: ZipWriter([blanks]).bytes)
        #expect(failure.id == "limit-exceeded")
        #expect(failure.message.contains("'compression-ratio' is 100"))
    }

    @Test(arguments: ["0", "-1", "1000000000", "99999999999999999999"])
    func spansAreLimited(span: String) throws {
        let row = tr(tc("a", "<w:gridSpan w:val=\"\(span)\"/>"), properties: "<w:gridBefore w:val=\"\(span)\"/>")
        let bytes = MadeWord(tbl(row)).bytes
        if span == "1000000000" {
            #expect(try failure(of: WordReader(), on: bytes).message.contains("'span' is 10000"))
        } else {
            #expect(try read(bytes, with: WordReader()).document.sketch == ["a"])
        }
    }
}
