import TesseraModel

/// What belongs to the report as a whole: acronyms, links, entities, resources, repairs.
extension ReportJSON {
    struct PlacedEntry {
        var entry: GlossaryEntry
        var place: SourcePlace?

        init(_ entry: GlossaryEntry) {
            self.entry = entry
            place = Passage(joining: [entry.key] + (entry.expansion.map { [$0] } ?? [])).place
        }
    }

    static let glossaryEntry = JSONShape<PlacedEntry>(
        [
            .member("key", .text, "The acronym as printed") { .string($0.entry.key.text) },
            .member("expansion", .string().nullable, "What the list says that it stands for") {
                .optional($0.entry.expansion?.text)
            },
        ] + SourcePlace.shape.members(ofOptional: { $0.place })
    )

    static let acronym = JSONShape<IndexedReport.Part<Acronym>>([
        .member("id", .text, "The acronym; with a suffix ~2 for a second meaning") { .string($0.value.id) },
        .member("acronym", .text, "As printed, without a plural ending") { .string($0.value.acronym) },
        .member("expansion", .string().nullable, "What it stands for; null where nobody says") {
            .optional($0.value.expansion)
        },
        .member("qualifier", .string().nullable, "What the list adds in brackets; a gazetteer's scope") {
            .optional($0.value.qualifier)
        },
        .member("source", .words(Acronym.Source.self), "Where the expansion stands") {
            .string($0.value.source.rawValue)
        },
        .member("mentions", .integer(from: 0), "Number of mentions in cells") {
            .number($0.index.mentionCounts[$0.value.id] ?? 0)
        },
        .member("conflict", .string().nullable, "Spellings or wordings that disagree, separated by ' / '") {
            .optional($0.value.conflict)
        },
        .optional("authority", .text, "Whom a gazetteer names for the meaning; absent where it names nobody") {
            $0.value.authority.map(JSONValue.string)
        },
    ])

    static let link = JSONShape<Link>([
        .member("id", .text, "Where it stands, @start") { .string($0.id) },
        .member("kind", .words(Link.Kind.self), "URL or e-mail address") { .string($0.kind.rawValue) },
        .member("as_written", .string(), "As printed, without the punctuation of the sentence") {
            .string($0.asWritten)
        },
        .member("url", .string(pattern: ValuePattern.webAddress), "Absolute and normalised") { .string($0.url) },
        .member("host", .string(pattern: "\\S+"), "Host name in lower case") { .string($0.host) },
        .member("repairs", .array(of: .words(Link.Repair.self)), "What was done to make the url") {
            .array($0.repairs.map { .string($0.rawValue) })
        },
        .member("cell", .string(pattern: ValuePattern.cellID).nullable, "The cell in which it stands, if it is one") {
            .optional($0.place.cell?.description)
        },
        .member("place", .text, "'cell', or the place outside the cells") { .string($0.place.name) },
        .member("start", .reference("offset"), "Offset into the text of that place") { .number($0.range.lowerBound) },
        .member("end", .reference("offset"), "Offset behind the last character") { .number($0.range.upperBound) },
        .member(
            "successor_url",
            .string(pattern: ValuePattern.webURL).nullable,
            "The same page on the host that has taken over; null where none is known"
        ) {
            .optional($0.successorURL)
        },
    ])

    static let otherLink = JSONShape<OtherLink>([
        .member("kind", .words(OtherLink.Kind.self), "Why it is no link on the network") { .string($0.kind.rawValue) },
        .member("as_written", .string(), "The text that bears it") { .string($0.asWritten) },
        .member("target", .string(), "The target as the source has it") { .string($0.target) },
        .member("cell", .string(pattern: ValuePattern.cellID).nullable, "The cell in which it stands, if it is one") {
            .optional($0.place.cell?.description)
        },
        .member("place", .text, "'cell', or the place outside the cells") { .string($0.place.name) },
        .member("start", .reference("offset"), "Offset into the text of that place") { .number($0.range.lowerBound) },
        .member("end", .reference("offset"), "Offset behind the last character") { .number($0.range.upperBound) },
    ])

    static let entity = JSONShape<Entity>([
        .member("id", .string(pattern: ValuePattern.cellPlace), "The cell in which it stands, @start") {
            .string($0.id)
        },
        .member("type", .words(Entity.Kind.self), "What it is") { .string($0.kind.rawValue) },
        .member("text", .text, "As printed") { .string($0.text) },
        .member("value", .text, "Normalised: ISO 8601-2, a number, ISO 3166-1 alpha-3, UN M49, or a short name") {
            .string($0.value)
        },
        .member("qualifier", .words(Entity.Qualifier.self).nullable, "How exact the value is; null where it is exact") {
            .optional($0.qualifier?.rawValue)
        },
        .member("unit", .string().nullable, "Of money, the currency (ISO 4217); of a count, what is counted") {
            .optional($0.unit)
        },
        .member("cell", .string(pattern: ValuePattern.cellID), "The cell in which it stands") {
            .string($0.cell.description)
        },
        .member("start", .reference("offset"), "Offset into the cell's text") { .number($0.range.lowerBound) },
        .member("end", .reference("offset"), "Offset behind the last character") { .number($0.range.upperBound) },
    ])

    static let resource = JSONShape<IndexedReport.Part<ResourceEntry>>(
        [
            .member("id", .string(pattern: "R[1-9][0-9]*"), "Number in the list") { .string($0.value.id) },
            .member("organisation", .string().nullable, "The organisation under which it stands") {
                .optional($0.index.report.organisation(of: $0.value))
            },
            .member("title", .string(), "What the list calls it; several lines are joined by ' | '") {
                .string($0.index.report.title(of: $0.value))
            },
            .member("url", .string(pattern: ValuePattern.webURL).nullable, "Its address; null where it has none") {
                .optional($0.index.resourceURLs[$0.value.id])
            },
        ] + SourcePlace.shape.members(ofOptional: { $0.value.target?.place })
    )

    static let repair = JSONShape<WordRepair>(
        [
            .member("kind", .words(WordRepair.Kind.self), "What was done") { .string($0.kind.rawValue) },
            .member("evidence", .words(WordRepair.Evidence.self), "What shows that the words were broken") {
                .string($0.evidence.rawValue)
            },
            .member("as_written", .string(), "As printed") { .string($0.asWritten) },
            .member("text", .string(), "As the dataset has it") { .string($0.text) },
        ] + SourcePlace.shape.members(ofOptional: { $0.place })
    )
}
