import TesseraModel

/// What the control words mean.
extension RichTextContent {
    mutating func takeWord(_ word: RichTextWord, _ parameter: Int?) {
        switch word {
        case .ansi: fonts.setCodePage(CodePage.western)
        case .macintosh: fonts.setCodePage(10000)
        case .pc: fonts.setCodePage(437)
        case .pca: fonts.setCodePage(850)
        case .codePage: if let parameter, parameter > 0 { fonts.setCodePage(parameter) }
        case .defaultFont: fonts.setDefaultFont(parameter ?? 0)
        case .fromHTML: isEncapsulatedHTML = parameter != 0
        case .unicode: takeUnicode(parameter ?? 0)
        // No character has more bytes in any code page; a greater number would swallow the text behind it.
        case .fallbackLength: change { $0.fallbackLength = (0...8).contains(parameter ?? 1) ? parameter ?? 1 : 1 }
        case .binary: if fallbacksLeft > 0 { fallbacksLeft -= 1 }
        case .notHTML: setNotHTML(parameter != 0)
        case .font, .characterSet, .fontCodePage: takeFontWord(word, parameter)
        case .fontTable, .styleSheet, .information, .title, .author, .created, .modified:
            beginHeaderPart(word)
        case .year: time.year = parameter ?? 0
        case .month: time.month = parameter ?? 0
        case .day: time.day = parameter ?? 0
        case .hour: time.hour = parameter ?? 0
        case .minute: time.minute = parameter ?? 0
        case .second: time.second = parameter ?? 0
        case .style, .characterStyle, .otherStyle, .tableStyle, .basedOn, .outlineLevel, .list, .listLevel, .oldList,
            .oldListLevel, .oldBullet, .oldListBody, .paragraphDefaults, .plain, .hidden, .deleted, .inTable,
            .tableLevel:
            takeProperty(word, parameter)
        case .paragraph, .section: endParagraph()
        case .page:
            breakLine()
            if state.destination == .text { builder.pageBreak(at: place()) }
        case .column, .line, .lineBreak: breakLine()
        case .rowDefaults, .rowLeft, .headerRow, .cellRight, .firstMerged, .merged, .firstMergedDown, .mergedDown,
            .nestedProperties:
            takeRowProperty(word, parameter)
        case .cell: if state.destination == .text { endCell(level: 1) }
        case .nestedCell: if state.destination == .text { endCell(level: max(2, state.paragraph.tableLevel)) }
        case .row: if state.destination == .text { endRow(level: 1) }
        case .nestedRow: endRow(level: max(2, state.paragraph.tableLevel))
        default: takeDestination(word)
        }
    }

    private mutating func takeFontWord(_ word: RichTextWord, _ parameter: Int?) {
        let number = parameter ?? 0
        switch word {
        case .font:
            if state.destination == .fontTable {
                fonts.open = number
            } else {
                change { $0.font = Int32(clamping: number) }
            }
        case .characterSet: if state.destination == .fontTable { fonts.setCharacterSet(number) }
        default: if state.destination == .fontTable { fonts.setFontCodePage(number) }
        }
    }

    private mutating func beginHeaderPart(_ word: RichTextWord) {
        switch word {
        case .fontTable: change { $0.destination = .fontTable }
        case .styleSheet: change { $0.destination = .styleSheet }
        case .information: change { $0.destination = .information }
        default:
            // Some of these words mean something else outside of the document's information.
            guard state.destination == .information else { return }
            collected = []
            time = RichTextTime()
            change { $0.destination = word == .created || word == .modified ? .time : .value }
            switch word {
            case .title: open(.value(.title))
            case .author: open(.value(.author))
            case .created: open(.time(.created))
            default: open(.time(.modified))
            }
        }
    }

    mutating func finishText(of value: RichTextOpening.Value) {
        let words = String(decoding: collected, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        if !words.isEmpty { set(value, words.joined(separator: " ")) }
    }

    mutating func finishTime(of value: RichTextOpening.Value) {
        if let time = time.description { set(value, time) }
    }

    private mutating func set(_ value: RichTextOpening.Value, _ text: String) {
        switch value {
        case .title: metadata.title = text
        case .author: metadata.author = text
        case .created: metadata.created = text
        case .modified: metadata.modified = text
        }
    }

    // MARK: Properties

    private mutating func takeProperty(_ word: RichTextWord, _ parameter: Int?) {
        if state.destination == .styleName { return takeStyleProperty(word, parameter) }
        let number = parameter ?? 0
        let level = Int8(clamping: number)
        switch word {
        case .style: change { $0.paragraph.style = number }
        case .characterStyle:
            if styles[number]?.isHidden == true { change { $0.marks.isHidden = true } }
        case .outlineLevel: change { $0.paragraph.outlineLevel = level }
        case .list: change { $0.paragraph.list = Int32(clamping: number) }
        case .listLevel: change { $0.paragraph.listLevel = level }
        case .oldList:
            // What it says holds for the paragraph, behind its group.
            change { $0.destination = .ignored }
        case .oldBullet, .oldListBody, .oldListLevel: oldListLevel = max(0, min(number, 9) - 1)
        case .paragraphDefaults:
            change { $0.paragraph = RichTextState.ParagraphProperties() }
            oldListLevel = nil
            if !rowIsAnnounced, tables.first?.cells.isEmpty ?? true { rowIsExpected = false }
        case .plain:
            change {
                $0.font = nil
                $0.marks.isHidden = false
                $0.marks.isDeleted = false
            }
        case .hidden: if state.marks.isHidden != (parameter != 0) { change { $0.marks.isHidden = parameter != 0 } }
        case .deleted: change { $0.marks.isDeleted = parameter != 0 }
        case .inTable: change { $0.paragraph.isInTable = parameter != 0 }
        case .tableLevel: change { $0.paragraph.statedTableLevel = Int32(clamping: max(0, number)) }
        default: break
        }
    }

    private mutating func takeStyleProperty(_ word: RichTextWord, _ parameter: Int?) {
        let number = parameter ?? 0
        switch word {
        case .style, .characterStyle: styles.setNumber(number)
        // Styles of sections and tables have numbers of their own.
        case .otherStyle, .tableStyle: styles.setNumber(-1)
        case .basedOn: styles.change { $0.basedOn = number }
        case .outlineLevel: styles.change { $0.outlineLevel = Int8(clamping: number) }
        case .list: styles.change { $0.list = Int32(clamping: number) }
        case .listLevel: styles.change { $0.listLevel = Int8(clamping: number) }
        case .hidden: styles.change { $0.isHidden = parameter != 0 }
        default: break
        }
    }

    /// What the open paragraph is: its own properties come before those of its style.
    var kind: FlowBuilder.ParagraphKind {
        let paragraph = state.paragraph
        let style = styles[paragraph.style]
        // Nine levels of headings; the tenth means body text.
        if let level = paragraph.outlineLevel ?? style?.outlineLevel, (0..<9).contains(level) {
            return .heading(level: Int(level) + 1)
        }
        if let list = paragraph.list ?? style?.list, list != 0 {
            return .listItem(level: max(0, min(Int(paragraph.listLevel ?? style?.listLevel ?? 0), 8)) + 1)
        }
        if let oldListLevel { return .listItem(level: oldListLevel + 1) }
        return .text
    }
}
