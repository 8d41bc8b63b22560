public import TesseraModel
public import TesseraPipeline

/// How a document compares with the dataset that is there.
public struct CheckedDataset: Sendable {
    /// Path of the document that the operating system understands; that of the dataset where there is no document.
    public let source: String
    /// Path of the dataset from the output folder.
    public let dataset: String
    public private(set) var diagnostics: [Diagnostic]
    public private(set) var differences: [DatasetDifference] = []
    let groups: [DifferenceGroup]
    /// All rows and cells that were compared.
    let index: DatasetIndex
    /// Who has rejected which of the differences in a review, and when.
    public let rejections: [LedgerEntry]
    /// How many differences nobody has rejected.
    public let open: Int
    /// Whether no document gives the dataset any more.
    public let isOrphaned: Bool

    /// Whether there is nothing to compare.
    public var hasFailed: Bool { diagnostics.contains { $0.severity == .error } }

    /// Compares what became of a document with the dataset in an output folder.
    /// - Parameters:
    ///   - outcome: the document, converted in memory.
    ///   - output: the folder.
    ///   - ledger: what was decided in reviews; nil where it is not known.
    public init(_ outcome: RunOutcome, output: String, ledger: ReviewLedger? = nil) {
        source = outcome.conversion.source.file
        dataset = outcome.dataset ?? ""
        diagnostics = outcome.conversion.diagnostics
        isOrphaned = false
        var index = DatasetIndex([])
        var rejections: [LedgerEntry] = []
        var open = 0
        if outcome.status != .failed {
            do {
                if let present = try OutputFolder.files(of: "\(output)/\(dataset)") {
                    diagnostics += Diagnostic.changedByHand(present).map { [$0] } ?? []
                    let made = outcome.conversion.files
                    differences = DatasetComparison.differences(old: present, new: made)
                    index = DatasetIndex(made).joined(with: DatasetIndex(present))
                    if !differences.isEmpty {
                        let units = UnitComparison(old: present, new: made).told
                        let name = dataset
                        rejections = units.compactMap { ledger?.rejection(of: $0, in: name) }
                        open = units.count - rejections.count
                    }
                } else {
                    diagnostics.append(.noDataset(dataset, in: output))
                }
            } catch {
                diagnostics.append(error.diagnostic)
            }
        }
        self.index = index
        self.rejections = rejections
        self.open = open
        groups = DifferenceGroup.groups(of: differences, in: index)
    }

    /// A dataset that no document makes any more.
    public init(_ orphan: OrphanedDataset, isStrict: Bool) {
        source = orphan.source
        dataset = orphan.dataset
        diagnostics = [orphan.diagnostic(isStrict: isStrict)]
        index = DatasetIndex([])
        rejections = []
        open = 0
        groups = []
        isOrphaned = true
    }

    /// The result as programs read it.
    public var json: JSONValue {
        var members: JSONObject = [
            "source": .string(source), "dataset": .string(dataset), "same": .bool(!hasFailed && differences.isEmpty),
            "differences": .array(differences.map(\.json)), "diagnostics": .array(diagnostics.map(\.json)),
            "groups": .array(
                groups.map { group in
                    var members: JSONObject = ["name": .string(group.address.description)]
                    switch group.address {
                    case .row(let id): members["row"] = .string(id)
                    case .cell(let id): members["cell"] = .string(id)
                    case .other: break
                    }
                    if let line = index.line(of: group) { members["line"] = .number(line) }
                    let style = StyleRule(isColoured: false)
                    members["changes"] = .array(
                        group.differences.map { difference in
                            .string(String(style.text(difference.runs(isWhole: true)).dropLast()))
                        }
                    )
                    return .object(members)
                }
            ),
        ]
        if !rejections.isEmpty {
            members["rejections"] = .array(
                rejections.map { entry in
                    .object([
                        "unit": .string(entry.unit), "reviewer": .string(entry.reviewer),
                        "time": .string(entry.time.description),
                    ])
                }
            )
        }
        return .object(isOrphaned ? members.adding(["orphaned": .bool(true)]) : members)
    }
}

extension Diagnostic {
    fileprivate static func noDataset(_ id: String, in output: String) -> Diagnostic {
        Diagnostic(
            "no-dataset",
            .error,
            "there is no dataset '\(id)' in '\(output)' to compare with",
            suggestion: "make it with 'tessera convert'"
        )
    }
}

extension Diagnostic {
    /// What is told of a dataset whose files are not as it says; nil where they are.
    /// - Parameter severity: a warning where it is only compared.
    static func changedByHand(_ files: [OutputFile], _ severity: Severity = .warning) -> Diagnostic? {
        let changed = DatasetComparison.changedByHand(among: files)
        guard !changed.isEmpty else { return nil }
        return Diagnostic(
            "changed-golden",
            severity,
            "somebody has changed files of the dataset: \(changed.joined(separator: ", "))",
            suggestion: "'tessera validate' says what; take them back, or make the dataset again with 'tessera convert'"
        )
    }
}
