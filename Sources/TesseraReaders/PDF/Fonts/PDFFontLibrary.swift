import TesseraModel

/// The fonts of a document, each made once.
final class PDFFontLibrary {
    private let file: PDFFile
    private var fonts: [Int: PDFFont] = [:]
    private var count = 0

    init(file: PDFFile) { self.file = file }

    /// - Parameter object: a font dictionary or a reference to one.
    /// - Returns: nil where it is none.
    func font(_ object: PDFObject) throws(DocumentFailure) -> PDFFont? {
        if let reference = object.reference, let known = fonts[reference.number] { return known }
        guard let dictionary = try file.dictionary(object) else { return nil }
        count += 1
        let font = try PDFFontReading(file: file, dictionary: dictionary).font(number: count)
        if let reference = object.reference { fonts[reference.number] = font }
        return font
    }
}
