import TesseraModel

/// A PDF document, page by page.
///
/// It reads a page when it is asked for, and keeps none. It belongs to one thread at a time.
final class PDFDocument {
    let file: PDFFile
    let pages: PDFPages
    private let fonts: PDFFontLibrary

    /// - Throws: ``TesseraModel/DocumentFailure`` for a file that holds no PDF document, is encrypted with a password,
    ///   or passes a limit.
    init(_ bytes: [UInt8], limits: ReadingLimits = .standard) throws(DocumentFailure) {
        file = try PDFFile(bytes, limits: limits)
        pages = try PDFPages(of: file)
        fonts = PDFFontLibrary(file: file)
    }

    var pageCount: Int { pages.entries.count }

    /// Reads a page.
    /// - Parameter index: counts from 0.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a limit is passed.
    func page(_ index: Int) throws(DocumentFailure) -> PDFPage {
        let entry = pages.entries[index]
        let box = try mediaBox(entry)
        var rotation = (try file.integer(entry.inherited.rotation) ?? 0) % 360
        if rotation < 0 { rotation += 360 }
        let isTurned = rotation == 90 || rotation == 270
        var page = PDFPage(
            number: index + 1,
            width: isTurned ? box.height : box.width,
            height: isTurned ? box.width : box.height
        )
        // From user space, where y grows upwards, to the page as it is shown (7.7.3.3).
        let matrix =
            switch rotation {
            case 90: PDFMatrix(0, 1, 1, 0, -box.y0, -box.x0)
            case 180: PDFMatrix(-1, 0, 0, 1, box.x1, -box.y0)
            case 270: PDFMatrix(0, -1, -1, 0, box.y1, box.x1)
            default: PDFMatrix(1, 0, 0, -1, -box.x0, box.y1)
            }
        page.links = try PDFLinks(file: file, pages: pages).links(of: entry.dictionary, matrix)
        var interpreter = ContentInterpreter(file: file, fonts: fonts, page: page, matrix: matrix)
        let resources = try file.dictionary(entry.inherited.resources) ?? .empty
        return try interpreter.run(try contents(entry.dictionary["Contents"]), resources)
    }

    /// US letter where there is none, as other readers have it.
    private func mediaBox(_ entry: PDFPages.Entry) throws(DocumentFailure) -> PDFBox {
        let standard = PDFBox(x0: 0, y0: 0, x1: 612, y1: 792)
        guard let numbers = try file.numbers(entry.inherited.mediaBox), numbers.count >= 4 else { return standard }
        let box = PDFBox(around: [PDFPoint(x: numbers[0], y: numbers[1]), PDFPoint(x: numbers[2], y: numbers[3])])
        return box.width > 0 && box.height > 0 && box.width.isFinite && box.height.isFinite ? box : standard
    }

    /// All content streams of a page with a line end between any two: tokens end where a stream ends (7.8.2).
    private func contents(_ object: PDFObject) throws(DocumentFailure) -> [UInt8] {
        let object = try file.resolve(object)
        if let stream = object.stream { return try file.contents(of: stream).bytes }
        var bytes: [UInt8] = []
        for item in object.array ?? [] {
            guard let stream = try file.resolve(item).stream else { continue }
            if !bytes.isEmpty { bytes.append(0x0A) }
            bytes += try file.contents(of: stream).bytes
        }
        return bytes
    }
}

extension PDFDocument {
    /// The structure tree; nil for a document without one. Its text comes from the pages: ``PDFMarkedText``.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a limit is passed.
    func structure() throws(DocumentFailure) -> PDFStructureTree? { try PDFStructureReading.tree(of: self) }

    /// What the document says about itself.
    func information() throws(DocumentFailure) -> PDFInformation { try PDFInformation(of: file) }
}
