import TesseraModel

/// The meanings of acronyms in one report: those of its glossary, then those that its text defines.
struct AcronymLexicon {
    private var acronyms: [Acronym] = []
    private let comparison: ExpansionComparison
    private let ignored: Set<String>
    /// Index of the first meaning, by acronym.
    private var first: [String: Int] = [:]
    private var names = UniqueNames()
    /// The spellings or wordings that disagree, by the index of the acronym.
    private var variants: [Int: [String]] = [:]
    /// The first expansion of each acronym, as it is compared.
    private var known: [String: ExpansionComparison.StemmedWords] = [:]

    /// - Parameter rules: equivalents; the glossary's own acronyms are added, so that `OAS General Assembly` is
    ///   what the glossary calls `Organization of American States General Assembly`.
    init(glossary: [GlossaryEntry], rules: AcronymRules) {
        var equivalents = rules.equivalents
        for entry in glossary {
            guard let text = entry.expansion?.text else { continue }
            equivalents.append((entry.key.text, Qualified(text).expansion))
        }
        comparison = ExpansionComparison(equivalents: equivalents)
        ignored = rules.ignored
        for entry in glossary {
            let qualified = entry.expansion.map { Qualified($0.text) }
            add(
                entry.key.text,
                expansion: qualified?.expansion,
                qualifier: qualified?.qualifier,
                source: .glossary
            )
        }
    }

    /// Takes the definitions out of a paragraph.
    /// - Returns: the meaning of each acronym that the paragraph defines.
    mutating func learn(from text: String) -> [(acronym: String, id: String)] {
        let definitions = DefinitionFinder(known: known, comparison: comparison).definitions(in: text)
            .filter { !ignored.contains($0.acronym) }
        return definitions.map { ($0.acronym, learn($0)) }
    }

    private mutating func learn(_ definition: InlineDefinition) -> String {
        let candidates = acronyms.indices.filter { acronyms[$0].acronym == definition.acronym }
        for index in candidates {
            guard let expansion = acronyms[index].expansion else {
                acronyms[index].expansion = definition.expansion
                known[definition.acronym] = comparison.stemmed(definition.expansion)
                return acronyms[index].id
            }
            if comparison.areSame(expansion, definition.expansion, ignoringPlural: definition.isPlural) {
                return acronyms[index].id
            }
        }
        // Another wording of the same name is a conflict; another name is another meaning.
        for index in candidates {
            guard let expansion = acronyms[index].expansion,
                comparison.likeness(comparison.stemmed(expansion), comparison.stemmed(definition.expansion)) >= 0.5
            else { continue }
            addConflict(expansion, definition.expansion, to: index)
            return acronyms[index].id
        }
        return add(definition.acronym, expansion: definition.expansion, qualifier: nil, source: .inline)
    }

    /// Notes acronyms that differ only in the order of their letters and mean the same: one is a typing error.
    mutating func compareSpellings() {
        let defined = acronyms.indices.filter { acronyms[$0].expansion != nil }
        let groups = Dictionary(grouping: defined) { String(acronyms[$0].acronym.sorted()) }
        for group in groups.values where group.count > 1 {
            for one in group {
                for other in group where acronyms[one].acronym != acronyms[other].acronym {
                    guard let expansion = acronyms[one].expansion, let same = acronyms[other].expansion,
                        comparison.areSame(expansion, same)
                    else { continue }
                    addConflict(acronyms[one].acronym, acronyms[other].acronym, to: one)
                }
            }
        }
    }

    /// Adds an acronym that the text uses and nobody defines.
    mutating func addUndefined(_ acronym: String) -> String {
        if let index = first[acronym] { return acronyms[index].id }
        return add(acronym, expansion: nil, qualifier: nil, source: .none)
    }

    /// All meanings with their conflicts, sorted by id.
    var meanings: [Acronym] {
        var meanings = acronyms
        for (index, variants) in variants { meanings[index].conflict = variants.joined(separator: " / ") }
        return meanings.sorted { $0.id < $1.id }
    }

    /// All acronyms that are known by now.
    var keys: Set<String> { Set(first.keys) }

    /// The id of an acronym's first meaning.
    func id(of acronym: String) -> String? { first[acronym].map { acronyms[$0].id } }

    @discardableResult
    private mutating func add(
        _ acronym: String,
        expansion: String?,
        qualifier: String?,
        source: Acronym.Source
    ) -> String {
        let id = names.unique(acronym)
        if first[acronym] == nil {
            first[acronym] = acronyms.count
            known[acronym] = expansion.map(comparison.stemmed)
        }
        acronyms.append(
            Acronym(id: id, acronym: acronym, expansion: expansion, qualifier: qualifier, source: source)
        )
        return id
    }

    private mutating func addConflict(_ one: String, _ other: String, to index: Int) {
        var known = variants[index] ?? [one]
        guard !known.contains(other) else { return }
        known.append(other)
        variants[index] = known
    }
}

/// An expansion with what stands in brackets at its end: `Bureau of Political-Military Affairs (DOS)`.
private struct Qualified {
    var expansion: String
    var qualifier: String?

    init(_ text: String) {
        guard text.last == ")", let open = text.lastIndex(of: "("), open != text.startIndex else {
            expansion = text
            return
        }
        qualifier = String(text[text.index(after: open)...].dropLast())
        expansion = WhiteSpaceNormalisation.normalised(String(text[..<open]))
    }
}
