import TesseraModel

/// Runs of characters, and characters that stand for something else ([MS-DOC], 2.4.1 and 2.6.1, sprmCFSpec).
extension Word97Content {
    /// - Parameter isStyleHidden: whether the style of the paragraph hides its text.
    mutating func readCharacters(_ range: Range<Int>, _ isStyleHidden: Bool, _ state: inout State) {
        var start = range.lowerBound
        while start < range.upperBound {
            while state.run < file.text.runs.count, file.text.runs[state.run].end <= start { state.run += 1 }
            let run = state.run < file.text.runs.count ? file.text.runs[state.run] : (range.upperBound, .init())
            let end = min(run.end, range.upperBound)
            let properties = run.properties
            setDeleted(properties.isDeleted, place(start..<end, state.subdocument), &state)
            let isHidden = properties.isHidden.value(style: file.styles[properties.style]?.isHidden ?? isStyleHidden)
            if isHidden { builder.setHidden(true) }
            readRun(start..<end, properties, &state)
            if isHidden { builder.setHidden(false) }
            start = end
        }
        setDeleted(false, nil, &state)
    }

    /// The properties of a character that stands behind all that was read.
    func properties(at character: Int, _ state: inout State) -> CharacterProperties? {
        while state.run < file.text.runs.count, file.text.runs[state.run].end <= character { state.run += 1 }
        return state.run < file.text.runs.count ? file.text.runs[state.run].properties : nil
    }

    /// Begins or ends what was deleted while changes were tracked.
    private mutating func setDeleted(_ isDeleted: Bool, _ place: SourcePlace?, _ state: inout State) {
        guard isDeleted != state.isInDeletion else { return }
        state.isInDeletion = isDeleted
        guard let place, isDeleted else { return builder.endInset() }
        builder.beginInset(.omission(.trackedDeletion))
        builder.beginParagraph(.text, at: place)
    }

    private mutating func readRun(_ range: Range<Int>, _ properties: CharacterProperties, _ state: inout State) {
        var start = range.lowerBound
        while start < range.upperBound {
            while state.anchor < anchors.all.count, anchors.all[state.anchor].character < start { state.anchor += 1 }
            guard state.anchor < anchors.all.count, anchors.all[state.anchor].character < range.upperBound else {
                return readPiece(start..<range.upperBound, properties, &state)
            }
            // What hangs on a character follows it.
            let end = anchors.all[state.anchor].character + 1
            readPiece(start..<end, properties, &state)
            while state.anchor < anchors.all.count, anchors.all[state.anchor].character < end {
                readAnchored(anchors.all[state.anchor].content)
                state.anchor += 1
            }
            start = end
        }
    }

    private mutating func readAnchored(_ content: Word97Anchors.Content) {
        switch content {
        case .note(let story, let subdocument, let isCounted):
            if isCounted { noteCount += 1 }
            builder.beginInset(.note(label: isCounted ? String(noteCount) : ""))
            read(story, of: subdocument)
        case .textBox(let story):
            builder.beginInset(.textBox)
            read(story, of: .textBoxes)
        }
        builder.endInset()
    }

    private mutating func readPiece(_ range: Range<Int>, _ properties: CharacterProperties, _ state: inout State) {
        var start = range.lowerBound
        for index in range {
            let character = file.text.characters[index]
            // Only then do characters from the blank on stand for others.
            if character >= 0x20, !properties.isSpecial { continue }
            append(start..<index, &state)
            start = index + 1
            if properties.isSpecial, character >= 0x20 {
                appendSpecial(character, properties.symbol, &state)
            } else {
                readControl(character, at: index, &state)
            }
        }
        append(start..<range.upperBound, &state)
    }

    /// Text, to the paragraph or to the instruction of a field.
    private mutating func append(_ range: Range<Int>, _ state: inout State) {
        guard !range.isEmpty else { return }
        if let field = state.fields.lastIndex(where: { !$0.isInResult }) {
            state.fields[field].instruction += String(decoding: file.text.characters[range], as: UTF16.self)
        } else {
            let characters = file.text.characters
            builder.append(characters.span.extracting(range))
        }
    }

    mutating func append(_ text: String, _ state: inout State) {
        if let field = state.fields.lastIndex(where: { !$0.isInResult }) {
            state.fields[field].instruction += text
        } else {
            builder.append(text)
        }
    }

    private mutating func appendSpecial(_ character: UInt16, _ symbol: UInt16?, _ state: inout State) {
        switch character {
        case 0x28 where symbol != nil:
            if let symbol, (0x20..<0xFFFE).contains(symbol), let scalar = Unicode.Scalar(symbol) {
                append(String(scalar), &state)
            }
        // The bounds of structured pieces.
        case 0x3C, 0x3E: break
        default: append(String(decoding: [character], as: UTF16.self), &state)
        }
    }

    private mutating func readControl(_ character: UInt16, at index: Int, _ state: inout State) {
        switch character {
        case 0x09: append("\t", &state)
        // A new line, and a new column.
        case 0x0B, 0x0E: builder.breakLine()
        case 0x13: if state.fieldBegins.contains(index) { state.fields.append(WordField()) }
        case 0x14: beginResult(&state)
        case 0x15: endField(at: index, &state)
        case 0x1E: append("\u{2011}", &state)
        case 0x1F: append("\u{AD}", &state)
        // Pictures, marks of notes and comments, and what no text has.
        default: break
        }
    }
}

extension FlowBuilder {
    /// Appends UTF-16 as it is; half of a pair becomes U+FFFD.
    mutating func append(_ characters: Span<UInt16>) {
        var index = 0
        while index < characters.count {
            let unit = characters[index]
            index += 1
            if unit < 0x80 {
                text.append(UInt8(truncatingIfNeeded: unit))
            } else if unit < 0x800 {
                text.append(0xC0 | UInt8(truncatingIfNeeded: unit >> 6))
                text.append(0x80 | UInt8(truncatingIfNeeded: unit & 0x3F))
            } else {
                var scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
                if UTF16.isLeadSurrogate(unit), index < characters.count, UTF16.isTrailSurrogate(characters[index]) {
                    scalar = UTF16.decode(UTF16.EncodedScalar([unit, characters[index]]))
                    index += 1
                }
                text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }
}
