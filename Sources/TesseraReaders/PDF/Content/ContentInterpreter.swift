import TesseraModel

/// Runs the content stream of a page, and those of the forms in it, and notes what is drawn.
///
/// Forms do not lead to recursion here: each is a frame on a stack.
struct ContentInterpreter {
    /// A stream that is being run.
    struct Frame {
        var parser: PDFObjectParser
        let resources: PDFResources
        /// The number of the form, 0 for the page.
        let form: Int
        /// Whether the marked-content identifiers of the stream are its own.
        let hasOwnMarks: Bool
        /// How much of the stacks belongs to those that this stream stands in.
        let stateBase: Int
        let markBase: Int
        let textMatrices: (PDFMatrix, PDFMatrix)
    }

    let file: PDFFile
    let fonts: PDFFontLibrary
    var page: PDFPage
    var state: GraphicsState
    var frames: [Frame] = []
    var path = PathBuilder()
    var marks = MarkedContentStack()
    /// The text matrix and the text line matrix (ISO 32000-1, 9.4.2).
    var textMatrix = PDFMatrix.identity
    var lineMatrix = PDFMatrix.identity
    var imageArea = 0.0

    private var states: [GraphicsState] = []
    private var operands: [PDFObject] = []
    /// How many bytes of content were begun, and how many things were drawn.
    private var startedBytes = 0
    private var drawn = 0
    private var forms: [Int: Form] = [:]

    /// A form, which may be shown many times.
    private struct Form {
        var contents: [UInt8]
        /// Nil where it has those of who shows it.
        var resources: PDFResources?
        var matrix: PDFMatrix
        var hasOwnMarks: Bool
    }

    /// No honest page nests forms deeper, or saves more states.
    private static let greatestFormDepth = 32
    private static let greatestStateDepth = 10_000
    /// Operators take up to six operands, and colours up to 32 (ISO 32000-1, annex C).
    private static let greatestOperandCount = 64

    init(file: PDFFile, fonts: PDFFontLibrary, page: PDFPage, matrix: PDFMatrix) {
        self.file = file
        self.fonts = fonts
        self.page = page
        state = GraphicsState(matrix: matrix)
    }

    /// - Parameter contents: the page's content streams, with a blank between any two.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a limit is passed.
    mutating func run(_ contents: [UInt8], _ resources: PDFDictionary) throws(DocumentFailure) -> PDFPage {
        try push(contents, PDFResources(resources, file: file, fonts: fonts), form: 0, hasOwnMarks: true)
        while let last = frames.indices.last {
            switch try frames[last].parser.next() {
            case .object(let object):
                if operands.count < Self.greatestOperandCount { operands.append(object) }
            case .keyword(let word):
                if let known = ContentOperator(word) { try perform(known) }
                operands.removeAll(keepingCapacity: true)
            case .end: pop()
            }
        }
        let area = page.width * page.height
        page.imageCoverage = area > 0 ? min(1, imageArea / area) : 0
        return page
    }

    private mutating func push(
        _ contents: [UInt8],
        _ resources: PDFResources,
        form: Int,
        hasOwnMarks: Bool
    ) throws(DocumentFailure) {
        // However short a form is, running it takes some work.
        startedBytes += contents.count + 64
        guard startedBytes <= file.limits[.partSize] else {
            throw DocumentFailure(.limitExceeded(.partSize, "a page has more content", limits: file.limits))
        }
        frames.append(
            Frame(
                parser: PDFObjectParser(PDFScanner(contents), limits: file.limits, hasReferences: false),
                resources: resources,
                form: form,
                hasOwnMarks: hasOwnMarks,
                stateBase: states.count,
                markBase: marks.count,
                textMatrices: (textMatrix, lineMatrix)
            )
        )
    }

    private mutating func pop() {
        guard let frame = frames.popLast() else { return }
        while marks.count > frame.markBase { endMarked() }
        while states.count > frame.stateBase + 1 { states.removeLast() }
        // A form's own state was saved when it was begun.
        if !frames.isEmpty, let saved = states.popLast() { state = saved }
        (textMatrix, lineMatrix) = frame.textMatrices
        operands.removeAll(keepingCapacity: true)
        path.clear()
    }

    /// Counts something that is drawn.
    mutating func countDrawn(_ count: Int = 1) throws(DocumentFailure) {
        drawn += count
        guard drawn <= file.limits[.objects] else {
            throw DocumentFailure(.limitExceeded(.objects, "a page draws more", limits: file.limits))
        }
    }

    var resources: PDFResources? { frames.last?.resources }

    /// The operand at a place as a number; 0 where there is none.
    func number(_ index: Int) -> Double {
        guard operands.indices.contains(index), let value = operands[index].number, value.isFinite else { return 0 }
        return value
    }

    func operand(_ index: Int) -> PDFObject { operands.indices.contains(index) ? operands[index] : .null }

    var numbers: [Double] { operands.compactMap(\.number) }

