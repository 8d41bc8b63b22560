import TesseraPipeline

/// Leaves out the differences that follow from others: where the text of a cell has another address, the link in it has
/// as well, and so has the list of online resources.
enum ToldDifferences {
    /// Words of a source that stand in several records of a dataset.
    private static let wording: Set<String> = ["as_written", "text", "title", "url", "expansion"]
    /// Tables of what was found in the text of a cell.
    private static let findings: Set<String> = [
        "references.csv", "acronym_mentions.csv", "links.csv", "entities.csv",
    ]

    private struct Pair: Hashable {
        var old: String
        var new: String

        /// Nil for what is no change of words.
        init?(_ difference: DatasetDifference) {
            guard difference.kind == .changed, wording.contains(difference.field), !difference.old.isEmpty,
                !difference.new.isEmpty
            else { return nil }
            old = difference.old
            new = difference.new
        }
    }

    private struct Record: Hashable {
        var file: String
        var record: String

        init(_ difference: DatasetDifference) {
            file = difference.file
            record = difference.record
        }
    }

    static func news(among differences: [LocatedDifference]) -> [LocatedDifference] {
        var texts: [DifferenceGroup.Address: (old: String, new: String)] = [:]
        var wordings: [Record: [Pair]] = [:]
        for located in differences {
            let difference = located.difference
            if difference.file == "cells.csv", difference.field == "text", difference.kind == .changed {
                texts[located.address] = (difference.old, difference.new)
            }
            if let pair = Pair(difference) { wordings[Record(difference), default: []].append(pair) }
        }
        let isLeftOut = differences.map { located in
            guard let text = texts[located.address], findings.contains(located.difference.file) else {
                return followsInItsRecord(located.difference, wordings)
            }
            return follows(located.difference, from: text, wordings) || followsInItsRecord(located.difference, wordings)
        }
        // Of records that say the same, the first in this order is told.
        var seen: Set<Pair> = []
        var repeated: Set<Int> = []
        let ranks = differences.map(rank)
        for index in differences.indices.sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }) {
            guard let pair = Pair(differences[index].difference) else { continue }
            let isNew = seen.insert(pair).inserted
            // What is in a row or a cell is told there, whatever else says the same.
            if !isNew, case .other = differences[index].address { repeated.insert(index) }
        }
        return differences.indices.filter { !isLeftOut[$0] && !repeated.contains($0) }.map { differences[$0] }
    }

    /// Rows and cells first, then the lists, then what is found in them and what repeats them.
    private static func rank(_ located: LocatedDifference) -> Int {
        guard case .other = located.address else { return 0 }
        switch located.difference.file {
        case "report.json": return 3
        case "links.csv", "entities.csv": return 2
        default: return 1
        }
    }

    /// Whether something that was found in a text is another one because its words are.
    private static func follows(
        _ difference: DatasetDifference,
        from text: (old: String, new: String),
        _ wordings: [Record: [Pair]]
    ) -> Bool {
        switch difference.kind {
        case .added: isOnly(difference.new, in: text.new, not: text.old)
        case .removed: isOnly(difference.old, in: text.old, not: text.new)
        case .changed:
            (wordings[Record(difference)] ?? []).contains { text.old.contains($0.old) && text.new.contains($0.new) }
        }
    }

    private static func isOnly(_ words: String, in text: String, not other: String) -> Bool {
        !words.isEmpty && text.contains(words) && !other.contains(words)
    }

    /// Whether a field of a link follows from another one: the host from the address.
    private static func followsInItsRecord(_ difference: DatasetDifference, _ wordings: [Record: [Pair]]) -> Bool {
        difference.file == "links.csv" && difference.field == "host" && difference.kind == .changed
            && wordings[Record(difference)] != nil
    }
}
