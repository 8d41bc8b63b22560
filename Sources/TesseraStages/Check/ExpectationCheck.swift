public import TesseraModel

/// What a pipeline file expects of a report: numbers that a person has counted once.
public struct Expectation: Sendable, Equatable {
    /// A number that can be counted in a report.
    public enum Measure: String, Sendable, CaseIterable {
        case rows
        /// Content cells.
        case cells
        case missing
        case notApplicable = "not_applicable"
        /// Different paragraphs in row labels.
        case paragraphs
        /// Entries of the acronym list.
        case glossary
        case urls
        case emails
        case resources

        func count(in report: Report) -> Int {
            switch self {
            case .rows: report.rows.count
            case .cells: report.cells.count
            case .missing: report.cells.count { $0.status == .missing }
            case .notApplicable: report.cells.count { $0.status == .notApplicable }
            case .paragraphs: Set(report.rows.flatMap(\.references).map(\.key)).count
            case .glossary: report.glossary.count
            case .urls: report.links.count { $0.kind == .url }
            case .emails: report.links.count { $0.kind == .email }
            case .resources: report.resources.count
            }
        }
    }

    /// The revision that is meant, as in the report id; nil for all.
    public var revision: String?
    public var counts: [Measure: Int]
    public var documentCode: String?

    public init(revision: String? = nil, counts: [Measure: Int] = [:], documentCode: String? = nil) {
        self.revision = revision
        self.counts = counts
        self.documentCode = documentCode
    }
}

/// Compares a report with what its pipeline file expects.
public struct ExpectationCheck: Check {
    private let expectations: [Expectation]

    public init(_ expectations: [Expectation]) { self.expectations = expectations }

    public let name = "expectations"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        // Counts that are wrong because a row is broken would only hide the row.
        guard !log.diagnostics.contains(where: { $0.severity == .error }) else { return }
        let revision = report.identity.revised?.description
        let applying = expectations.filter { $0.revision == nil || $0.revision == revision }
        if applying.isEmpty, !expectations.isEmpty { log.append(.noExpectation(revision)) }
        for expectation in applying {
            for measure in Expectation.Measure.allCases {
                guard let expected = expectation.counts[measure] else { continue }
                let count = measure.count(in: report)
                if count != expected { log.append(.unmet(measure.rawValue, String(expected), String(count))) }
            }
            if let code = expectation.documentCode, code != report.identity.documentCode {
                log.append(.unmet("document_code", code, report.identity.documentCode ?? "nothing"))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func noExpectation(_ revision: String?) -> Diagnostic {
        Diagnostic(
            "no-expectation",
            .warning,
            "'expect:' has no entry for "
                + (revision.map { "the revision \($0)" } ?? "a report without a revision date"),
            suggestion: "count its rows and cells once by hand, and add an entry to the pipeline file"
        )
    }

    fileprivate static func unmet(_ name: String, _ expected: String, _ found: String) -> Diagnostic {
        Diagnostic(
            "unmet-expectation",
            .error,
            "expected \(name) \(expected), found \(found)",
            suggestion:
                "look at the difference with 'tessera inspect FILE --after segment'; if the report has changed, "
                + "change 'expect:' in the pipeline file"
        )
    }
}
