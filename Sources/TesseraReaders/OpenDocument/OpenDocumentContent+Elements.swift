import LibXML
import TesseraModel

/// What each element does to the document.
extension OpenDocumentContent {
    /// - Returns: what remains to be done at the element's end.
    func begin(_ name: OpenDocumentName, _ tag: borrowing XMLTag) -> Closing {
        switch name {
        case .paragraph: return beginParagraph(scope.listLevel > 0 ? .listItem(level: scope.listLevel) : .text, tag)
        case .heading: return beginParagraph(.heading(level: tag.count(.outlineLevel)), tag)
        case .list: scope.listLevel += 1
        case .numberedParagraph: scope.listLevel = tag.count(.level)
        case .section: if tag[.display] == "none" || tag[.isHidden] == "true" { hideRegion() }
        case .span, .link, .blanks, .tab, .lineBreak, .hiddenText, .hiddenParagraph:
            if builder.isInParagraph { return beginInline(name, tag) }
        case .container: scope.holdsText = false
        case .rubyBase: scope.holdsText = true
        case .rubyText:
            // It follows, for in its place it would run into the word that it explains.
            beginInset(.textBox)
            scope.holdsText = true
            builder.beginParagraph(.text, at: place)
            builder.setHidden(scope.isHidden)
            return .inset
        case .note: scope.holdsText = false
        case .noteCitation:
            beginCapture()
            return .capture(name)
        case .noteBody: return beginInset(.note(label: noteLabel))
        case .annotation, .changeInfo: return beginInset(.omission(.comment))
        case .deletion: return beginInset(.omission(.trackedDeletion))
        case .runningHead: return beginInset(.omission(.runningHead))
        case .shape: return beginInset(.textBox)
        case .frame:
            beginInset(.textBox)
            return .frame(isFilled: false)
        case .table, .headerRows, .row, .cell, .coveredCell: return beginTablePart(name, tag)
        case .document: mediaType = tag[.mediaType]
        case .spreadsheet: refusal = .otherOpenDocument("a spreadsheet")
        case .presentation: refusal = .otherOpenDocument("a presentation")
        case .drawing: refusal = .otherOpenDocument("a drawing")
        case .otherBody: refusal = .otherOpenDocument("a chart, an image or a database")
        case .commonStyles: scope.isInCommonStyles = true
        case .style, .defaultStyle, .textProperties: return beginStyle(name, tag)
        case .metadata: scope.isInMetadata = true
        case .title, .initialCreator, .creator, .creationDate, .date, .language:
            guard scope.isInMetadata else { return .nothing }
            beginCapture()
            return .capture(name)
        default: break
        }
        return .nothing
    }

    func finish(_ closing: Closing) {
        switch closing {
        case .nothing, .style, .defaultStyle: break
        case .paragraph: builder.endParagraph()
        case .link: builder.endLink()
        case .inset, .frame: builder.endInset()
        case .table: builder.endTable()
        case .row(let copies): builder.endRow(copies: copies)
        case .cell(let copies):
            builder.endCell()
            builder.repeatCell(copies: copies)
        case .hiddenText(let start, let value): if builder.text.count == start { builder.append(value) }
        case .capture(let name): take(endCapture(), as: name)
        }
    }

    // MARK: Text

    private func beginParagraph(_ kind: FlowBuilder.ParagraphKind, _ tag: borrowing XMLTag) -> Closing {
        // An element that is not known may hold a flow of its own. The paragraph around it goes on behind it.
        let isBoxed = builder.isInParagraph
        if isBoxed { beginInset(.textBox) }
        scope.holdsText = true
        scope.isHidden = scope.isInHiddenRegion || hides(tag, family: "paragraph") ?? false
        builder.beginParagraph(kind, at: place)
        builder.setHidden(scope.isHidden)
        return isBoxed ? .inset : .paragraph
    }

