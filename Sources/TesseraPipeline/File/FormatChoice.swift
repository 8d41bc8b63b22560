import TesseraModel
import TesseraWriters

/// Some of the formats that a dataset can be written in: one at least.
public struct FormatChoice: Sendable, Equatable {
    /// Names of ``TesseraWriters/Writers/formats``, in the order of that list.
    public let names: [String]

    /// What is written where nobody chooses.
    public static let usual = FormatChoice(names: Writers.usualFormats)

    /// The word for every format.
    public static let every = "all"

    private init(names: [String]) { self.names = names }

    /// - Parameter words: names of formats, in any order; `all` stands for every one.
    /// - Throws: ``UnknownFormat`` for a word that is none, or where there is no word.
    public init(_ words: [String]) throws(UnknownFormat) {
        let known = Writers.formats.map(\.name)
        guard !words.isEmpty else { throw UnknownFormat(name: "") }
        for word in words where word != FormatChoice.every && !known.contains(word) { throw UnknownFormat(name: word) }
        names = words.contains(FormatChoice.every) ? known : known.filter(words.contains)
    }

    /// The formats that have left files in a folder; nil where there is none of them.
    package init?(filesNamed files: [String]) {
        names = Writers.formats.filter { !Set($0.fileNames).isDisjoint(with: files) }.map(\.name)
        if names.isEmpty { return nil }
    }
}

/// A word that stands where the name of a format should.
public struct UnknownFormat: Error, Sendable, Equatable {
    /// The word; empty for none.
    public let name: String

    /// What is wrong, without advice.
    public var message: String { name.isEmpty ? "no format is named" : "there is no format '\(name)'" }

    /// What to do about it.
    public var suggestion: String {
        let known = Writers.formats.map(\.name) + [FormatChoice.every]
        let near = EditDistance.nearest(to: name.lowercased(), among: known)
        // Names are short: of two words that differ in two letters, most have nothing to do with each other.
        if let near, !name.isEmpty,
            near.distance <= 1
                || (near.distance <= max(2, name.count / 3) && near.word.first == name.lowercased().first)
        {
            return "did you mean '\(near.word)'?"
        }
        return "the formats are \(known.dropLast().joined(separator: ", ")), or all"
    }
}
