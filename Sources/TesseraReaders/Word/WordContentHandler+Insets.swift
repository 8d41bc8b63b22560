import LibXML
import TesseraModel

/// What stands inside the text and is a flow of its own: text boxes, notes, comments, deletions, running heads.
extension WordContentHandler {
    func startInset(_ element: WordElement, _ tag: borrowing XMLTag) {
        switch element {
        // The characters themselves stay together: their reading follows the paragraph.
        case .textBox, .rubyText: begin(.textBox)
        case .footnote, .endnote: startNote(tag)
        case .comment: begin(.omission(.comment))
        case .header, .footer: begin(.omission(.runningHead))
        case .footnoteReference: addNote(surroundings.footnotes[tag.value(.identifier) ?? ""], tag)
        case .endnoteReference: addNote(surroundings.endnotes[tag.value(.identifier) ?? ""], tag)
        case .chart: addDrawing(tag.value(.relationship))
        case .diagram: addDrawing(tag.value(.diagramData))
        case .deletion, .movedAway: startDeletion()
        case .annotation: startAnnotation(tag.value(.type) ?? "")
        case .alternatives: alternatives.append(false)
        case .choice:
            if alternatives.last == true { return skip() }
            if !alternatives.isEmpty { alternatives[alternatives.count - 1] = true }
        case .alternateChunk:
            let id = tag.value(.relationship) ?? ""
            if let blocks = surroundings.embedded[id] {
                builder.add(blocks)
            } else {
                unreadParts.append((surroundings.relationships[id] ?? "", place))
            }
        default: break
        }
    }

    func endInset(_ element: WordElement) {
        switch element {
        case .textBox, .rubyText, .comment, .header, .footer: end()
        case .footnote, .endnote: endNote()
        case .deletion, .movedAway: endDeletion()
        case .annotation:
            switch annotations.popLast() {
            case .deletion: endDeletion()
            case .comment: end()
            case .other, nil: break
            }
        case .alternatives: _ = alternatives.popLast()
        default: break
        }
    }

    private func begin(_ inset: FlowBuilder.Inset) {
        openCell()
        saveState()
        builder.beginInset(inset)
    }

    private func end() {
        builder.endInset()
        restoreState()
    }

    // MARK: Notes

    private func startNote(_ tag: borrowing XMLTag) {
        // The line above the notes and its kin are no notes.
        if let type = tag.value(.type), type != "normal" { return skip() }
        if let id = tag.value(.identifier), builder.isEmpty {
            // A part that holds nothing but notes.
            openNote = id
            return
        }
        footnoteCount += 1
        begin(.note(label: String(footnoteCount)))
    }

    private func endNote() {
        guard let id = openNote else { return end() }
        openNote = nil
        notes[id] = builder.finish()
        builder = FlowBuilder(limits: surroundings.limits)
    }

    private func addNote(_ blocks: [Block]?, _ tag: borrowing XMLTag) {
        let hasOwnMark = tag.value(.customMark).map { !["0", "false", "off"].contains($0) } ?? false
        if !hasOwnMark { footnoteCount += 1 }
        guard let blocks else { return }
        builder.addNote(blocks, label: hasOwnMark ? "" : String(footnoteCount))
    }

    private func addDrawing(_ relationship: String?) {
        if let blocks = relationship.flatMap({ surroundings.embedded[$0] }) { builder.add(blocks) }
    }

    // MARK: Changes

    private func startDeletion() {
        // A mark among the properties has no content: the end of the paragraph or the whole row was deleted.
        if paragraph.isInProperties {
            paragraph.isMarkDeleted = true
        } else if row.isInProperties {
            row.isDeleted = true
        } else {
            begin(.omission(.trackedDeletion))
        }
    }

    private func endDeletion() {
        if !paragraph.isInProperties, !row.isInProperties { end() }
    }

    private func startAnnotation(_ type: String) {
        switch type {
        case "Word.Deletion":
            annotations.append(.deletion)
            startDeletion()
        case "Word.Comment":
            annotations.append(.comment)
            begin(.omission(.comment))
        case "Word.Formatting": skip()
        default: annotations.append(.other)
        }
    }
}