    private func beginInline(_ name: OpenDocumentName, _ tag: borrowing XMLTag) -> Closing {
        switch name {
        case .span:
            if let hides = hides(tag, family: "text") { scope.isHidden = scope.isInHiddenRegion || hides }
        case .link:
            guard let target = tag[.target], !target.isEmpty else { break }
            builder.beginLink(to: target)
            return .link
        case .blanks: builder.appendBlanks(tag.count(.blankCount))
        case .tab: builder.append("\t")
        case .lineBreak: builder.breakLine()
        case .hiddenText:
            // The field holds what it shows now; what it hides stands in an attribute (7.7.5).
            if tag[.isHidden] == "true" { hideRegion() }
            return .hiddenText(start: builder.text.count, value: tag[.stringValue] ?? "")
        case .hiddenParagraph: if tag[.isHidden] == "true" { builder.hideParagraph() }
        default: break
        }
        return .nothing
    }

    private func hideRegion() {
        scope.isInHiddenRegion = true
        scope.isHidden = true
    }

    /// nil where the style does not say.
    private func hides(_ tag: borrowing XMLTag, family: String) -> Bool? {
        guard styles.hideAnything, let name = tag[.styleName] else { return nil }
        return styles.hides(name, family: family)
    }

    @discardableResult
    private func beginInset(_ inset: FlowBuilder.Inset) -> Closing {
        builder.beginInset(inset)
        scope.level = .flow
        scope.listLevel = 0
        // What is anchored in hidden text is hidden with it.
        scope.isInHiddenRegion = scope.isHidden
        return .inset
    }

    // MARK: Tables

    private func beginTablePart(_ name: OpenDocumentName, _ tag: borrowing XMLTag) -> Closing {
        switch (name, scope.level) {
        case (.table, _):
            builder.beginTable(at: place)
            scope.level = .table
            scope.isInHeaderRows = false
            return .table
        case (.headerRows, .table): scope.isInHeaderRows = true
        case (.row, .table):
            builder.beginRow(isHeader: scope.isInHeaderRows)
            scope.level = .row
            return .row(copies: tag.count(.rowsRepeated))
        case (.cell, .row):
            let rowSpan = tag.count(.rowsSpanned)
            let columnSpan = tag.count(.columnsSpanned)
            builder.beginCell(TableCell([], rowSpan: rowSpan, columnSpan: columnSpan, at: place))
            beginCellScope()
            return .cell(copies: tag.count(.columnsRepeated))
        case (.coveredCell, .row):
            let cell = TableCell([], columnSpan: tag.count(.columnsRepeated), at: place)
            builder.beginCell(cell, merge: .covered)
            beginCellScope()
            return .cell(copies: 1)
        default: break
        }
        return .nothing
    }

    private func beginCellScope() {
        scope.level = .flow
        scope.listLevel = 0
    }

    // MARK: Styles and metadata

    private func beginStyle(_ name: OpenDocumentName, _ tag: borrowing XMLTag) -> Closing {
        switch name {
        case .style:
            guard let name = tag[.definedName], let family = tag[.family] else { break }
            styles.define(name, family: family, parent: tag[.parentStyleName], isCommon: scope.isInCommonStyles)
            return .style(name: name, family: family)
        case .defaultStyle where tag[.family] == "paragraph": return .defaultStyle
        case .textProperties:
            switch parent {
            case .style(let name, let family):
                guard let display = tag[.display] else { break }
                styles.setDisplay(display, of: name, family: family, isCommon: scope.isInCommonStyles)
            case .defaultStyle: styles.setLanguage(tag[.languageCode], country: tag[.countryCode])
            default: break
            }
        default: break
        }
        return .nothing
    }

    private func take(_ text: String, as name: OpenDocumentName) {
        let value = text.isEmpty ? nil : text
        switch name {
        case .noteCitation: noteLabel = text
        case .title: metadata.title = value
        case .initialCreator: metadata.author = value
        // The last to save it, where nobody says who wrote it.
        case .creator: metadata.author = metadata.author ?? value
        case .creationDate: metadata.created = value
        case .date: metadata.modified = value
        case .language: metadata.language = value
        default: break
        }
    }
}

extension Diagnostic {
    fileprivate static func otherOpenDocument(_ kind: String) -> Diagnostic {
        Diagnostic(
            "unsupported-format",
            .error,
            "the file is an OpenDocument, but \(kind) and no text document",
            suggestion: "copy what matters into a text document"
        )
    }
}