    private mutating func perform(_ name: ContentOperator) throws(DocumentFailure) {
        switch name {
        case .saveState: save()
        case .restoreState: restore()
        case .transform: transform()
        case .lineWidth: state.lineWidth = abs(number(0))
        case .graphicsState: break
        case .moveTo, .lineTo, .curve, .curveFromCurrent, .curveToEnd, .closePath, .rectangle:
            try countDrawn(name == .rectangle ? 4 : 1)
            build(name)
        case .stroke, .closeStroke, .fill, .fillOld, .fillEvenOdd, .fillStroke, .fillStrokeEvenOdd, .closeFillStroke,
            .closeFillStrokeEvenOdd, .endPath:
            paint(name)
        case .strokeGrey, .strokeRGB, .strokeCMYK, .strokeSpace, .strokeColour, .strokeColourOrPattern:
            try setColour(name, \.stroke)
        case .fillGrey, .fillRGB, .fillCMYK, .fillSpace, .fillColour, .fillColourOrPattern:
            try setColour(name, \.fill)
        case .beginText, .endText, .font, .characterSpacing, .wordSpacing, .horizontalScaling, .leading, .rise,
            .renderingMode, .moveText, .moveTextSetLeading, .textMatrix, .nextLine, .show, .showPieces, .showNextLine,
            .showNextLineSpaced:
            try performText(name)
        case .paintObject: try paintObject()
        case .inlineImage: try inlineImage()
        case .beginMarked, .beginMarkedWithProperties: try beginMarked()
        case .endMarked:
            if let frame = frames.last, marks.count > frame.markBase { endMarked() }
        }
    }
}

// MARK: States

extension ContentInterpreter {
    private mutating func save() {
        guard states.count < Self.greatestStateDepth else { return }
        states.append(state)
    }

    private mutating func restore() {
        // The first state of a form is that of who runs it.
        let base = frames.count > 1 ? (frames.last?.stateBase ?? 0) + 1 : 0
        guard states.count > base, let saved = states.popLast() else { return }
        state = saved
    }

    private mutating func transform() {
        guard let matrix = PDFMatrix(numbers) else { return }
        let product = matrix.then(state.matrix)
        if product.isFinite { state.matrix = product }
    }

    private mutating func setColour(
        _ name: ContentOperator,
        _ colour: WritableKeyPath<GraphicsState, GraphicsState.Colour>
    ) throws(DocumentFailure) {
        switch name {
        case .strokeGrey, .fillGrey: state[keyPath: colour].space = .grey
        case .strokeRGB, .fillRGB: state[keyPath: colour].space = .rgb
        case .strokeCMYK, .fillCMYK: state[keyPath: colour].space = .cmyk
        case .strokeSpace, .fillSpace:
            let space = try operand(0).name.flatMap { name throws(DocumentFailure) in try resources?.colourSpace(name) }
            // Every space begins with black, or with all of its colourant.
            state[keyPath: colour] = GraphicsState.Colour(grey: space == .other ? 0.5 : 0, space: space ?? .other)
            return
        default: break
        }
        let isPattern = operands.last?.name != nil
        state[keyPath: colour].grey = isPattern ? 0.5 : state[keyPath: colour].space.grey(numbers)
    }
}

// MARK: Forms and images

extension ContentInterpreter {
    private mutating func paintObject() throws(DocumentFailure) {
        guard let name = operand(0).name, let frame = frames.last else { return }
        let object = try frame.resources.resource("XObject", name)
        guard let stream = try file.resolve(object).stream else { return }
        switch try file.name(stream.dictionary["Subtype"]) {
        case "Image": try paintImage()
        case "Form": try paintForm(stream, in: frame)
        default: break
        }
    }

    /// An image covers the unit square.
    mutating func paintImage() throws(DocumentFailure) {
        try countDrawn()
        let shown = PDFBox(x0: 0, y0: 0, x1: page.width, y1: page.height)
        let area = state.matrix.box(0, 0, 1, 1).overlap(shown)
        if area.isFinite { imageArea += area }
    }

    private mutating func paintForm(_ stream: PDFStream, in frame: Frame) throws(DocumentFailure) {
        let number = stream.reference.number
        guard frames.count < Self.greatestFormDepth, !frames.contains(where: { $0.form == number }) else { return }
        try countDrawn()
        let form = try form(stream)
        let saved = state
        let product = form.matrix.then(state.matrix)
        if product.isFinite { state.matrix = product }
        // Forms of old files have the resources of their page (7.8.3).
        try push(form.contents, form.resources ?? frame.resources, form: number, hasOwnMarks: form.hasOwnMarks)
        states.append(saved)
    }

    private mutating func form(_ stream: PDFStream) throws(DocumentFailure) -> Form {
        if let known = forms[stream.reference.number] { return known }
        let dictionary = stream.dictionary
        let resources = try file.dictionary(dictionary["Resources"])
        let form = Form(
            contents: try file.contents(of: stream).bytes,
            resources: resources.map { PDFResources($0, file: file, fonts: fonts) },
            matrix: PDFMatrix(try file.numbers(dictionary["Matrix"]) ?? []) ?? .identity,
            hasOwnMarks: try file.integer(dictionary["StructParents"]) != nil
        )
        forms[stream.reference.number] = form
        return form
    }

    /// Passes over an inline image (ISO 32000-1, 8.9.7).
    private mutating func inlineImage() throws(DocumentFailure) {
        guard let last = frames.indices.last else { return }
        var header: [PDFObject] = []
        reading: while true {
            switch try frames[last].parser.next() {
            case .object(let object):
                if header.count < Self.greatestOperandCount { header.append(object) }
            case .keyword(InlineImage.data): break reading
            case .keyword, .end: return
            }
        }
        let image = InlineImage(header)
        frames[last].parser.scanner.move(to: image.end(in: frames[last].parser.scanner))
        try paintImage()
    }
}
