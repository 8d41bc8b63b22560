import TesseraModel

/// The meanings of acronyms in one report: those of its glossary, those that its text defines, and those of gazetteers
/// that it uses.
struct AcronymLexicon {
    private(set) var acronyms: [Acronym] = []
    let comparison: ExpansionComparison
    private let ignored: Set<String>
    /// Indices of all meanings, the first first, by acronym.
    private var numbers: [String: [Int]] = [:]
    private var names = UniqueNames()
    /// The spellings or wordings that disagree, by the index of the acronym.
    private var variants: [Int: [String]] = [:]
    /// The first expansion of each acronym.
    private var known: KnownExpansions

    /// - Parameter rules: equivalents; the glossary's own acronyms are added, so that `OAS General Assembly` is
    ///   what the glossary calls `Organization of American States General Assembly`.
    init(glossary: [GlossaryEntry], rules: AcronymRules) {
        var equivalents = rules.equivalents
        for entry in glossary {
            guard let text = entry.expansion?.text else { continue }
            equivalents.append((entry.key.text, Qualified(text).expansion))
        }
        comparison = ExpansionComparison(equivalents: equivalents)
        known = KnownExpansions(comparison: comparison)
        ignored = rules.ignored
        for entry in glossary {
            let qualified = entry.expansion.map { Qualified($0.text) }
            add(
                Acronym(
                    id: "",
                    acronym: entry.key.text,
                    expansion: qualified?.expansion,
                    qualifier: qualified?.qualifier,
                    source: .glossary
                )
            )
        }
    }

    // MARK: Definitions in the text

    /// Takes the definitions out of a paragraph.
    /// - Returns: the meaning of each acronym that the paragraph defines.
    mutating func learn(from text: String) -> [(acronym: String, id: String)] {
        let bytes = Array(text.utf8)
        let definitions = DefinitionFinder(bytes, known: known).definitions()
        var learnt: [(acronym: String, id: String)] = []
        for definition in definitions {
            let acronym = String(decoding: bytes[definition.base], as: UTF8.self)
            guard !ignored.contains(acronym) else { continue }
            let expansion = String(decoding: bytes[definition.expansion], as: UTF8.self)
            learnt.append((acronym, learn(acronym, expansion, isPlural: definition.base != definition.acronym)))
        }
        return learnt
    }

    private mutating func learn(_ acronym: String, _ expansion: String, isPlural: Bool) -> String {
        let candidates = numbers[acronym] ?? []
        for index in candidates {
            guard let present = acronyms[index].expansion else {
                acronyms[index].expansion = expansion
                known.note(acronym, expansion)
                return acronyms[index].id
            }
            if comparison.areSame(present, expansion, ignoringPlural: isPlural) { return acronyms[index].id }
        }
        // Another wording of the same name is a conflict; another name is another meaning.
        for index in candidates {
            guard let present = acronyms[index].expansion,
                comparison.likeness(comparison.stemmed(present), comparison.stemmed(expansion)) >= 0.5
            else { continue }
            addConflict(present, expansion, to: index)
            return acronyms[index].id
        }
        return add(Acronym(id: "", acronym: acronym, expansion: expansion, source: .inline))
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

    // MARK: Mentions

    /// The meanings of a mentioned acronym: what the document says; else what the first gazetteer says that has it;
    /// else one without expansion.
    mutating func ids(of acronym: String, _ gazetteers: [Gazetteer]) -> [String] {
        if let known = numbers[acronym] { return known.map { acronyms[$0].id } }
        for gazetteer in gazetteers {
            let meanings = gazetteer.meanings(of: acronym)
            if meanings.isEmpty { continue }
            return meanings.map { entry in
                add(
                    Acronym(
                        id: "",
                        acronym: acronym,
                        expansion: entry.expansion,
                        qualifier: entry.scope,
                        source: .gazetteer,
                        authority: entry.source
                    )
                )
            }
        }
        return [add(Acronym(id: "", acronym: acronym, expansion: nil, source: .none))]
    }

    /// All meanings with their conflicts, sorted by id.
    var meanings: [Acronym] {
        var meanings = acronyms
        for (index, variants) in variants { meanings[index].conflict = variants.joined(separator: " / ") }
        return meanings.sorted { $0.id < $1.id }
    }

    /// All acronyms that are known by now, sorted.
    var keys: [String] { numbers.keys.sorted() }

    @discardableResult
    private mutating func add(_ acronym: Acronym) -> String {
        var acronym = acronym
        acronym.id = names.unique(acronym.acronym)
        if numbers[acronym.acronym] == nil, let expansion = acronym.expansion {
            known.note(acronym.acronym, expansion)
        }
        numbers[acronym.acronym, default: []].append(acronyms.count)
        acronyms.append(acronym)
        return acronym.id
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
