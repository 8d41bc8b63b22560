/// Something worth saying about a document or a pipeline file.
public struct Diagnostic: Sendable, Equatable {
    /// How much it matters, by its consequence.
    public enum Severity: String, Sendable, Comparable, CaseIterable {
        case note
        /// The output is affected; a person should look.
        case warning
        /// The output would be wrong.
        case error

        public static func < (one: Severity, other: Severity) -> Bool {
            allCases.firstIndex(of: one) ?? 0 < allCases.firstIndex(of: other) ?? 0
        }
    }

    /// Stable name, in lower case with hyphens: `unmatched-heading`.
    public var id: String
    public var severity: Severity
    /// One sentence without a full stop: what was found.
    public var message: String
    public var place: SourcePlace?
    public var cell: CellAddress?
    /// More facts, one sentence each.
    public var notes: [String]
    /// What to do about it.
    public var suggestion: String?

    public init(
        _ id: String,
        _ severity: Severity,
        _ message: String,
        at place: SourcePlace? = nil,
        cell: CellAddress? = nil,
        notes: [String] = [],
        suggestion: String? = nil
    ) {
        self.id = id
        self.severity = severity
        self.message = message
        self.place = place
        self.cell = cell
        self.notes = notes
        self.suggestion = suggestion
    }
}

extension Diagnostic {
    /// The id of what a dataset says of its parts that a review has kept as they were.
    package static let keptByReview = "kept-by-review"
}

/// What stages append to.
public struct DiagnosticLog: Sendable, Equatable {
    public private(set) var diagnostics: [Diagnostic] = []

    public init() {}

    public mutating func append(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }
}

/// Thrown where a document cannot go on.
public struct DocumentFailure: Error, Sendable, Equatable {
    public var diagnostic: Diagnostic

    public init(_ diagnostic: Diagnostic) {
        self.diagnostic = diagnostic
    }
}

extension Diagnostic {
    /// The diagnostic on one line: `path:12:3: warning: message; advice [id]`.
    /// - Parameter path: how to name the file that the diagnostic is about.
    public func description(path: String) -> String {
        var location = path
        if let place {
            if !place.part.isEmpty { location += ":\(place.part)" }
            location += ":\(place.start)"
        }
        let advice = suggestion.map { "; \($0)" } ?? ""
        return "\(location): \(severity.rawValue): \(message)\(advice) [\(id)]"
    }
}

extension StringProtocol {
    /// The text for a message: cut off, with a sign for it, where it is longer.
    package func shortened(to length: Int) -> String {
        count > length ? prefix(length) + "…" : String(self)
    }
}
