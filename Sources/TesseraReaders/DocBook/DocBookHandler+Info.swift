import LibXML
import TesseraModel

/// Titles, and what the document says about itself.
extension DocBookHandler {
    var isInDocumentInfo: Bool {
        open.count > 1 && open[0].element == .section && open[1].element == .info
    }

    func beginTitle(_ new: inout OpenElement) {
        let owner = open.last { $0.element != .info }?.element
        guard owner == .section else {
            if owner == .record { return }
            return beginParagraph(&new, paragraphKind)
        }
        beginParagraph(&new, .heading(level: sectionDepth))
        if open.count == 1 || open.count == 2 && isInDocumentInfo { new.ending = .documentTitle }
    }

    func beginDate(_ new: inout OpenElement) {
        // Elsewhere it is a piece of a line.
        guard open.last?.element == .info else { return }
        beginRecord(&new)
        if isInDocumentInfo { new.ending = .date }
    }

    /// The text of the paragraph that is open, without blanks at its ends; nil where there is none.
    var writtenText: String? {
        let text = String(decoding: flow.text, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        return text.isEmpty ? nil : text.joined(separator: " ")
    }

    func addToAuthor(_ piece: borrowing XMLText) {
        var bytes: [UInt8] = [0x20]
        piece.append(to: &bytes)
        author += String(decoding: bytes, as: UTF8.self)
    }

    func addAuthor() {
        let name = author.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard !name.isEmpty else { return }
        metadata.author = metadata.author.map { "\($0), \(name)" } ?? name
    }
}
