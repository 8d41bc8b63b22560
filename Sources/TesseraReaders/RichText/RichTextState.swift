import TesseraModel

/// What holds inside a group, and ends with it (Rich Text Format 1.9.1, "Groups").
struct RichTextState: Equatable {
    /// Where text goes.
    enum Destination: UInt8 {
        /// Into the document, or what is open of it: a note, a text box.
        case text
        /// Nowhere: what is around the text of a field, a shape or a formula.
        case ignored
        case fontTable, styleSheet, styleName, information
        /// A value of the document's information.
        case value
        case time
        case fieldInstruction
        /// The properties of the row of a nested table.
        case nestedProperties
    }

    /// Properties of a paragraph, which `\pard` takes back.
    struct ParagraphProperties: Equatable {
        var style = 0
        /// From 0; nil for what the style says.
        var outlineLevel: Int8?
        /// The list; 0 for none, nil for what the style says.
        var list: Int32?
        /// From 0.
        var listLevel: Int8?
        var isInTable = false
        /// How deep the table is nested, from 1; nil where only ``isInTable`` is said.
        var statedTableLevel: Int32?

        /// How many tables the paragraph stands in.
        var tableLevel: Int { statedTableLevel.map(Int.init) ?? (isInTable ? 1 : 0) }
    }

    /// What marks a piece of text.
    struct Marks: Equatable {
        var isHidden = false
        var isDeleted = false
        /// The hyperlink, by its number from 1; 0 for none.
        var link: Int32 = 0
    }

    var destination = Destination.text
    var marks = Marks()
    /// Nil for the default font.
    var font: Int32?
    /// How many characters behind a Unicode character stand for it where Unicode is unknown.
    var fallbackLength = 1
    /// Whether the text only makes up for what HTML does with its tags ([MS-OXRTFEX], 2.1.3.2).
    var isNotHTML = false
    var paragraph = ParagraphProperties()
}

/// What has to be done where a group ends.
enum RichTextOpening {
    /// What a document says about itself.
    enum Value { case title, author, created, modified }

    case style
    case value(Value)
    case time(Value)
    case field
    case nestedProperties
    case note, textBox
    case omission(Discarded.Reason)
}

/// A moment in the document's information.
struct RichTextTime {
    var year = 0
    var month = 1
    var day = 1
    var hour = 0
    var minute = 0
    var second = 0

    /// ISO 8601, without a time zone since the format has none; nil for what is no date.
    var description: String? {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0..<24).contains(hour),
            (0..<60).contains(minute), (0..<61).contains(second)
        else { return nil }
        func digits(_ value: Int, _ count: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, count - digits.count)) + digits
        }
        let date = "\(digits(year, 4))-\(digits(month, 2))-\(digits(day, 2))"
        return "\(date)T\(digits(hour, 2)):\(digits(minute, 2)):\(digits(second, 2))"
    }
}
