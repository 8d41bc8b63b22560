import LibXML
import TesseraModel

/// What the styles of a Word document say about paragraphs and runs.
struct WordStyles {
    /// A style as written; what it does not say it takes from the style that it is based on.
    struct Style {
        var basedOn: String?
        /// From 0, as the format counts.
        var outlineLevel: Int?
        /// From 0, as the format counts.
        var listLevel: Int?
        /// Name of the list; `0` takes the paragraph out of every list.
        var list: String?
        var isHidden: Bool?
    }

    /// How long a chain of styles may be; longer ones go in a circle.
    private static let longestChain = 32

    var styles: [String: Style] = [:]
    /// The style of paragraphs that name none.
    var defaultParagraphStyle: String?
    /// Language tag after BCP 47.
    var language: String?

    /// What a style says; nil where there is none of that name.
    subscript(name: String?) -> Style? { name.flatMap { styles[$0] } }

    /// Gives every style what it takes from those that it is based on.
    mutating func resolve() {
        for (name, var style) in styles {
            var next = style.basedOn
            for _ in 0..<WordStyles.longestChain {
                guard let base = self[next] else { break }
                style.outlineLevel = style.outlineLevel ?? base.outlineLevel
                style.listLevel = style.listLevel ?? base.listLevel
                style.list = style.list ?? base.list
                style.isHidden = style.isHidden ?? base.isHidden
                next = base.basedOn
            }
            styles[name] = style
        }
    }
}

/// Gathers styles from the elements that describe them.
struct WordStylesBuilder {
    private var written = WordStyles()
    private var open: (name: String, style: WordStyles.Style)?

    /// The styles, each with what it takes from others.
    var styles: WordStyles {
        var styles = written
        styles.resolve()
        return styles
    }

    mutating func start(_ element: WordElement, _ tag: borrowing XMLTag) {
        switch element {
        case .style:
            let name = tag.value(.styleIdentifier) ?? ""
            open = (name, WordStyles.Style())
            let isDefault = tag.value(.isDefault).map { !["0", "false", "off"].contains($0) } ?? false
            if isDefault, tag.value(.type) == "paragraph" { written.defaultParagraphStyle = name }
        case .styleName:
            // The names of the built-in headings mean their level, whether it is written down or not.
            let words = (tag.value(.value) ?? "").lowercased().split(separator: " ")
            guard words.count == 2, words[0] == "heading", let level = Int(words[1]) else { return }
            if open?.style.outlineLevel == nil { open?.style.outlineLevel = level - 1 }
        case .basedOn: open?.style.basedOn = tag.value(.value)
        case .outlineLevel: open?.style.outlineLevel = tag.wordNumber
        case .list: open?.style.list = tag.value(.value)
        case .listLevel: open?.style.listLevel = tag.wordNumber
        case .hidden: open?.style.isHidden = tag.isSwitchedOn
        case .language:
            if open == nil { written.language = tag.value(.value) }
        default: break
        }
    }

    mutating func end(_ element: WordElement) {
        guard element == .style, let style = open else { return }
        written.styles[style.name] = style.style
        open = nil
    }
}

/// Reads the part that holds the styles.
final class WordStylesHandler: MarkupHandler {
    private(set) var builder = WordStylesBuilder()
    private var skipped = 0

    var failure: Diagnostic? { nil }

    func start(_ name: Int, _ tag: borrowing XMLTag) {
        guard let element = WordElement(rawValue: name) else { return }
        if skipped > 0 || element == .formerProperties { skipped += 1 }
        if skipped == 0 { builder.start(element, tag) }
    }

    func end(_ name: Int) {
        guard let element = WordElement(rawValue: name) else { return }
        if skipped > 0 { skipped -= 1 } else { builder.end(element) }
    }

    func text(_ text: borrowing XMLText) {}
}
