import TesseraModel

/// Flows inside flows: text boxes, notes, what is left out, and the cells of tables.
extension FlowBuilder {
    /// Begins a flow inside the one that is open.
    mutating func beginInset(_ inset: Inset) { open(.inset(inset)) }

    mutating func open(_ kind: FlowKind) {
        if !text.isEmpty { swap(&text, &flow.savedText) }
        outerFlows.append(flow)
        flow = Flow(kind: kind)
    }

    /// Closes the innermost flow; tables that are open in it end as well.
    /// - Returns: its blocks.
    mutating func close() -> [Block] {
        while let table = tables.last, table.depth >= outerFlows.count { endTable() }
        endParagraph()
        let blocks = flow.blocks
        flow = outerFlows.removeLast()
        if !flow.savedText.isEmpty {
            text = flow.savedText
            flow.savedText = []
        }
        return blocks
    }

    /// Ends the innermost inset; what is open inside it ends as well.
    mutating func endInset() {
        while !outerFlows.isEmpty {
            if case .inset(let inset) = flow.kind {
                let blocks = close()
                finish(inset, blocks)
                return
            }
            closeInnermost()
        }
    }

    mutating func finish(_ inset: Inset, _ blocks: [Block]) {
        switch inset {
        case .textBox: add(blocks)
        case .note(let label): addNote(blocks, label: label)
        case .omission(let reason):
            omissions += blocks.flatMap(\.paragraphs).map { Omission($0, reason: reason) }
        }
    }

    /// Adds finished blocks: at once, or behind the paragraph that is open.
    mutating func add(_ blocks: [Block]) {
        if flow.paragraph == nil { flow.blocks += blocks } else { flow.pending += blocks }
    }

    /// Adds the blocks of a note, as ``add(_:)`` does.
    mutating func addNote(_ blocks: [Block], label: String) {
        add(
            blocks.map { block in
                switch block {
                case .table, .pageBreak, .note: block
                default: block.paragraphs.first.map { .note($0, label: label) } ?? block
                }
            }
        )
    }

    /// Leaves finished blocks out of the flow.
    mutating func omit(_ blocks: [Block], _ reason: Discarded.Reason) { finish(.omission(reason), blocks) }

    mutating func omit(_ omissions: [Omission]) { self.omissions += omissions }
}
