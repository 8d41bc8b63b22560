/// What a page shows, as far as text and tables need it.
///
/// All lengths are in points (1/72 inch), all coordinates count from the upper left corner of the page as it is shown,
/// that is of its MediaBox after /Rotate, with y growing downwards: those of `pdftotext -bbox`.
struct PDFPage: Sendable {
    /// Counts from 1.
    var number: Int
    var width: Double
    var height: Double
    /// Horizontal and vertical lines that can be seen, in the order in which they are drawn.
    var rules: [Rule] = []
    /// Rectangles that are filled, in the order in which they are drawn.
    var fills: [Fill] = []
    /// Text in the order of the content: one run for each string or array of strings that is shown.
    var runs: [TextRun] = []
    var links: [Link] = []
    /// The share of the page that images cover, 0…1; those that overlap count twice.
    var imageCoverage = 0.0

    /// A straight line, stroked or a thin filled rectangle: its middle line.
    struct Rule: Sendable, Equatable {
        /// x0 = x1 for a vertical line, y0 = y1 for a horizontal one.
        var x0: Double
        var y0: Double
        var x1: Double
        var y1: Double
        /// How thick it is; 0 stands for the thinnest line that a device can draw.
        var thickness: Double
        /// 0 for black up to 1 for white; lines that are white are left out.
        var grey: Double

        var isHorizontal: Bool { y0 == y1 }
    }

    /// A filled rectangle.
    struct Fill: Sendable, Equatable {
        var box: PDFBox
        /// 0 for black up to 1 for white; 0.5 for a pattern, and for what cannot be told.
        var grey: Double
    }

    /// Text that is shown in one piece.
    struct TextRun: Sendable {
        /// Nil where one of its codes has no known Unicode value.
        ///
        /// Text that stands in a marked-content sequence with /ActualText has that: all of it in the sequence's first
        /// run, and the others are empty.
        var text: String?
        /// From the font's descent to its ascent, and from the origin of the first to behind the last glyph.
        var box: PDFBox
        /// The y coordinate of its origin.
        var baseline: Double
        /// As it is shown, after all transformations.
        var fontSize: Double
        /// The same number for the same font, throughout the document.
        var font: Int
        var isBold: Bool
        /// Shown without filling or stroking it, as the text behind a scanned page is.
        var isInvisible: Bool
        /// The direction in which it runs, in whole degrees clockwise: 0 for text from left to right.
        var rotation: Int
        /// The marked-content sequence with an identifier that it stands in.
        var markedContent: PDFMarkedContent?
        /// Whether it is marked as no part of the text: running heads, page numbers.
        var isArtifact: Bool
        /// Offsets in UTF-8 bytes in `text` at which the file leaves a gap of more than 0.2 em: in untagged files a space
        /// may be meant.
        var gaps: [Int] = []

        var endsWithSpace: Bool { text?.last == " " }
    }

    /// A link annotation.
    struct Link: Sendable, Equatable {
        var box: PDFBox
        /// A URI, or `#` with the name of a destination or `#page=` with a number.
        var target: String
        /// The number of the annotation's object, 0 for none.
        var object: Int
    }
}

/// What joins a piece of a page's content to the structure tree (ISO 32000-1, 14.7.4).
struct PDFMarkedContent: Sendable, Hashable {
    /// The number of the form XObject that it stands in, 0 for the page itself.
    var form: Int
    /// The marked-content identifier.
    var id: Int
}
