import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

extension PDFDocument {
    /// The text of the runs of a page; `?` where it is not known.
    func texts(_ page: Int = 0) throws -> [String] { try self.page(page).runs.map { $0.text ?? "?" } }
}

/// A font of which every glyph is 600 wide, with Windows' encoding.
let courier =
    "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Sample/FontDescriptor<</MissingWidth 600>>/Encoding/WinAnsiEncoding>>>>"

/// The only page of a document with some content. It is 200 points wide and 100 high.
func page(
    _ content: String,
    resources: String = courier,
    page entries: String = "",
    limits: ReadingLimits = .standard,
    objects: [Int: String] = [:]
) throws -> PDFPage {
    var writer = PDFWriter(pages: [content], resources: resources, page: entries)
    for (number, text) in objects { writer.set(number, text) }
    return try PDFDocument(writer.file(), limits: limits).page(0)
}

/// What a document fails with.
func pdfFailure(
    on bytes: [UInt8],
    limits: ReadingLimits = .standard,
    sourceLocation: SourceLocation = #_sourceLocation
) throws -> Diagnostic {
    try #require(throws: DocumentFailure.self, sourceLocation: sourceLocation) {
        let document = try PDFDocument(bytes, limits: limits)
        for index in 0..<document.pageCount { _ = try document.page(index) }
        _ = try document.structure()
    }.diagnostic
}

extension PDFPage.Rule {
    /// From, to and thickness, rounded to a tenth.
    var summary: [Double] { [x0, y0, x1, y1, thickness].map { ($0 * 10).rounded() / 10 } }
}

extension PDFBox {
    /// Rounded to a tenth.
    var summary: [Double] { [x0, y0, x1, y1].map { ($0 * 10).rounded() / 10 } }
}
