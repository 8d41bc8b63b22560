import LibXML

/// The elements and attributes of WordprocessingML that matter for the text, in all three of its dialects:
/// ECMA-376 transitional and strict, and the XML of Word 2003.
enum WordElement: Int {
    // Blocks
    case body, paragraph, table, row, cell, textBox, alternateChunk
    // Properties of paragraphs, rows and cells
    case paragraphProperties, paragraphStyle, listProperties, listLevel, list, outlineLevel
    case rowProperties, headerRow, columnsBefore
    case cellProperties, columnSpan, verticalMerge, horizontalMerge, deletedCell
    /// Properties as they were before a tracked change.
    case formerProperties
    // Runs and what stands in them
    case run, runStyle, hidden, text, deletedText, tab, tabStops, lineBreak, carriageReturn
    case noBreakHyphen, softHyphen, symbol
    /// The reading of characters, which stands above them.
    case rubyText
    case simpleField, fieldCharacter, fieldInstruction
    case hyperlink, oldHyperlink
    case footnoteReference, endnoteReference, footnote, endnote, comment
    /// Drawings whose text stands in a part of its own.
    case chart, diagram
    // Changes
    case deletion, movedAway, annotation
    // Running heads, which Word 2003 keeps in the section's properties
    case header, footer
    // Alternatives of markup compatibility
    case alternatives, choice, fallback
    // Styles
    case styles, style, styleName, basedOn, language
    // Properties of the document in Word 2003
    case documentTitle, documentAuthor, documentCreated, documentModified
    // Attributes
    case value, identifier, relationship, diagramData, type, instruction, anchor, fieldCharacterType, characterCode
    case destination, bookmark, styleIdentifier, customMark, isDefault

    static let vocabulary: XMLVocabulary = {
        var numbers: [XMLName: Int] = [:]
        for namespace in wordNamespaces {
            for (name, element) in wordNames { numbers[XMLName(name, in: namespace)] = element.rawValue }
        }
        for namespace in relationshipNamespaces {
            numbers[XMLName("id", in: namespace)] = WordElement.relationship.rawValue
            numbers[XMLName("dm", in: namespace)] = WordElement.diagramData.rawValue
        }
        for namespace in drawingNamespaces {
            numbers[XMLName("chart", in: namespace + "/chart")] = WordElement.chart.rawValue
            numbers[XMLName("relIds", in: namespace + "/diagram")] = WordElement.diagram.rawValue
        }
        for namespace in mathNamespaces { numbers[XMLName("t", in: namespace)] = WordElement.text.rawValue }
        let compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006"
        numbers[XMLName("AlternateContent", in: compatibility)] = WordElement.alternatives.rawValue
        numbers[XMLName("Choice", in: compatibility)] = WordElement.choice.rawValue
        numbers[XMLName("Fallback", in: compatibility)] = WordElement.fallback.rawValue
        numbers[XMLName("annotation", in: "http://schemas.microsoft.com/aml/2001/core")] =
            WordElement.annotation.rawValue
        let office = "urn:schemas-microsoft-com:office:office"
        numbers[XMLName("Title", in: office)] = WordElement.documentTitle.rawValue
        numbers[XMLName("Author", in: office)] = WordElement.documentAuthor.rawValue
        numbers[XMLName("Created", in: office)] = WordElement.documentCreated.rawValue
        numbers[XMLName("LastSaved", in: office)] = WordElement.documentModified.rawValue
        return XMLVocabulary(numbers)
    }()

    static let namespace2003 = "http://schemas.microsoft.com/office/word/2003/wordml"

    private static let wordNamespaces = [
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
        namespace2003,
    ]

    private static let relationshipNamespaces = [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ]

    private static let drawingNamespaces = [
        "http://schemas.openxmlformats.org/drawingml/2006", "http://purl.oclc.org/ooxml/drawingml",
    ]

    private static let mathNamespaces = [
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ]

    private static let wordNames: [String: WordElement] = [
        "body": .body, "p": .paragraph, "tbl": .table, "tr": .row, "tc": .cell, "txbxContent": .textBox,
        "altChunk": .alternateChunk,
        "pPr": .paragraphProperties, "pStyle": .paragraphStyle, "numPr": .listProperties, "listPr": .listProperties,
        "ilvl": .listLevel, "numId": .list, "ilfo": .list, "outlineLvl": .outlineLevel,
        "trPr": .rowProperties, "tblHeader": .headerRow, "gridBefore": .columnsBefore,
        "tcPr": .cellProperties, "gridSpan": .columnSpan, "vMerge": .verticalMerge, "vmerge": .verticalMerge,
        "hMerge": .horizontalMerge, "hmerge": .horizontalMerge, "cellDel": .deletedCell,
        "rPrChange": .formerProperties, "pPrChange": .formerProperties, "tblPrChange": .formerProperties,
        "trPrChange": .formerProperties, "tcPrChange": .formerProperties, "sectPrChange": .formerProperties,
        "r": .run, "rStyle": .runStyle, "vanish": .hidden, "t": .text, "delText": .deletedText, "tab": .tab,
        "ptab": .tab, "tabs": .tabStops, "br": .lineBreak, "cr": .carriageReturn,
        "noBreakHyphen": .noBreakHyphen, "softHyphen": .softHyphen, "sym": .symbol, "rt": .rubyText,
        "fldSimple": .simpleField, "fldChar": .fieldCharacter, "instrText": .fieldInstruction,
        "hyperlink": .hyperlink, "hlink": .oldHyperlink,
        "footnoteReference": .footnoteReference, "endnoteReference": .endnoteReference,
        "footnote": .footnote, "endnote": .endnote, "comment": .comment,
        "del": .deletion, "moveFrom": .movedAway,
        "hdr": .header, "ftr": .footer,
        "styles": .styles, "style": .style, "name": .styleName, "basedOn": .basedOn, "lang": .language,
        "val": .value, "id": .identifier, "type": .type, "instr": .instruction, "anchor": .anchor,
        "fldCharType": .fieldCharacterType, "char": .characterCode, "dest": .destination, "bookmark": .bookmark,
        "styleId": .styleIdentifier, "customMarkFollows": .customMark, "default": .isDefault,
    ]
}

extension XMLTag {
    func value(_ attribute: WordElement) -> String? { value(attribute.rawValue) }

    /// The value of `w:val` as a number.
    var wordNumber: Int? { value(.value).flatMap { Int($0) } }

    /// Whether a property is switched on: it is, unless its value says otherwise (ECMA-376, 17.17.4).
    var isSwitchedOn: Bool { !["0", "false", "off"].contains(value(.value)) }
}
