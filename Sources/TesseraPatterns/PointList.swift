/// Lists and ranges of points: letters, Roman numerals or numbers in brackets.
enum PointList {
    /// `(point) (separator (point))*`, with the separators of numbers. A point has one letter or two, a numeral, or
    /// digits: a word in brackets is none.
    static let node: HeadingNode = {
        let letters = HeadingNode.sequence([
            .unit(.letter, glued: false), .optional(.unit(.letter, glued: true)),
        ])
        let point = HeadingNode.sequence([
            .literal("("), .alternatives([.run(.digit), .run(.roman), letters]), .literal(")"),
        ])
        return .sequence([point, .repeat(.sequence([NumberList.separator, point]))])
    }()

    /// The points of a list in small letters, ranges of single letters or numbers spread out; nil for another range, or
    /// a list longer than `longestList`.
    static func parse(_ text: String, longestList: Int) -> [String]? {
        var points: [String] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let between = rest[..<open].unicodeScalars.map(Folding.fold)
            let point = String(rest[rest.index(after: open)..<close].filter { !$0.isWhitespace }).lowercased()
            if between.contains("-") || between.contains("t"), let first = points.last {
                guard let range = range(from: first, to: point, longestList: longestList) else { return nil }
                points += range
            } else {
                points.append(point)
            }
            guard points.count <= longestList else { return nil }
            rest = rest[rest.index(after: close)...]
        }
        return points.isEmpty ? nil : points
    }

    /// What comes behind the first point of a range, with the last.
    private static func range(from first: String, to last: String, longestList: Int) -> [String]? {
        if let start = Int(first), let end = Int(last) {
            return end > start && end - start < longestList ? (start + 1...end).map(String.init) : nil
        }
        guard first.utf8.count == 1, last.utf8.count == 1, let start = first.utf8.first, let end = last.utf8.first,
            start >= UInt8(ascii: "a"), end > start
        else { return nil }
        return (start + 1...end).map { String(Unicode.Scalar($0)) }
    }
}
