import TesseraModel

/// What is said of a report's acronyms: those that disagree, are ambiguous, defined nowhere, perhaps mistyped, or
/// never used.
struct AcronymFindings {
    private let report: Report
    private let comparison: ExpansionComparison
    /// The cell of the first mention, and the number of mentions, by id.
    private var uses: [String: (cell: CellAddress, count: Int)] = [:]

    init(of report: Report, comparison: ExpansionComparison) {
        self.report = report
        self.comparison = comparison
        for mention in report.mentions {
            uses[mention.acronym, default: (mention.cell, 0)].count += 1
        }
    }

    func describe(in log: inout DiagnosticLog) {
        let places = Dictionary(report.cells.map { ($0.address, $0.provenance.first?.place) }) { first, _ in first }
        let ambiguous = Set(report.mentions.filter { !$0.alternatives.isEmpty }.map(\.acronym))
        let defined = report.acronyms.filter { $0.source != .none }
            .map { (acronym: $0, letters: Array($0.acronym.utf8)) }
        for acronym in report.acronyms {
            let cell = uses[acronym.id]?.cell
            let place = cell.flatMap { places[$0] ?? nil }
            if let conflict = acronym.conflict { log.append(.conflict(acronym.acronym, conflict, place, cell)) }
            if ambiguous.contains(acronym.id) { log.append(.ambiguous(acronym.acronym, place, cell)) }
            if acronym.source == .none { log.append(.undefined(acronym.acronym, place, cell)) }
            if let likely = likelySpelling(of: acronym, defined) {
                log.append(.mistyped(acronym.acronym, likely, place, cell))
            }
        }
        describeUnused(in: &log)
    }

    private func describeUnused(in log: inout DiagnosticLog) {
        let unused = report.acronyms.filter { $0.source == .glossary && uses[$0.id] == nil }.map(\.acronym)
        guard !unused.isEmpty else { return }
        log.append(.unused(unused))
    }

    /// The defined acronym that one slip of the hand makes of another, which is used less: two letters the other way
    /// round, or, among four letters and more, one too many, too few or wrong. One with an expansion of its own must
    /// have the same.
    private func likelySpelling(of acronym: Acronym, _ defined: [(acronym: Acronym, letters: [UInt8])]) -> String? {
        let letters = Array(acronym.acronym.utf8)
        guard letters.count >= 3, acronym.source == .none || acronym.source == .inline else { return nil }
        let count = uses[acronym.id]?.count ?? 0
        let found = defined.indices.first { index in
            // First, for it costs least and is nearly always false.
            guard Self.isOneSlip(letters, defined[index].letters) else { return false }
            let other = defined[index].acronym
            guard other.id != acronym.id, other.acronym != acronym.acronym, uses[other.id]?.count ?? 0 >= count else {
                return false
            }
            if let expansion = acronym.expansion {
                guard other.source != .inline || other.acronym < acronym.acronym, let same = other.expansion,
                    comparison.areSame(expansion, same)
                else { return false }
            }
            return true
        }
        return found.map { defined[$0].acronym.acronym }
    }

    /// Whether one insertion, deletion, substitution or transposition makes one word of another (F. J. Damerau, "A
    /// Technique for Computer Detection and Correction of Spelling Errors", CACM 7, 1964).
    static func isOneSlip(_ one: [UInt8], _ other: [UInt8]) -> Bool {
        guard abs(one.count - other.count) <= 1, one != other else { return false }
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        let prefix = zip(short, long).prefix { $0 == $1 }.count
        let rest = (short[prefix...], long[prefix...])
        if short.count == long.count {
            let isSwap =
                rest.0.count >= 2 && rest.0[prefix] == rest.1[prefix + 1] && rest.0[prefix + 1] == rest.1[prefix]
                && rest.0.dropFirst(2).elementsEqual(rest.1.dropFirst(2))
            return isSwap || (short.count >= 4 && rest.0.dropFirst().elementsEqual(rest.1.dropFirst()))
        }
        return short.count >= 4 && rest.0.elementsEqual(rest.1.dropFirst())
    }
}

extension Diagnostic {
    fileprivate static func conflict(
        _ acronym: String,
        _ conflict: String,
        _ place: SourcePlace?,
        _ cell: CellAddress?
    ) -> Diagnostic {
        Diagnostic(
            "acronym-conflict",
            .note,
            "the document disagrees with itself about '\(acronym)': \(conflict)",
            at: place,
            cell: cell
        )
    }

    fileprivate static func ambiguous(_ acronym: String, _ place: SourcePlace?, _ cell: CellAddress?) -> Diagnostic {
        Diagnostic(
            "ambiguous-acronym",
            .note,
            "'\(acronym)' has several meanings, and the text does not say which",
            at: place,
            cell: cell
        )
    }

    fileprivate static func undefined(_ acronym: String, _ place: SourcePlace?, _ cell: CellAddress?) -> Diagnostic {
        Diagnostic(
            "undefined-acronym",
            .note,
            "'\(acronym)' is used and defined nowhere",
            at: place,
            cell: cell
        )
    }

    fileprivate static func mistyped(
        _ acronym: String,
        _ likely: String,
        _ place: SourcePlace?,
        _ cell: CellAddress?
    ) -> Diagnostic {
        Diagnostic(
            "likely-acronym-typo",
            .note,
            "'\(acronym)' is perhaps '\(likely)', mistyped",
            at: place,
            cell: cell
        )
    }

    fileprivate static func unused(_ acronyms: [String]) -> Diagnostic {
        Diagnostic(
            "unused-acronym",
            .note,
            acronyms.count == 1
                ? "the list of acronyms has '\(acronyms[0])', which no cell uses"
                : "the list of acronyms has \(acronyms.count) that no cell uses: \(acronyms.joined(separator: ", "))"
        )
    }
}
