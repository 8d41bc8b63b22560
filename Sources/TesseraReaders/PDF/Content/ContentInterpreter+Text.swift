import TesseraModel

extension ContentInterpreter {
    /// A gap that may stand for a space, in ems.
    private static let spaceWidth = 0.2

    mutating func performText(_ name: ContentOperator) throws(DocumentFailure) {
        switch name {
        case .beginText:
            textMatrix = .identity
            lineMatrix = .identity
        case .font:
            if let name = operand(0).name { state.text.font = try resources?.font(name) }
            state.text.size = number(1)
        case .characterSpacing: state.text.characterSpacing = number(0)
        case .wordSpacing: state.text.wordSpacing = number(0)
        case .horizontalScaling: state.text.horizontalScaling = number(0) / 100
        case .leading: state.text.leading = number(0)
        case .rise: state.text.rise = number(0)
        case .renderingMode: state.text.renderingMode = operand(0).integer ?? 0
        case .moveText: moveLine(number(0), number(1))
        case .moveTextSetLeading:
            state.text.leading = -number(1)
            moveLine(number(0), number(1))
        case .textMatrix:
            if let matrix = PDFMatrix(numbers), matrix.isFinite {
                textMatrix = matrix
                lineMatrix = matrix
            }
        case .nextLine: moveLine(0, -state.text.leading)
        case .show: try show([operand(0)])
        case .showPieces: try show(operand(0).array ?? [])
        case .showNextLine:
            moveLine(0, -state.text.leading)
            try show([operand(0)])
        case .showNextLineSpaced:
            state.text.wordSpacing = number(0)
            state.text.characterSpacing = number(1)
            moveLine(0, -state.text.leading)
            try show([operand(2)])
        default: break
        }
    }

    private mutating func moveLine(_ x: Double, _ y: Double) {
        let matrix = PDFMatrix(1, 0, 0, 1, x, y).then(lineMatrix)
        guard matrix.isFinite else { return }
        lineMatrix = matrix
        textMatrix = matrix
    }

    /// Shows strings with what lies between them (ISO 32000-1, 9.4.3 and 9.4.4).
    private mutating func show(_ pieces: [PDFObject]) throws(DocumentFailure) {
        // A run takes more memory than a point of a path.
        try countDrawn(4 + pieces.count)
        let text = state.text
        let font = text.font ?? .missing
        var shown = ShownText()
        /// How far along the line, in text space.
        var advance = 0.0
        var gaps: [Int] = []
        for piece in pieces {
            if let string = piece.string {
                let before = shown
                font.decode(string, into: &shown)
                let glyphs = Double(shown.glyphs - before.glyphs)
                let spaces = Double(shown.spaces - before.spaces)
                let width = (shown.width - before.width) * text.size + glyphs * text.characterSpacing
                advance += (width + spaces * text.wordSpacing) * text.horizontalScaling
            } else if let kern = piece.number, kern.isFinite {
                advance -= kern / 1000 * text.size * text.horizontalScaling
                if kern / 1000 < -Self.spaceWidth, !shown.text.isEmpty { gaps.append(shown.text.count) }
            }
        }
        // However wide it claims to be, it is text.
        if !advance.isFinite { advance = 0 }
        if shown.glyphs > 0 { try add(shown, advance, gaps, font) }
        textMatrix = (font.isVertical ? PDFMatrix(1, 0, 0, 1, 0, -advance) : PDFMatrix(1, 0, 0, 1, advance, 0))
            .then(textMatrix)
    }

    private mutating func add(
        _ shown: ShownText,
        _ advance: Double,
        _ gaps: [Int],
        _ font: PDFFont
    ) throws(DocumentFailure) {
        let text = state.text
        let matrix = PDFMatrix(1, 0, 0, 1, 0, text.rise).then(textMatrix).then(state.matrix)
        let bottom = font.descent * text.size
        let top = font.ascent * text.size
        var box =
            font.isVertical
            ? matrix.box(-text.size / 2, -advance, text.size / 2, 0) : matrix.box(0, bottom, advance, top)
        var origin = matrix.apply(0, 0)
        if !box.isFinite || !origin.y.isFinite {
            origin = PDFPoint(x: 0, y: 0)
            box = PDFBox(around: [origin])
        }
        let height = (matrix.c * matrix.c + matrix.d * matrix.d).squareRoot()
        let size = abs(text.size) * height
        var run = PDFPage.TextRun(
            text: shown.isUnknown ? nil : CharacterCleaning.cleaned(shown.text),
            box: box,
            baseline: origin.y,
            fontSize: size.isFinite ? size : 0,
            font: font.number,
            isBold: font.isBold,
            isInvisible: text.renderingMode == 3 || text.renderingMode == 7,
            rotation: matrix.direction(isBackwards: text.size * text.horizontalScaling < 0),
            markedContent: marks.last?.content,
            isArtifact: marks.last?.isArtifact ?? false
        )
        if let replacement = marks.takeActualText() {
            run.text = replacement
        } else if !shown.isUnknown {
            run.gaps = gaps
            // Behind the last glyph there is nothing to part.
            while run.gaps.last == shown.text.count { run.gaps.removeLast() }
        }
        page.runs.append(run)
    }
}

/// What a font makes of strings.
struct ShownText {
    /// UTF-8.
    var text: [UInt8] = []
    /// The sum of the widths, for a font size of 1.
    var width = 0.0
    var glyphs = 0
    /// How many codes are a single byte 32, to which word spacing applies.
    var spaces = 0
    /// Whether a code has no known Unicode value.
    var isUnknown = false
}

extension PDFMatrix {
    /// Where the x axis points, in whole degrees clockwise on the page.
    fileprivate func direction(isBackwards: Bool) -> Int {
        var (x, y) = (a, b)
        if isBackwards { (x, y) = (-x, -y) }
        if y == 0 { return x < 0 ? 180 : 0 }
        if x == 0 { return y < 0 ? 270 : 90 }
        let degrees = PDFAngle.degrees(x, y)
        return degrees < 0 ? degrees + 360 : degrees == 360 ? 0 : degrees
    }
}
