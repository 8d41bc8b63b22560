import LibXML
import TesseraModel

/// Gathers what an HTML document says about itself. Of several entries for one thing the first counts.
struct HTMLMetadata {
    private var title: String?
    private var author: String?
    private var created: String?
    private var modified: String?
    /// The language of the element `html`, of an entry, and of the element `body`, where LibreOffice puts it.
    private var languages: [String] = []
    private var openTitle: [UInt8] = []

    mutating func appendToTitle(_ text: borrowing XMLText) { text.append(to: &openTitle) }

    /// - Parameter isInHead: whether no text has come yet. A title further down is that of a drawing.
    mutating func endTitle(isInHead: Bool) {
        if title == nil, isInHead { title = HTMLMetadata.value(String(decoding: openTitle, as: UTF8.self)) }
        openTitle = []
    }

    /// Takes the language from the tag of `html` or `body`.
    mutating func take(_ tag: borrowing XMLTag) {
        guard let language = HTMLMetadata.value(tag.value(of: .language) ?? tag.value(of: .xmlLanguage)) else { return }
        languages.append(language)
    }

    /// Takes an element `meta`.
    mutating func takeEntry(_ tag: borrowing XMLTag) {
        guard let name = tag.value(of: .name) ?? tag.value(of: .property) ?? tag.value(of: .httpEquivalent),
            let value = HTMLMetadata.value(tag.value(of: .content))
        else { return }
        switch name.lowercased() {
        case "author", "dc.creator", "dcterms.creator": author = author ?? value
        case "created", "dcterms.created", "dc.date.created", "article:published_time":
            // LibreOffice's way to say that it does not know.
            if value != "00:00:00" { created = created ?? value }
        case "changed", "last-modified", "dcterms.modified", "dc.date.modified", "article:modified_time":
            if value != "00:00:00" { modified = modified ?? value }
        case "language", "content-language", "dc.language", "dcterms.language": languages.append(value)
        default: break
        }
    }

    /// - Parameter encoding: by its name in the WHATWG Encoding Standard.
    func finished(encoding: String) -> DocumentMetadata {
        DocumentMetadata(
            title: title,
            author: author,
            created: created,
            modified: modified,
            language: languages.first,
            encoding: encoding
        )
    }

    /// A value with single blanks; nil for one without text.
    private static func value(_ text: String?) -> String? {
        let words = text?.split(whereSeparator: \.isWhitespace) ?? []
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
