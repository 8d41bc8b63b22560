public import TesseraModel

/// What a run came to, in numbers; it grows with the kinds of things that happen and not with the documents.
public struct RunTally: Sendable {
    /// A document that took long.
    public struct SlowDocument: Sendable, Equatable {
        public var source: String
        /// By the clock, in microseconds, all stages together.
        public var time: Int
    }

    /// Numbers of the documents that one format has.
    public struct Share: Sendable, Equatable {
        public var documents = 0
        public var failed = 0
        public var rows = 0
        public var cells = 0
        /// By the clock, in microseconds, all stages together.
        public var time = 0
    }

    /// Documents by what became of them.
    public private(set) var statuses: [RunOutcome.Status: Int] = [:]
    /// Documents that an earlier run had converted, among those that are unchanged or failed.
    public private(set) var remembered = 0
    public private(set) var severities: [Diagnostic.Severity: Int] = [:]
    /// Errors and warnings by their ids.
    public private(set) var diagnostics: [String: Int] = [:]
    /// By media type; empty for documents that could not be read.
    public private(set) var formats: [String: Share] = [:]
    public private(set) var stages = StageTimings()
    /// The slowest documents, the slowest first.
    public private(set) var slowest: [SlowDocument] = []
    /// The conversion, where there is just one.
    public private(set) var only: Conversion?

    private static let mostSlow = 5

    public init() {}

    public var documents: Int { statuses.values.reduce(0, +) }

    /// Documents that have a dataset.
    public var good: Int { (statuses[.converted] ?? 0) + (statuses[.unchanged] ?? 0) }

    /// Whether a document failed or was left out.
    public var hasFailures: Bool { good < documents }

    public mutating func add(_ outcome: RunOutcome) {
        let conversion = outcome.conversion
        only = documents == 0 ? conversion : nil
        statuses[outcome.status, default: 0] += 1
        if outcome.isRemembered { remembered += 1 }
        for diagnostic in conversion.diagnostics {
            severities[diagnostic.severity, default: 0] += 1
            if diagnostic.severity > .note { diagnostics[diagnostic.id, default: 0] += 1 }
        }
        severities[.note, default: 0] += conversion.foldedNotes.values.reduce(0, +)
        if outcome.status != .skipped {
            var share = formats[conversion.origin?.mediaType ?? ""] ?? Share()
            share.documents += 1
            if outcome.status == .failed { share.failed += 1 }
            share.rows += conversion.size?.rows ?? 0
            share.cells += conversion.size?.cells ?? 0
            share.time += conversion.timings.total
            formats[conversion.origin?.mediaType ?? ""] = share
        }
        for (_, path) in StageTimings.stages { stages[keyPath: path] += conversion.timings[keyPath: path] }
        let slow = SlowDocument(source: conversion.source.label, time: conversion.timings.total)
        let position = slowest.firstIndex { $0.time < slow.time } ?? slowest.count
        guard slow.time > 0, position < RunTally.mostSlow else { return }
        slowest.insert(slow, at: position)
        if slowest.count > RunTally.mostSlow { slowest.removeLast() }
    }
}
