public import TesseraModel
import TesseraPatterns

/// Every part of the pipeline file found something: a typing mistake there must not go unnoticed.
public struct UnmatchedPatternCheck: Check {
    private let rules: MatrixRules

    public init(_ rules: MatrixRules) { self.rules = rules }

    public let name = "unmatched-patterns"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        let roles = Set((report.frontMatter + report.backMatter).map(\.role))
        let parts: [(name: String, patterns: [Pattern], role: Matter.Role)] = [
            ("rows: group", rules.groups, .sectionRow),
            ("revision", rules.revision, .revision),
            ("document_code", rules.documentCode, .documentCode),
            ("glossary: heading", rules.glossaryHeadings, .glossaryHeading),
            ("resources: heading", rules.resourcesHeadings, .resourcesHeading),
        ]
        for part in parts where !part.patterns.isEmpty && !roles.contains(part.role) {
            log.append(.unmatchedPattern(part.name, part.patterns, .warning))
        }
        for rule in rules.discards where !report.discarded.contains(where: { $0.reason == rule.reason }) {
            log.append(.unmatchedPattern("discard: \(rule.reason.rawValue)", rule.patterns, .note))
        }
    }
}

extension Diagnostic {
    fileprivate static func unmatchedPattern(
        _ name: String,
        _ patterns: [Pattern],
        _ severity: Severity
    ) -> Diagnostic {
        Diagnostic(
            "unmatched-pattern",
            severity,
            "no line of the document fits '\(name)': '\(patterns.map(\.source).joined(separator: "', '"))'",
            suggestion:
                "compare it with 'tessera inspect FILE --after read'; if this edition has no such line, all is well"
        )
    }
}
