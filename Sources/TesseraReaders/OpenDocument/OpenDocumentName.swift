import LibXML

/// The elements and attributes of OpenDocument that decide what becomes of a text.
///
/// OpenDocument 1.3 part 3 (schema), and the extensions of LibreOffice where it wrote them before they were standard.
/// All else is passed through: its text belongs to the paragraph around it.
enum OpenDocumentName: Int {
    // Parts of a document.
    case document, metadata, commonStyles, annotation, changeInfo
    /// Bodies of documents that are no texts.
    case spreadsheet, presentation, drawing, otherBody
    /// What holds no text of the document: scripts, forms, pictures as Base64, descriptions for screen readers.
    case unseen

    // Text.
    case paragraph, heading, span, link, blanks, tab, lineBreak
    case list, numberedParagraph, section
    case note, noteCitation, noteBody, deletion
    case hiddenText, hiddenParagraph
    /// What may not hold text of its own inside a paragraph, only around something that does.
    case container
    case rubyBase, rubyText

    // Drawings.
    case frame, shape, textBox, image
    /// What a frame shows that is no text: an object or a plug-in.
    case object

    // Tables.
    case table, headerRows, row, cell, coveredCell

    // Styles.
    case style, defaultStyle, textProperties, runningHead

    // Metadata.
    case title, initialCreator, creator, creationDate, date, language

    // Attributes.
    case mediaType, styleName, outlineLevel, blankCount, level, display, isHidden, stringValue
    case columnsRepeated, rowsRepeated, columnsSpanned, rowsSpanned
    case target, definedName, family, parentStyleName, languageCode, countryCode
    case manifestEntry, manifestEncryption, manifestPath

    static let vocabulary = XMLVocabulary(
        Dictionary(
            uniqueKeysWithValues: names.flatMap { namespace, names in
                names.flatMap { number, names in
                    names.split(separator: " ").map { (XMLName(String($0), in: namespace), number.rawValue) }
                }
            }
        )
    )

    private static let names: [String: [OpenDocumentName: String]] = [
        oasis("office"): [
            .metadata: "meta", .commonStyles: "styles", .annotation: "annotation", .changeInfo: "change-info",
            .spreadsheet: "spreadsheet", .presentation: "presentation", .drawing: "drawing",
            .otherBody: "chart image database", .mediaType: "mimetype", .document: "document",
            .unseen: "binary-data event-listeners forms scripts settings",
        ],
        oasis("text"): [
            .paragraph: "p", .heading: "h", .span: "span", .link: "a", .blanks: "s", .tab: "tab",
            .lineBreak: "line-break", .list: "list", .numberedParagraph: "numbered-paragraph", .section: "section",
            .note: "note", .noteCitation: "note-citation", .noteBody: "note-body", .deletion: "deletion",
            .hiddenText: "hidden-text", .hiddenParagraph: "hidden-paragraph", .container: "ruby",
            .rubyBase: "ruby-base", .rubyText: "ruby-text", .unseen: "number script",
            .styleName: "style-name", .outlineLevel: "outline-level", .blankCount: "c", .level: "level",
            .display: "display", .isHidden: "is-hidden", .stringValue: "string-value",
        ],
        oasis("drawing"): [
            .container: "a g", .frame: "frame", .textBox: "text-box", .image: "image",
            .object: "applet floating-frame object object-ole plugin",
            .shape: """
            caption circle connector custom-shape ellipse line measure path polygon polyline rect regular-polygon
            """,
        ],
        oasis("table"): [
            .table: "table", .headerRows: "table-header-rows", .row: "table-row", .cell: "table-cell",
            .coveredCell: "covered-table-cell", .unseen: "title desc",
            .columnsRepeated: "number-columns-repeated", .rowsRepeated: "number-rows-repeated",
            .columnsSpanned: "number-columns-spanned", .rowsSpanned: "number-rows-spanned",
        ],
        oasis("style"): [
            .style: "style", .defaultStyle: "default-style", .textProperties: "text-properties",
            .runningHead: "header footer header-left footer-left header-first footer-first",
            .definedName: "name", .family: "family", .parentStyleName: "parent-style-name",
        ],
        "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0": [
            .runningHead: "header-first footer-first"
        ],
        oasis("meta"): [.initialCreator: "initial-creator", .creationDate: "creation-date"],
        "http://purl.org/dc/elements/1.1/": [
            .title: "title", .creator: "creator", .date: "date", .language: "language",
        ],
        oasis("svg-compatible"): [.unseen: "title desc"],
        oasis("xsl-fo-compatible"): [.languageCode: "language", .countryCode: "country"],
        "http://www.w3.org/1999/xlink": [.target: "href"],
        oasis("manifest"): [
            .manifestEntry: "file-entry", .manifestEncryption: "encryption-data", .manifestPath: "full-path",
        ],
    ]

    private static func oasis(_ name: String) -> String { "urn:oasis:names:tc:opendocument:xmlns:\(name):1.0" }
}

extension XMLTag {
    /// The value of an attribute; nil where it is absent.
    subscript(_ name: OpenDocumentName) -> String? { value(name.rawValue) }

    /// The value of an attribute that counts something, at least 1; what is no number is 1.
    func count(_ name: OpenDocumentName) -> Int {
        guard let value = value(name.rawValue) else { return 1 }
        let digits = value.filter { !$0.isWhitespace }
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return 1 }
        // More than an integer holds is more than any limit.
        return max(1, Int(digits) ?? .max)
    }
}
