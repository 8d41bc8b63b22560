public import TesseraModel

/// A heading pattern: `Section {section:roman}, para {paragraph:numbers}`.
///
/// A pattern reads like the heading it matches. Letter case, white space, the shape of quotation marks and dashes
/// make no difference. `{name:type}` captures a typed value (see ``PlaceholderType``), `{x?}` is text that may be
/// absent. Matching takes time proportional to the length of the text; for the escape hatch `regex:`, a match limit
/// sees to that.
public struct Pattern: Sendable {
    /// How much of a text a match must take.
    public enum Extent: Sendable {
        /// All of it, white space aside.
        case whole
        /// Its beginning.
        case prefix
        /// Any piece of it that begins and ends at a word's border.
        case anywhere
    }

    /// What copies share. Whole lists of patterns are gone through for each line, so that a copy is to cost no more
    /// than one reference count.
    private final class Compiled: Sendable {
        let source: String
        let regex: String?
        let engine: any PatternEngine

        init(_ source: String, regex: String?, _ engine: any PatternEngine) {
            self.source = source
            self.regex = regex
            self.engine = engine
        }
    }

    private let compiled: Compiled

    /// The pattern as the pipeline file writes it.
    public var source: String { compiled.source }
    /// The regular expression, for the escape hatch; nil for the heading notation.
    public var regex: String? { compiled.regex }

    /// Compiles a pattern in the heading notation.
    /// - Throws: ``PatternFailure`` with the offset of the mistake.
    public init(_ notation: String) throws(PatternFailure) {
        compiled = Compiled(notation, regex: nil, HeadingEngine(program: try HeadingNotation.compile(notation)))
    }

    /// Compiles a regular expression (PCRE2 syntax, case-insensitive); named groups are captures.
    /// - Throws: ``PatternFailure`` with PCRE2's message.
    public init(regex: String) throws(PatternFailure) {
        compiled = Compiled("regex: \(regex)", regex: regex, try RegexEngine(regex))
    }

    /// The names of the captures, in the order of the pattern.
    public var captureNames: [String] { compiled.engine.captureNames }

    /// Matches the pattern.
    /// - Parameters:
    ///   - text: the text; offsets in the result are its UTF-8 bytes.
    ///   - extent: how much of the text the match must take.
    ///   - start: the byte to begin at; a character border.
    /// - Returns: the leftmost match, nil for none.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a `regex:` pattern ran into its match limit.
    public func match(
        _ text: String,
        _ extent: Extent,
        from start: Int = 0
    ) throws(DocumentFailure) -> PatternMatch? {
        do {
            return try compiled.engine.match(text, extent, from: start)
        } catch {
            throw DocumentFailure(.runaway(source, error))
        }
    }

    /// Whether the pattern takes the whole text.
    public func matches(_ text: String) throws(DocumentFailure) -> Bool {
        try match(text, .whole) != nil
    }
}

extension [Pattern] {
    /// The match of the first pattern that matches.
    public func firstMatch(_ text: String, _ extent: Pattern.Extent) throws(DocumentFailure) -> PatternMatch? {
        for pattern in self {
            if let match = try pattern.match(text, extent) { return match }
        }
        return nil
    }

    /// Whether one of the patterns takes the whole text.
    public func matches(_ text: String) throws(DocumentFailure) -> Bool {
        try firstMatch(text, .whole) != nil
    }
}

/// What finds matches: the heading notation or a regular expression.
protocol PatternEngine: Sendable {
    var captureNames: [String] { get }
    func match(
        _ text: String,
        _ extent: Pattern.Extent,
        from start: Int
    ) throws(PatternRunaway) -> PatternMatch?
}

/// A regular expression that ran into its match limit.
struct PatternRunaway: Error {
    var reason: String
}

extension Diagnostic {
    fileprivate static func runaway(_ pattern: String, _ runaway: PatternRunaway) -> Diagnostic {
        Diagnostic(
            "pattern-runaway",
            .error,
            "the pattern '\(pattern)' was stopped: \(runaway.reason)",
            suggestion: "write the pattern without nested repetition, or in the heading notation, which is linear"
        )
    }
}

/// A pattern that cannot be compiled.
public struct PatternFailure: Error, Sendable, Equatable {
    public var message: String
    /// UTF-8 byte offset into the pattern.
    public var offset: Int

    public init(message: String, offset: Int) {
        self.message = message
        self.offset = offset
    }
}
