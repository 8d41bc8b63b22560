import TesseraModel
import TestSupport
import Testing

/// What a document adds to its blocks: numbers of paragraphs, and the name of its source.
@Suite struct SourceDocumentTests {
    private let origin = Origin(path: "Input/report.v2.txt", mediaType: "text/plain", sha256: "", bytes: 9)

    private func cell(_ blocks: Block...) -> TableCell { TableCell(blocks, at: SourcePlace(line: 1, "")) }

    private func table(_ content: Table.Content) -> Block { .table(Table(content, at: SourcePlace(line: 1, ""))) }

    /// One paragraph of every kind, on every level of nesting.
    private var blocks: [Block] {
        [
            .heading(Paragraph("Matrix", line: 1), level: 1),
            table(
                .grid([
                    TableRow([cell(.paragraph(Paragraph("Laws", line: 2))), cell()], isHeader: true),
                    TableRow([
                        cell(
                            .paragraph(Paragraph("before", line: 3)),
                            table(.stream([cell(.listItem(Paragraph("inner", line: 4), level: 2)), cell()])),
                            .preformatted(Paragraph("after", line: 5))
                        ),
                        cell(.paragraph(Paragraph("N/A", line: 6))),
                    ]),
                ])
            ),
            .pageBreak(SourcePlace(line: 7, "")),
            table(.stream([cell(.paragraph(Paragraph("last", line: 8)))])),
        ]
    }

    @Test func numbersParagraphsInReadingOrder() {
        let document = SourceDocument(origin: origin, blocks: blocks)
        #expect(document.paragraphs.map(\.text) == ["Matrix", "Laws", "before", "inner", "after", "N/A", "last"])
        #expect(document.paragraphs.map(\.id) == Array(0..<7))
    }

    @Test func givesBlocksTheSameNumbers() {
        let document = SourceDocument(origin: origin, blocks: blocks)
        #expect(document.blocks.flatMap(\.paragraphs) == document.paragraphs)
        #expect(document.blocks.count == blocks.count)
    }

    @Test func changesNothingButNumbers() {
        let document = SourceDocument(origin: origin, blocks: blocks)
        let again = SourceDocument(origin: origin, blocks: document.blocks)
        #expect(again == document)
        #expect(again.outline == SourceDocument(origin: origin, blocks: blocks).outline)
    }

    @Test(arguments: [
        ("Input/report.v2.txt", "report.v2"), ("report.txt", "report"), ("report", "report"),
        ("Input/.hidden", ".hidden"), ("Input/v1.0/report", "report"),
    ])
    func isNamedAfterItsFile(path: String, stem: String) {
        let origin = Origin(path: path, mediaType: "", sha256: "", bytes: 0)
        #expect(SourceDocument(origin: origin, blocks: []).stem == stem)
        #expect(SourceDocument(origin: self.origin, extractedFrom: origin, blocks: []).stem == stem)
    }

    @Test(arguments: [("Input/A.TXT", "txt"), ("a.tar.gz", "gz"), ("Input/v1.0/a", ""), (".text", ""), ("a.", "")])
    func knowsTheExtensionOfAFile(path: String, fileExtension: String) {
        #expect(SourceFile("", path: path).fileExtension == fileExtension)
    }
}
