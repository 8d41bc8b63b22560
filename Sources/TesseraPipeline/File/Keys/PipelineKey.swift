import TesseraModel

/// A key of a mapping in a pipeline file.
struct PipelineKey: Sendable {
    /// What can stand behind a key.
    indirect enum Kind: Sendable {
        /// The version of the notation.
        case version
        /// Any text.
        case text
        /// A text that looks like this; see ``TesseraModel/ValuePattern``.
        case textLike(String)
        /// A text that looks like this, or a mapping from revisions to such texts.
        case textByRevision(String)
        /// A name that is fit for folders and keys.
        case name
        /// A whole number from 0.
        case number
        /// One of these words.
        case word([String])
        /// Some of these words; one alone needs no list.
        case words([String])
        /// At least one of these words; one alone needs no list.
        case someWords([String])
        /// Texts; one alone needs no list.
        case texts
        /// Heading patterns; one alone needs no list.
        case patterns
        /// An element or an attribute of XML.
        case xmlName
        /// Elements of XML; one alone needs no list.
        case xmlNames
        case mapping(PipelineKeys)
        /// Mappings; one alone needs no list.
        case list(PipelineKeys)
        /// Mappings, or the value of their first key alone.
        case shortList(PipelineKeys)
        /// A mapping from any text to text.
        case textsByText
        /// A mapping from names to patterns.
        case patternsByName
        /// A mapping from names to lists of files.
        case filesByName
    }

    let name: String
    let kind: Kind
    let isRequired: Bool
    /// For the schema: what the value says, and what it means to leave the key out.
    let description: String
    /// What leaving the key out means, where that is a value.
    let usual: JSONValue?

    /// A key that the mapping must have.
    static func required(_ name: String, _ kind: Kind, _ description: String) -> PipelineKey {
        PipelineKey(name: name, kind: kind, isRequired: true, description: description, usual: nil)
    }

    /// A key that the mapping may have.
    static func optional(
        _ name: String,
        _ kind: Kind,
        _ description: String,
        usual: JSONValue? = nil
    ) -> PipelineKey {
        PipelineKey(name: name, kind: kind, isRequired: false, description: description, usual: usual)
    }
}

/// The keys that a mapping of a pipeline file can have. The decoder asks for no other, and reports any other.
struct PipelineKeys: Sendable {
    /// What the mapping is, for messages: `a column`.
    let what: String
    let keys: [PipelineKey]
    /// Keys of which the mapping must have at least one; none where that does not matter.
    let alternatives: [String]

    init(_ what: String, _ keys: [PipelineKey], needingOneOf alternatives: [String] = []) {
        self.what = what
        self.keys = keys
        self.alternatives = alternatives
    }

    subscript(_ name: String) -> PipelineKey? { keys.first { $0.name == name } }
}

extension PipelineKey.Kind {
    /// The mapping behind the key, or each of the list behind it.
    var nested: PipelineKeys? {
        switch self {
        case .mapping(let keys), .list(let keys), .shortList(let keys): keys
        default: nil
        }
    }

    /// The type as the documentation names it.
    var title: String {
        switch self {
        case .version, .number: "number"
        case .text, .textLike: "text"
        case .name, .xmlName: "name"
        case .word: "word"
        case .words, .someWords: "list of words"
        case .texts: "list of texts"
        case .patterns: "patterns"
        case .xmlNames: "list of names"
        case .textByRevision: "text or mapping"
        case .list: "list"
        case .shortList(let keys): keys["file"] == nil ? "list" : "list of files"
        case .mapping, .textsByText, .patternsByName, .filesByName: "mapping"
        }
    }
}
