import TesseraModel

/// Fields: an instruction, and the text that it resulted in when the document was saved ([MS-DOC], 2.8.25).
extension Word97Content {
    /// The begins of fields in a text that end in it; without an end, what follows is no instruction.
    func fieldBegins(in range: Range<Int>) -> Set<Int> {
        var open: [Int] = []
        var begins: Set<Int> = []
        for index in range where file.text.characters[index] < 0x20 {
            switch file.text.characters[index] {
            case 0x13: open.append(index)
            case 0x15: if let begin = open.popLast() { begins.insert(begin) }
            default: break
            }
        }
        return begins
    }

    mutating func beginResult(_ state: inout State) {
        guard let last = state.fields.indices.last, !state.fields[last].isInResult else { return }
        state.fields[last].isInResult = true
        // Word takes typographic quotation marks in an instruction for the others.
        let instruction = state.fields[last].instruction
        state.fields[last].instruction = String(instruction.map { $0 == "\u{201C}" || $0 == "\u{201D}" ? "\"" : $0 })
        guard let target = state.fields[last].linkTarget, !state.fields.contains(where: { !$0.isInResult }) else {
            return
        }
        state.fields[last].isLink = true
        builder.beginLink(to: target)
    }

    mutating func endField(at index: Int, _ state: inout State) {
        guard let field = state.fields.popLast() else { return }
        if field.isLink { builder.endLink() }
        if !field.isInResult, let ruby = RubyField(field.instruction) { append(ruby, at: index, &state) }
    }

    /// The characters stay together: their reading follows the paragraph, as that of other formats does.
    private mutating func append(_ ruby: RubyField, at index: Int, _ state: inout State) {
        append(ruby.base, &state)
        guard builder.isInParagraph, state.fields.isEmpty else { return append(ruby.reading, &state) }
        builder.beginInset(.textBox)
        builder.beginParagraph(.text, at: place(index..<index + 1, state.subdocument))
        builder.append(ruby.reading)
        builder.endInset()
    }
}
