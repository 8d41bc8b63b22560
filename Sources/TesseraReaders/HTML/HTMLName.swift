import LibXML

/// The elements and attributes that the content handler hears of, after ``HTMLFilter`` has prepared the markup.
enum HTMLName: Int, CaseIterable {
    // The document
    case html, body, title, meta
    // Paragraphs and what stands around them
    case p, div, blockquote, pre, listing, xmp, textarea, br, hr
    case h1, h2, h3, h4, h5, h6
    case ul, ol, dl, menu, dir, li, dt, dd
    case address, article, aside, center, details, dialog, fieldset, figcaption, figure, footer, form, frameset, header
    case hgroup, legend, main, nav, noframes, noscript, search, section, summary
    case select, optgroup, option
    // Tables
    case table, caption, thead, tbody, tfoot, tr, td, th
    // Text that no browser shows: the content of a template, and the sources of formulae
    case template, annotation, annotationXML
    // Marks that the filter writes for the start and the end of inline elements, and for the end of a row
    case link, linkEnd, deletion, deletionEnd, hide, hideEnd, rowEnd
    // Attributes
    case hidden, style, href, rowspan, colspan, name, property, httpEquivalent, content, language, xmlLanguage

    static let vocabulary = XMLVocabulary(
        Dictionary(uniqueKeysWithValues: allCases.map { (XMLName($0.text), $0.rawValue) })
    )

    /// The name as it stands in the markup.
    var text: String {
        switch self {
        case .annotationXML: "annotation-xml"
        case .link: "x-link"
        case .linkEnd: "x-link-end"
        case .deletion: "x-del"
        case .deletionEnd: "x-del-end"
        case .hide: "x-hide"
        case .hideEnd: "x-hide-end"
        case .rowEnd: "x-row-end"
        case .httpEquivalent: "http-equiv"
        case .language: "lang"
        case .xmlLanguage: "xml:lang"
        default: "\(self)"
        }
    }

    /// Whether the element shapes the text: everything but marks and attributes.
    var isShaping: Bool { rawValue < HTMLName.link.rawValue }
}

/// What an element does to the text.
enum HTMLRole {
    /// It stands on lines of its own.
    case block
    case paragraph
    case heading(level: Int)
    case preformatted
    case list
    case listItem
    case option
    case table, caption, row
    case rowGroup(isHead: Bool)
    case cell(isHeader: Bool)
    /// Its text is shown nowhere.
    case unseen
}

extension HTMLName {
    /// What the element does; nil for marks, attributes and elements that have no content.
    var role: HTMLRole? {
        switch self {
        case .p: .paragraph
        case .h1, .h2, .h3, .h4, .h5, .h6: .heading(level: rawValue - HTMLName.h1.rawValue + 1)
        case .pre, .listing, .xmp, .textarea: .preformatted
        case .ul, .ol, .dl, .menu, .dir: .list
        case .li, .dt, .dd: .listItem
        case .optgroup, .option: .option
        case .table: .table
        case .caption: .caption
        case .thead: .rowGroup(isHead: true)
        case .tbody, .tfoot: .rowGroup(isHead: false)
        case .tr: .row
        case .td: .cell(isHeader: false)
        case .th: .cell(isHeader: true)
        case .title, .template, .annotation, .annotationXML: .unseen
        case .meta, .br, .hr: nil
        default: isShaping ? .block : nil
        }
    }
}

extension XMLTag {
    func value(of attribute: HTMLName) -> String? { value(attribute.rawValue) }

    /// A whole number as HTML reads it (HTML Standard, 2.3.4.2): what follows the digits does not matter.
    /// - Returns: nil where the value begins with no number; a number that is too large is the largest there is.
    func number(of attribute: HTMLName) -> Int? {
        guard let value = value(of: attribute) else { return nil }
        let digits = value.drop { $0.isWhitespace }.drop { $0 == "+" }.prefix { $0.isASCII && $0.isNumber }
        return digits.isEmpty ? nil : Int(digits) ?? .max
    }

    /// Whether the element hides its content by itself: by the attribute `hidden`, or by its own style.
    var isHiding: Bool {
        if value(of: .hidden) != nil { return true }
        guard let style = value(of: .style) else { return false }
        let rules = String(decoding: style.utf8.filter { $0 > 0x20 }, as: UTF8.self).lowercased()
        return rules.contains("display:none") || rules.contains("visibility:hidden")
    }
}
