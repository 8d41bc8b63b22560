/// The words by which dates, amounts and counts are found.
struct EntityWord: Sendable, Equatable {
    /// What a word is good for.
    enum Role: UInt8, Sendable {
        case month, season, ordinal, early, mid, late, quarter, fiscal, fy, year, decade
        /// A number below a hundred, and the words that multiply one.
        case number, hundred, scale
        /// `dozen`; and `score`, which mostly means another thing, so that no number is read before it.
        case dozen, score
        /// A word for a number that nobody knows: `several`.
        case several
        /// `hundreds`, `thousands`: no exact number.
        case magnitude
        case since, until, before, after, by, between, from, to, and, `in`, of, the, or, more, than, fewer, least, most
        case not, no, up, at, over, under, about, estimated, excess, only
        /// Other words that stand before a year.
        case beforeYear
        /// A word that a number follows which is no amount: `Section`, `Room`.
        case enumerator
        /// A unit of money.
        case currency
        /// Units that measure; and `percent`, which counts.
        case measure, percent
        /// A plural without an `s`.
        case plural
        /// A word that ends with an `s` or stands where a noun may, and belongs to no noun phrase.
        case function
    }

    var role: Role
    /// The number of a month, of an ordinal; what a number word is worth; the power of ten of a scale.
    var value: Int

    static let table = WordTable(all.map(\.word))
    private static let meanings = all.map(\.meaning)

    /// Whether a date, an amount or a count may begin with the word.
    var mayBegin: Bool {
        switch role {
        case .month, .season, .ordinal, .early, .mid, .late, .fiscal, .fy, .number, .dozen, .magnitude, .since, .until,
            .before,
            .after, .by, .between, .from:
            true
        // `half a million`, and no quarter of one.
        case .quarter: value == EntityWord.half
        default: false
        }
    }

    /// What ``Role/quarter`` has for the word `half`.
    static let half = 1

    /// Whether the word belongs to grammar and to no noun phrase.
    var isGrammatical: Bool {
        switch role {
        case .number, .hundred, .scale, .dozen, .score, .several, .ordinal, .early, .late, .year, .quarter, .season,
            .plural, .fiscal, .decade,
            .mid, .more, .enumerator, .currency, .magnitude:
            false
        default: true
        }
    }

    /// The codes of currencies that words name, in the order of the values of ``Role/currency``.
    static let currencies = ["USD", "EUR", "GBP", "JPY", "INR", "RUB"]

    private static func words(
        _ role: Role,
        _ words: String,
        from first: Int = 0,
        step: Int = 1
    ) -> [(
        word: String, meaning: EntityWord
    )] {
        words.split(separator: " ").enumerated().map { (String($1), EntityWord(role: role, value: first + $0 * step)) }
    }

    // A list of lists: adding them up one by one would copy the words before for each.
    private static let all: [(word: String, meaning: EntityWord)] = [
        words(.month, "January February March April May June July August September October November December", from: 1),
        words(.month, "Jan Feb Mar Apr", from: 1),
        words(.month, "Jun Jul Aug Sep Oct Nov Dec", from: 6),
        words(.month, "Sept", from: 9),
        words(.season, "spring summer autumn winter", from: 21),
        words(.season, "fall", from: 23),
        words(.ordinal, "first second third fourth fifth sixth seventh eighth ninth tenth", from: 1),
        words(.early, "early"),
        words(.mid, "mid"),
        words(.late, "late"),
        words(.quarter, "quarter half"),
        words(.fiscal, "fiscal financial"),
        words(.fy, "FY FYs"),
        words(.year, "year years"),
        words(.decade, "century"),
        words(
            .number,
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
                + "seventeen eighteen nineteen"
        ),
        words(.number, "twenty thirty forty fifty sixty seventy eighty ninety", from: 20, step: 10),
        words(.dozen, "dozen"),
        words(.score, "score"),
        words(.several, "several few couple many"),
        words(.hundred, "hundred", from: 100),
        words(.scale, "thousand million billion trillion", from: 3, step: 3),
        words(.magnitude, "tens hundreds thousands", from: 1),
        words(.magnitude, "dozens", from: 12),
        words(.magnitude, "millions billions", from: 6, step: 3),
        words(.since, "since"),
        words(.until, "until till"),
        words(.before, "before"),
        words(.after, "after"),
        words(.by, "by"),
        words(.between, "between"),
        words(.from, "from"),
        words(.to, "to through"),
        words(.and, "and"),
        words(.in, "in"),
        words(.of, "of"),
        words(.the, "the"),
        words(.or, "or"),
        words(.more, "more"),
        words(.than, "than"),
        words(.fewer, "fewer less"),
        words(.least, "least"),
        words(.most, "most"),
        words(.not, "not"),
        words(.no, "no"),
        words(.up, "up upwards"),
        words(.at, "at"),
        words(.over, "over exceeding"),
        words(.under, "under"),
        words(.about, "about approximately approx around almost nearly roughly some circa"),
        words(.estimated, "estimated"),
        words(.excess, "excess"),
        words(.only, "only"),
        words(.beforeYear, "during throughout a an its their our his her this that each every per year for on"),
        words(
            .enumerator,
            "section sections para paras paragraph paragraphs article articles item items number numbers nos chapter "
                + "chapters part parts annex annexes table tables figure figures room category categories page pages pp "
                + "title phase level grade class type model version form step goal target block box suite floor tel "
                + "telephone phone fax op resolution resolutions rule law order act volume vol issue line option "
                + "appendix schedule clause point route flight protocol question building apartment postcode zip "
                + "document decision serial id ref reference note footnote"
        ),
        words(.currency, "dollar euro", from: 0),
        words(.currency, "dollars euros pounds yen rupees rubles"),
        words(.currency, "sterling", from: 2),
        words(
            .measure,
            "mm cm km kg g mg ml l lb lbs oz ft inch inches foot feet yard yards mile miles meter meters metre metres "
                + "kilometer kilometers kilometre kilometres millimeter millimeters millimetre millimetres degrees "
                + "caliber calibre gauge hz khz mhz ghz kw mw watts volts acres hectares liters litres gallons am pm"
        ),
        words(.percent, "percent percentage"),
        words(.plural, "people men women children police personnel staff aircraft"),
        words(
            .function,
            "is was has does as this these those us plus its his hers ours yours theirs across towards besides versus vs "
                + "perhaps thus always sometimes afterwards various unless whereas overseas abroad yes it he she they we "
                + "you i who whom which what that there here then when where why how if because although while both "
                + "either neither nor but so yet are were be been being am do did done have had having will would shall "
                + "should can could may might must into onto upon with without within against among amongst during "
                + "through throughout per via than too also for on off out down near next last each every any all "
                + "none respectively later ago earlier etc not a an regards unlike alongside sides namely where "
                + "includes helps makes takes gives gets goes says uses seems becomes remains supports provides requires "
                + "calls urges allows asks says  shows means needs works"
        ),
    ].flatMap { $0 }

    /// The meaning of a token; nil for a word that is not in the table, and for what is no word.
    init?(_ token: Token) {
        guard token.kind == .word, token.code != WordTable.unknown else { return nil }
        self = EntityWord.meanings[Int(token.code)]
    }

    private init(role: Role, value: Int) {
        self.role = role
        self.value = value
    }
}

extension TokenizedText {
    /// What the word at an index is good for; nil for a word that is not known, and for what is no word.
    func meaning(_ index: Int) -> EntityWord? {
        tokens.indices.contains(index) ? EntityWord(tokens[index]) : nil
    }

    func has(_ index: Int, _ role: EntityWord.Role) -> Bool { meaning(index)?.role == role }
}
