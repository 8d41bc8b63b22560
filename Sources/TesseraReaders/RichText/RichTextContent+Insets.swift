import TesseraModel

/// What stands inside the text and is a flow of its own: fields, notes, comments, running heads, text boxes.
extension RichTextContent {
    mutating func takeDestination(_ word: RichTextWord) {
        switch word {
        case .field:
            if fields.count >= deepest {
                return builder.fail(.depth, "fields are nested more than \(deepest) deep", at: place())
            }
            fields.append(RichTextField(destination: state.destination, textLength: textLength))
            open(.field)
            change { $0.destination = .ignored }
        case .fieldInstruction: if !fields.isEmpty { change { $0.destination = .fieldInstruction } }
        case .fieldResult: beginFieldResult()
        case .footnote: beginNote()
        case .noteReference:
            if notes.isEmpty { hasNoteNumber = true } else { notes[notes.count - 1].isNumbered = true }
        case .annotation: beginInset(.omission(.comment))
        case .header, .headerLeft, .headerRight, .headerFirst, .footer, .footerLeft, .footerRight, .footerFirst:
            beginInset(.omission(.runningHead))
        case .shapeText, .oldShapeText: if state.destination == .ignored { beginInset(.textBox) }
        case .shape, .shapeInstruction, .oldShape, .object, .math, .mathZone, .mathParagraph:
            if state.destination == .text { change { $0.destination = .ignored } }
        case .result, .mathRun: if state.destination == .ignored { change { $0.destination = .text } }
        case .alternatives:
            // The same text twice: first for those who do not know Unicode.
            scanner.skipBlanks()
            if scanner.isBefore(UInt8(ascii: "{")) { scanner.skipNextGroup() }
        default: break
        }
    }

    // MARK: Fields

    private mutating func beginFieldResult() {
        guard let field = fields.last, !field.isInResult else { return }
        let target = field.linkTarget
        fields[fields.count - 1].isInResult = true
        if let target { links.append(target) }
        let link = target == nil ? state.marks.link : Int32(clamping: links.count)
        change {
            $0.destination = field.destination
            $0.marks.link = link
        }
    }

    mutating func endField() {
        guard let field = fields.popLast() else { return }
        guard field.textLength == textLength, let symbol = field.symbol else { return }
        change { $0.destination = field.destination }
        append(symbol)
    }

    // MARK: Flows inside flows

    private mutating func beginInset(_ opening: RichTextOpening) {
        switch opening {
        case .omission: break
        // It follows the paragraph in which it is anchored.
        default: beginParagraph()
        }
        savedFlows.append(
            SavedFlow(
                tables: tables,
                rowDefinition: rowDefinition,
                rowIsAnnounced: rowIsAnnounced,
                rowIsExpected: rowIsExpected,
                oldListLevel: oldListLevel
            )
        )
        tables = []
        rowIsAnnounced = false
        rowIsExpected = false
        oldListLevel = nil
        openFlow(.inset(.textBox))
        open(opening)
        change {
            $0.destination = .text
            $0.paragraph = RichTextState.ParagraphProperties()
            $0.marks = RichTextState.Marks()
        }
    }

    mutating func endInset(_ finish: (inout FlowBuilder, [Block]) -> Void) {
        endDeletion()
        endTables(above: 0)
        let blocks = closeFlow()
        if let saved = savedFlows.popLast() {
            tables = saved.tables
            rowDefinition = saved.rowDefinition
            rowIsAnnounced = saved.rowIsAnnounced
            rowIsExpected = saved.rowIsExpected
            oldListLevel = saved.oldListLevel
        }
        finish(&builder, blocks)
    }

    private mutating func beginNote() {
        guard state.destination == .text else { return }
        notes.append(RichTextNote(isNumbered: hasNoteNumber))
        hasNoteNumber = false
        beginInset(.note)
    }

    mutating func endNote() {
        let isNumbered = notes.popLast()?.isNumbered ?? false
        if isNumbered { noteCount += 1 }
        let label = isNumbered ? String(noteCount) : ""
        endInset { $0.addNote($1, label: label) }
    }
}
