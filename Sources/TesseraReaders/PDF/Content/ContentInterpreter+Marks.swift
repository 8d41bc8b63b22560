import TesseraModel

extension ContentInterpreter {
    /// No honest content nests more.
    private static let greatestMarkDepth = 10_000

    /// BMC, or BDC with a property list that stands here or in the resources.
    mutating func beginMarked() throws(DocumentFailure) {
        guard let frame = frames.last, marks.count < Self.greatestMarkDepth else { return }
        var entry = marks.last ?? MarkedContentStack.Entry()
        entry.ownsActualText = false
        if operand(0).name == "Artifact" { entry.isArtifact = true }
        var properties = operand(1)
        if let name = properties.name { properties = try frame.resources.resource("Properties", name) }
        if let dictionary = try file.dictionary(properties) {
            if let id = try file.integer(dictionary["MCID"]), frame.hasOwnMarks {
                entry.content = PDFMarkedContent(form: frame.form, id: id)
            }
            if entry.actualText == nil, let text = try file.string(dictionary["ActualText"]) {
                entry.actualText = PDFText.decode(text)
                entry.ownsActualText = true
                entry.isDelivered = false
            }
        }
        marks.push(entry)
    }

    mutating func endMarked() {
        guard let entry = marks.pop(), entry.ownsActualText, !entry.isDelivered, let text = entry.actualText,
            !text.isEmpty
        else { return }
        // Nothing was shown as text, such as letters that are drawn.
        let matrix = textMatrix.then(state.matrix)
        var place = matrix.apply(0, 0)
        if !place.x.isFinite || !place.y.isFinite { place = PDFPoint(x: 0, y: 0) }
        let run = PDFPage.TextRun(
            text: text,
            box: PDFBox(around: [place]),
            baseline: place.y,
            fontSize: 0,
            font: 0,
            isBold: false,
            isInvisible: true,
            rotation: 0,
            markedContent: entry.content,
            isArtifact: entry.isArtifact
        )
        page.runs.append(run)
    }
}
