/// The words by which documents are found.
enum DocumentWord: String, CaseIterable {
    // Bodies, and what they adopt.
    case resolution, resolutions, res, security, council, general, assembly, states
    case unscr, unscrs, unsc, unga, ga, oas, oasga, hrc, ecosoc, human, rights, economic, social
    case commission, committee, board, conference, parliament, senate, congress, house, agency, union
    // Acts of the European Union.
    case regulation, directive, decision, action, position, joint, common
    // The law of the United States.
    case usc = "u.s.c.", uscBare = "usc", cfr = "c.f.r.", cfrBare = "cfr", part, parts, pt, section, sections, sec
    case title, unitedWord = "united", us = "u.s.", code
    case publicWord = "public", pub, law, laws, pl = "p.l.", executive, order, orders, eo = "e.o.", eoBare = "eo"
    // Forms.
    case form, forms, dsp, ds, sf, dd, of, bis
    // Acts, and what stands in their titles.
    case act, and, the, `for`, on, to, `in`, against, with, by, a, an, or, no, nos
    // Words that begin sentences and no titles.
    case under, this, that, these, those, see, since, `as`, both, its, their, our, they, we, it, he, she, you
    // What parts the ends of a range; and what goes on behind a number that counts nothing.
    case through
    case `is`, are, was, were, has, have, shall, will, may, must, can, which, who, when, `where`, `if`, at, from, also
    case but, not, only, require, requires, prohibit, prohibits, provide, provides, make, makes, apply, applies

    private static let cases = allCases
    static let table = WordTable(allCases.map(\.rawValue))

    /// The word of a token; nil for any other token.
    init?(_ token: Token) {
        guard token.kind == .word, token.code != WordTable.unknown else { return nil }
        self = DocumentWord.cases[Int(token.code)]
    }

    /// Whether a number before the word counts nothing: `2779 of`, `2779 requires`, but not `2000 weapons`.
    var followsNumbers: Bool {
        switch self {
        case .and, .or, .the, .for, .on, .to, .in, .of, .against, .with, .by, .under, .this, .that, .these, .those,
            .see,
            .since, .as, .both, .through, .is, .are, .was, .were, .has, .have, .shall, .will, .may, .must, .can, .which,
            .who, .when, .where, .if, .at, .from, .also, .but, .not, .only, .require, .requires, .prohibit, .prohibits,
            .provide, .provides, .make, .makes, .apply, .applies:
            true
        default: false
        }
    }
}
