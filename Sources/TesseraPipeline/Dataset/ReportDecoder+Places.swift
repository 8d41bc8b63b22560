import TesseraModel

extension TextAddress {
    /// Reads what ``description`` writes of a text outside the cells; nil for anything else.
    init?(outsideCells notation: String) {
        guard let slash = notation.firstIndex(of: "/") else { return nil }
        let name = String(notation[notation.index(after: slash)...])
        switch notation[..<slash] {
        case "column-heading": self = .columnHeading(name)
        case "row-heading": self = .rowHeading(name)
        case "resource-title": self = .resourceTitle(name)
        case "resources": self = .resource(name)
        case let kind:
            guard let number = Int(name), number > 0 else { return nil }
            switch kind {
            case "front-matter": self = .frontMatter(number)
            case "glossary-key": self = .glossaryKey(number)
            case "glossary": self = .glossary(number)
            case "organisation": self = .organisation(number)
            case "back-matter": self = .backMatter(number)
            default: return nil
            }
        }
    }
}

extension Passage {
    /// A text whose place is known, but not the paragraphs that it was made from.
    init(_ text: String, at place: SourcePlace?) {
        let source = place.map { [SourceSpan(paragraph: -1, range: 0..<text.utf8.count, place: $0)] }
        self.init(text: text, source: source ?? [])
    }
}

extension JSONCursor {
    /// The members `part`, `start` and `end`; nil where there are none.
    func place() throws(JSONDecodingFailure) -> SourcePlace? {
        guard case .object(let members) = value, case .string? = members["start"] else { return nil }
        return SourcePlace(part: try string("part"), start: try position("start"), end: try position("end"))
    }

    private func position(_ name: String) throws(JSONDecodingFailure) -> Position {
        let member = try required(name)
        let text = try member.string()
        guard let position = Position(text) else {
            throw member.failure("'\(text.shortened(to: 40))' is no place in a source")
        }
        return position
    }

    /// Why a confidence is below 1.
    func uncertainties() throws(JSONDecodingFailure) -> [Uncertainty.Reason] {
        try has("uncertainties") ? try strings("uncertainties").map { Uncertainty.Reason(rawValue: $0) } : []
    }
}
