import TesseraModel

/// Where something stands in the source, in words.
enum PlaceText {
    /// `Line 17, column 1, to line 17, column 22`, with the part in front where the source has several.
    static func words(_ place: SourcePlace) -> String {
        let start = words(place.start)
        let end = words(place.end)
        let range =
            switch (place.start, place.end) {
            case (.line(let first, let from), .line(let last, let to)) where first == last:
                "line \(first), columns \(from) to \(to)"
            default: start == end ? start : "\(start), to \(end)"
            }
        return place.part.isEmpty ? range : "\(place.part): \(range)"
    }

    private static func words(_ position: Position) -> String {
        switch position {
        case .line(let line, let column): "line \(line), column \(column)"
        case .node(let path, let line): "line \(line), \(path)"
        case .page(let page, let x, let y): "page \(page), \(x.plainDescription) × \(y.plainDescription) points"
        case .character(let character): "character \(character)"
        }
    }
}
