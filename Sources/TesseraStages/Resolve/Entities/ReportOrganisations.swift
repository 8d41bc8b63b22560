import TesseraModel

/// The organisations that a report names by acronyms: those whose expansion says that it is one.
struct ReportOrganisations {
    /// The names in the text, spelled out.
    let names: NameLexicon
    /// The short name of each, by the id of the acronym.
    private let short: [String: String]
    /// The ids of acronyms that the report defines as something else.
    private let others: Set<String>

    /// Words that an organisation's name ends with, or begins with before `of` or `for`.
    private static let heads: Set<String> = [
        "Academy", "Administration", "Agency", "Alliance", "Army", "Assembly", "Association", "Authority", "Bank",
        "Board",
        "Bureau", "Center", "Centre", "Commission", "Committee", "Community", "Confederation", "Congress",
        "Corporation",
        "Corps", "Council", "Court", "Department", "Directorate", "Division", "Federation", "Forum", "Foundation",
        "Group",
        "Guard", "Institute", "Institution", "Laboratory", "League", "Ministry", "Nations", "Office", "Organisation",
        "Organization", "Parliament", "Police", "Secretariat", "Service", "Society", "Tribunal", "Union", "Unit",
        "University", "Activity",
    ]
    /// Words that name something else, whatever it belongs to.
    private static let otherHeads: Set<String> = [
        "Act", "Agreement", "Convention", "Fund", "Initiative", "List", "Plan", "Policy", "Program", "Programme",
        "Programs", "Protocol", "Regulations", "System", "Systems", "Treaty", "Treaties", "Advisors", "Advisers",
        "Advisor",
        "Arms", "Weapons", "Management", "Measures", "Reintegration", "Statement", "Report",
    ]
    /// Where the first part of a name ends.
    private static let prepositions: Set<String> = ["of", "for", "on", "to", "against", "Against", "in", "on"]

    init(_ acronyms: [Acronym]) {
        var names: [(name: String, entry: NameLexicon.Entry)] = []
        var short: [String: String] = [:]
        let organisations = acronyms.filter { ReportOrganisations.isOrganisation($0, among: acronyms) }
        for acronym in organisations {
            guard let expansion = acronym.expansion else { continue }
            short[acronym.id] = acronym.acronym
            let entry = NameLexicon.Entry(kind: .organisation, value: acronym.acronym)
            for name in [expansion, ReportOrganisations.plural(expansion)] { names.append((name, entry)) }
            // `OAS General Assembly` for `Organization of American States General Assembly`.
            for other in organisations {
                guard let start = other.expansion, start.utf8.count < expansion.utf8.count,
                    expansion.utf8.starts(with: "\(start) ".utf8)
                else { continue }
                let rest = expansion.utf8Slice(start.utf8.count..<expansion.utf8.count)
                names.append((other.acronym + rest, entry))
            }
        }
        self.names = NameLexicon(names)
        self.short = short
        others = Set(
            acronyms.filter { acronym in
                guard let expansion = acronym.expansion, short[acronym.id] == nil else { return false }
                return !acronym.acronym.contains("/") && !ReportOrganisations.isPlace(expansion)
            }.map(\.id)
        )
    }

    /// What is known of a mention: an organisation, or that the report means something else than other texts would.
    /// - Returns: nil for an acronym that nobody defines, one that stands for a place, and several in one.
    func part(of mention: AcronymMention) -> EntityScanner.KnownPart? {
        let range = mention.range.lowerBound..<mention.range.upperBound - ReportOrganisations.ending(mention.asWritten)
        if let name = short[mention.acronym] {
            return EntityScanner.KnownPart(range: range, meaning: .organisation(name))
        }
        return others.contains(mention.acronym) ? EntityScanner.KnownPart(range: range, meaning: .otherName) : nil
    }

    /// The bytes of a possessive ending, which is no part of a name.
    private static func ending(_ written: String) -> Int {
        let endings = ["’s", "'s", "’", "'"].lazy.map(\.utf8)
        return endings.first { written.utf8.suffix($0.count).elementsEqual($0) }?.count ?? 0
    }

    /// Whether an expansion is the name of a country or region.
    private static func isPlace(_ expansion: String) -> Bool {
        let text = TokenizedText(expansion, words: EntityWord.table)
        guard !text.tokens.isEmpty, let name = EntityNames.names.longest(at: 0, in: text) else { return false }
        return name.next == text.tokens.count && name.entry.kind != .organisation
    }

    private static func isOrganisation(_ acronym: Acronym, among all: [Acronym]) -> Bool {
        guard let expansion = acronym.expansion else { return false }
        let words = expansion.split(separator: " ").map { String($0) }
        let head = words.firstIndex(where: prepositions.contains).map { Array(words[..<$0]) } ?? words
        // `National Tracing Center`, `Bureau of Alcohol`, `Stock Exchange Commission`; what comes last says what it is.
        if let last = head.last, heads.contains(last) { return true }
        if let last = words.last, heads.contains(last), !otherHeads.contains(head.last ?? "") { return true }
        // A part of an organisation that the list names: `Immigration and Customs Enforcement (DHS)`.
        guard let qualifier = acronym.qualifier, !words.contains(where: otherHeads.contains) else { return false }
        return all.contains { $0.acronym == qualifier && $0.id != acronym.id }
    }

    private static func plural(_ name: String) -> String {
        name.hasSuffix("y") ? name.dropLast() + "ies" : name + "s"
    }
}
