public import TesseraModel
public import TesseraStages
import TesseraWriters

/// The acronyms of one text, to print.
public struct AcronymList: Sendable {
    private struct Definition {
        var paragraph: Int?
        var found: AcronymFinder.Definition
    }

    private struct Mention {
        var paragraph: Int?
        var found: AcronymFinder.Mention
    }

    private let id: JSONValue
    private var definitions: [Definition] = []
    private var mentions: [Mention] = []

    /// - Parameters:
    ///   - id: names the text.
    ///   - text: is read as one paragraph; offsets count from its beginning.
    ///   - finder: knows the gazetteers.
    public init(id: JSONValue, text: String, _ finder: AcronymFinder) {
        self.id = id
        let found = finder.definitions(in: text)
        definitions = found.map { Definition(paragraph: nil, found: $0) }
        mentions = finder.knowing(found).mentions(in: text, defining: found).map { Mention(paragraph: nil, found: $0) }
    }

    /// - Parameters:
    ///   - file: names the document.
    ///   - document: offsets count from the beginning of each paragraph.
    ///   - finder: knows the gazetteers.
    public init(file: String, _ document: SourceDocument, _ finder: AcronymFinder) {
        id = .string(file)
        let texts = document.paragraphs.map(\.text)
        let found = texts.map { finder.definitions(in: $0) }
        // The document's first definition holds wherever a paragraph has none of its own.
        let knowledge = finder.knowing(found.flatMap(\.self))
        for (number, text) in texts.enumerated() {
            definitions += found[number].map { Definition(paragraph: number, found: $0) }
            mentions += knowledge.mentions(in: text, defining: found[number]).map {
                Mention(paragraph: number, found: $0)
            }
        }
    }

    /// An object with `id`, `definitions` and `mentions`; offsets are UTF-8 bytes.
    public var json: JSONValue {
        .object([
            "id": id,
            "definitions": .array(
                definitions.map { definition in
                    let found = definition.found
                    return AcronymList.object(
                        [
                            "acronym": .string(found.acronym), "base": .string(found.base),
                            "expansion": .string(WhiteSpaceNormalisation.normalised(found.expansion)),
                        ],
                        found.range,
                        definition.paragraph
                    )
                }
            ),
            "mentions": .array(
                mentions.map { mention in
                    let found = mention.found
                    return AcronymList.object(
                        [
                            "acronym": .string(found.acronym), "as_written": .string(found.asWritten),
                            "expansions": .array(
                                found.expansions.map { .string(WhiteSpaceNormalisation.normalised($0)) }
                            ),
                        ],
                        found.range,
                        mention.paragraph
                    )
                }
            ),
        ])
    }

    private static func object(_ members: JSONObject, _ range: Range<Int>, _ paragraph: Int?) -> JSONValue {
        var members = members
        members["start"] = .number(range.lowerBound)
        members["end"] = .number(range.upperBound)
        if let paragraph { members["paragraph"] = .number(paragraph) }
        return .object(members)
    }

    /// A CSV table of several lists, a line a definition or mention.
    public static func csv(_ lists: [AcronymList]) -> [UInt8] {
        var records = [["id", "paragraph", "kind", "acronym", "as_written", "expansion", "start", "end"]]
        for list in lists {
            let id = if case .string(let text) = list.id { text } else { list.id.description }
            func lead(_ paragraph: Int?) -> [String] { [id, paragraph.map(String.init) ?? ""] }
            records += list.definitions.map { definition in
                let found = definition.found
                return lead(definition.paragraph) + [
                    "definition", found.base, found.acronym, WhiteSpaceNormalisation.normalised(found.expansion),
                    String(found.range.lowerBound), String(found.range.upperBound),
                ]
            }
            records += list.mentions.map { mention in
                let found = mention.found
                let expansions = found.expansions.map(WhiteSpaceNormalisation.normalised)
                return lead(mention.paragraph) + [
                    "mention", found.acronym, found.asWritten, expansions.joined(separator: " | "),
                    String(found.range.lowerBound), String(found.range.upperBound),
                ]
            }
        }
        return CSVWriter.serialise(records)
    }
}
