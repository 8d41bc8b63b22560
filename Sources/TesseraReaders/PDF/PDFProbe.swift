public import TesseraModel

/// Reads PDF files with everything in this folder and nothing of another program: what a fuzzer wants.
@_spi(Probe)
public struct PDFProbe: Reader {
    /// What the bytes are.
    public enum Part: Sendable {
        /// A whole file.
        case file
        /// The content stream of a page with some fonts, forms and properties.
        case content
        /// Words and lines on pages, six bytes each.
        case words
    }

    private let part: Part
    private let limits: ReadingLimits

    public init(_ part: Part, limits: ReadingLimits = .standard) {
        self.part = part
        self.limits = limits
    }

    public let format = SourceFormat(name: "pdf-probe", title: "PDF", mediaType: "application/pdf", extensions: ["pdf"])

    public func recognises(_ file: SourceFile) -> Bool { true }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        if part == .words { return words(file) }
        let bytes = part == .file ? file.bytes : PDFProbe.page(with: file.bytes)
        let document = try PDFDocument(bytes, limits: limits)
        var blocks: [Block] = []
        var marked = PDFMarkedText()
        for index in 0..<document.pageCount {
            let page = try document.page(index)
            marked.add(page)
            let position = Position.page(page.number, x: 0, y: 0)
            for run in page.runs {
                guard let text = run.text, !text.isEmpty else { continue }
                check(run, text)
                blocks.append(.paragraph(Paragraph(text, at: SourcePlace(start: position, end: position))))
            }
        }
        if let tree = try document.structure() {
            for root in tree.roots { _ = marked.text(of: root, in: tree) }
            precondition((0...1).contains(marked.reach(of: tree).share))
        }
        _ = try document.information()
        if let tagged = try TaggedContent(document, limits: limits, log: &log) { blocks += try tagged.content().blocks }
        return SourceDocument(origin: file.origin, blocks: blocks)
    }

    /// Lays out words and lines, and checks that no word is lost or doubled.
    private func words(_ file: SourceFile) -> SourceDocument {
        var pages = [PageSurface(number: 1, width: 640, height: 800, words: [], rules: [])]
        for start in stride(from: 0, to: file.bytes.count - 5, by: 6) {
            let record = file.bytes[start..<start + 6].map(Double.init)
            let (x, y) = (record[1] * 2.5, record[2] * 3)
            let last = pages.count - 1
            switch file.bytes[start] % 8 {
            case 0..<5:
                let box = PageBox(left: x, top: y, right: x + record[3] / 2, bottom: y + 4 + record[4] / 16)
                let letters = Array("aB1.-/•,".unicodeScalars)
                let text = String(letters[Int(record[5]) % letters.count]) + (record[5] < 128 ? "word" : "")
                let number = pages[last].words.count
                pages[last].words.append(PageWord(text: text, box: box, number: number, line: Int(record[2])))
            case 5:
                pages[last].rules.append(PageRule(direction: .across, position: y, start: x, end: x + record[3] * 2.5))
            case 6: pages[last].rules.append(PageRule(direction: .down, position: x, start: y, end: y + record[3] * 3))
            default:
                let number = pages.count + 1
                pages.append(PageSurface(number: number, width: 640, height: 800, words: [], rules: []))
            }
        }
        let layout = DocumentLayout(pages)
        let paragraphs = layout.blocks.flatMap(\.paragraphs) + layout.omissions.map(\.paragraph)
        // Letters alone: the mark of a note becomes its label, and the hyphen of a line end may go.
        func letters(_ text: String) -> Int { text.unicodeScalars.count(where: \.isLetter) }
        let shown = pages.flatMap(\.words).reduce(0) { $0 + letters($1.text) }
        precondition(paragraphs.reduce(0) { $0 + letters($1.text) } == shown, "a word is lost, or there twice")
        return SourceDocument(origin: file.origin, blocks: layout.blocks, omissions: layout.omissions)
    }

    private func check(_ run: PDFPage.TextRun, _ text: String) {
        precondition(run.gaps.allSatisfy { (0..<text.utf8.count).contains($0) }, "a gap lies outside of its text")
        precondition((0..<360).contains(run.rotation), "a direction that is none")
    }

    /// A file with one page that has this content.
    private static func page(with content: [UInt8]) -> [UInt8] {
        let objects = """
            1 0 obj <</Type/Catalog/Pages 2 0 R/StructTreeRoot 9 0 R/MarkInfo<</Marked true>>>> endobj
            2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 600 800]>> endobj
            3 0 obj <</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources 5 0 R>> endobj
            5 0 obj <</Font<</A 6 0 R/B 7 0 R>>/XObject<</X 4 0 R/Y 8 0 R>>/Properties<</P<</MCID 2>>>>
            /ColorSpace<</S[/Separation/Black/DeviceGray 1 0 R]>>>> endobj
            6 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/alpha/uni0042/g3]>>>> endobj
            7 0 obj <</Type/Font/Subtype/Type0/Encoding/Identity-H/ToUnicode 10 0 R
            /DescendantFonts[<</W[1[500 600]3 9 700]/DW 400>>]>> endobj
            8 0 obj <</Type/XObject/Subtype/Form/StructParents 1/Matrix[1 0 0 2 3 4]/Length 40>> stream
            /P <</MCID 1>> BDC /A 9 Tf (form) Tj EMC
            endstream endobj
            9 0 obj <</K[<</S/P/Pg 3 0 R/K[0 1 2 <</Type/MCR/MCID 1/Stm 8 0 R>>]>>]>> endobj
            10 0 obj <</Length 92>> stream
            1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <0001> <00FF> <0041> endbfrange
            endstream endobj
            trailer <</Root 1 0 R>>
            4 0 obj <</Type/XObject/Subtype/Form/Length \(content.count)>> stream

            """
        return Array("%PDF-1.7\n".utf8) + Array(objects.utf8) + content + Array("\nendstream endobj\n".utf8)
    }
}
