/// A piece of HTML in which every text is escaped: text gets into it as a `String` alone, and names of elements and
/// attributes stand in the program.
///
/// Made with ``element(_:_:_:)`` and the builder behind its braces, in which a `String` is text:
///
///     element("p", ["class": "soft"]) {
///         "1 < 2, as "
///         element("em") { name }
///         " says"
///     }
public struct HTML: Sendable, Equatable {
    /// The markup.
    public private(set) var markup: String

    /// No HTML at all.
    public init() { markup = "" }

    /// A text.
    /// - Parameter text: plain text.
    public init(text: some StringProtocol) {
        markup = ""
        HTML.append(text, to: &markup)
    }

    /// What a builder puts together.
    /// - Parameter content: the pieces, one behind the other.
    public init(@HTMLBuilder _ content: () -> HTML) { self = content() }

    init(markup: String) { self.markup = markup }

    /// Whether there is nothing in it.
    public var isEmpty: Bool { markup.isEmpty }

    /// Adds a piece behind this one.
    public static func += (html: inout HTML, piece: HTML) { html.markup += piece.markup }

    /// Writes a text with references in the place of characters that mean something in HTML, in text as in attributes,
    /// which stand in double quotes.
    static func append(_ text: some StringProtocol, to markup: inout String) {
        // Characters that HTML cannot hold, as control characters, become a sign for them.
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "\t", "\n": markup.unicodeScalars.append(scalar)
            case "\0"..<" ", "\u{7F}"..<"\u{A0}": markup += "\u{FFFD}"
            default: markup.unicodeScalars.append(scalar)
            }
        }
    }
}

/// What stands between the braces of an element: texts, numbers and pieces of HTML, with conditions and loops.
@resultBuilder
public enum HTMLBuilder {
    public static func buildExpression(_ text: String) -> HTML { HTML(text: text) }
    public static func buildExpression(_ number: Int) -> HTML { HTML(text: String(number)) }
    public static func buildExpression(_ html: HTML) -> HTML { html }
    public static func buildBlock() -> HTML { HTML() }
    public static func buildPartialBlock(first: HTML) -> HTML { first }

    public static func buildPartialBlock(accumulated: HTML, next: HTML) -> HTML {
        var html = accumulated
        html += next
        return html
    }

    public static func buildOptional(_ html: HTML?) -> HTML { html ?? HTML() }
    public static func buildEither(first html: HTML) -> HTML { html }
    public static func buildEither(second html: HTML) -> HTML { html }

    public static func buildArray(_ pieces: [HTML]) -> HTML {
        var html = HTML()
        for piece in pieces { html += piece }
        return html
    }
}
