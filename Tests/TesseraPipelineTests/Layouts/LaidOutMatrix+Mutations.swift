import TestSupport

/// What editions and their copyists do to a matrix.
extension LaidOutMatrix {
    /// Another edition: some of the rows in another order, with changed texts, respelled labels and moved page breaks.
    /// - Parameter allowsEmptyCells: whether the layout can show a cell that holds nothing.
    func edition(allowsEmptyCells: Bool, using generator: inout SeededGenerator) -> LaidOutMatrix {
        var edition = self
        edition.rows = Array(rows.shuffled(using: &generator).prefix(Int.random(in: 2...4, using: &generator)))
        if Bool.random(using: &generator) {
            edition.rows.insert(
                addedRow(using: &generator),
                at: Int.random(in: 0...edition.rows.count, using: &generator)
            )
        }
        for index in edition.rows.indices {
            for cell in edition.rows[index].cells.indices {
                edition.rows[index].cells[cell] = changed(
                    edition.rows[index].cells[cell],
                    allowsEmptyCells: allowsEmptyCells,
                    using: &generator
                )
            }
            edition.rows[index].respell(using: &generator)
        }
        edition.rowsOnPage = Int.random(in: 1...4, using: &generator)
        return edition
    }

    /// A row that no edition has.
    private func addedRow(using generator: inout SeededGenerator) -> Row {
        let number = Int.random(in: 60...90, using: &generator)
        var donor = rows.randomElement(using: &generator) ?? rows[0]
        donor.keys = ["V.\(number)"]
        donor.labels = ["Section V, para \(number)"]
        donor.titles = ["Measures that no edition had before this one"]
        return donor
    }

    private func changed(
        _ paragraphs: [String],
        allowsEmptyCells: Bool,
        using generator: inout SeededGenerator
    ) -> [String] {
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: return ["N/A"]
        case 1: return allowsEmptyCells ? [] : ["Not applicable (N/A)"]
        case 2: return paragraphs.dropLast().isEmpty ? paragraphs : Array(paragraphs.dropLast())
        case 3:
            // Another paragraph, of another row.
            let other = rows.randomElement(using: &generator)?.cells.joined().randomElement(using: &generator)
            let isBare = paragraphs.count == 1 && paragraphs[0].contains("N/A") || other?.contains("N/A") == true
            return isBare ? paragraphs : paragraphs + [other ?? "None yet."]
        case 4:
            // Words go.
            return paragraphs.map { text in
                let words = text.split(separator: " ")
                guard words.count > 8 else { return text }
                let cut = Int.random(in: 1..<words.count - 4, using: &generator)
                return (words[..<cut] + words[(cut + 2)...]).joined(separator: " ")
            }
        default: return paragraphs
        }
    }
}

extension LaidOutMatrix.Row {
    /// Writes the labels in another of the ways that were seen.
    mutating func respell(using generator: inout SeededGenerator) {
        var sections: [(name: String, numbers: [Int])] = []
        for key in keys {
            let parts = key.split(separator: ".")
            guard parts.count == 2, let number = Int(parts[1]) else { return }
            if sections.last?.name == String(parts[0]) {
                sections[sections.count - 1].numbers.append(number)
            } else {
                sections.append((String(parts[0]), [number]))
            }
        }
        let lines = sections.map { section in
            let comma = Int.random(in: 0..<6, using: &generator) == 0 ? " ," : ","
            return "Section \(section.name)\(comma) para \(Self.list(section.numbers, using: &generator))"
        }
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: labels = [lines.joined(separator: "; ")]
        case 1: labels = [lines.joined(separator: " ")]
        default: labels = lines
        }
        isTitleOnLabel = Int.random(in: 0..<5, using: &generator) == 0
        if !isTitleOnLabel, Int.random(in: 0..<4, using: &generator) == 0 { labels[labels.count - 1] += " " }
    }

    private static func list(_ numbers: [Int], using generator: inout SeededGenerator) -> String {
        let isRun = numbers.count > 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
        if isRun, let first = numbers.first, let last = numbers.last, Bool.random(using: &generator) {
            return "\(first)-\(last)"
        }
        let words = numbers.map(String.init)
        guard words.count > 1, Int.random(in: 0..<3, using: &generator) == 0 else {
            return words.joined(separator: ", ")
        }
        return words.dropLast().joined(separator: ", ") + ", and \(words[words.count - 1])"
    }
}
