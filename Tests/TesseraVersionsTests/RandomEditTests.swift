import TesseraModel
import TesseraVersions
import Testing

/// Edits by chance whose kinds are known: 2,000 of them, in editions with twenty-five each.
@Suite struct RandomEditTests {
    private static let editions = 80
    private static let editsEach = 25

    /// What became of the edits of an edition.
    private struct Outcome: Sendable {
        var edits = 0
        var right = 0
        var missed: [String] = []
        var wrong: [String] = []
        var extra: [String] = []
    }

    @Test func findsAndClassesThem() async throws {
        let base = try Self.base()
        let outcomes = try await withThrowingTaskGroup(of: Outcome.self) { group in
            for seed in 0..<Self.editions { group.addTask { try Self.outcome(base, seed: seed) } }
            return try await group.reduce(into: [Outcome]()) { $0.append($1) }
        }
        let edits = outcomes.reduce(0) { $0 + $1.edits }
        let right = outcomes.reduce(0) { $0 + $1.right }
        let missed = outcomes.flatMap(\.missed)
        let extra = outcomes.flatMap(\.extra)
        let share = Double(right * 10_000 / edits) / 100
        print(
            "\(edits) edits: \(right) classed right (\(share) %), \(missed.count) missed, \(extra.count) told beside them"
        )
        #expect(edits >= 2_000)
        #expect(missed == [])
        #expect(right * 100 >= edits * 98, "\(outcomes.flatMap(\.wrong).joined(separator: "\n"))")
        #expect(extra.count * 100 <= edits, "\(extra.joined(separator: "\n"))")
    }

    private static func base() throws -> MadeReport {
        let text = try Edition.text()
        let ending = try #require(text.firstRange(of: "\n\nAcronyms\n"))
        return MadeReport(try Edition.report(), ending: String(text[ending.lowerBound...]))
    }

    private static func outcome(_ base: MadeReport, seed: Int) throws -> Outcome {
        let edits = RandomEdits(base, count: editsEach, seed: seed)
        let old = try Edition.report(of: edits.oldEdition.text(revised: "July 15, 2008"))
        let new = try Edition.report(of: edits.new.text(revised: "July 15, 2008"))
        var changes = ReportDifference(old: old, new: new).changes
        var outcome = Outcome(edits: edits.expectations.count)
        // Those that are told as they must be first, so that none of them explains another edit.
        var left: [RandomEdits.Expectation] = []
        for expectation in edits.expectations {
            if let index = changes.firstIndex(where: {
                $0.kind == expectation.kind && $0.stands(at: expectation.places)
            }) {
                changes.remove(at: index)
                outcome.right += 1
            } else {
                left.append(expectation)
            }
        }
        for expectation in left {
            let label =
                "edition \(seed): \(expectation.kind.rawValue) at \(expectation.places.sorted()): \(expectation.what)"
            let told = changes.indices.filter { changes[$0].touches(expectation.places) }
            if told.isEmpty { outcome.missed.append(label) }
            outcome.wrong.append("\(label) ⇒ \(told.map { changes[$0].outline })")
            for index in told.reversed() { changes.remove(at: index) }
        }
        outcome.extra = changes.filter(\.kind.isOfSubstance).map {
            "edition \(seed): \($0.outline): \($0.old?.text ?? "") ⇒ \($0.new?.text ?? "")"
        }
        return outcome
    }
}

extension Change {
    private func address(_ side: Side?) -> String? {
        side.flatMap { side in side.row.map { row in side.column.map { "\(row)/\($0)" } ?? row } }
    }

    /// Whether it is the change that an edit at one of these places must give.
    fileprivate func stands(at places: Set<String>) -> Bool {
        if kind == .moved { return places.contains("\(address(old) ?? "") → \(address(new) ?? "")") }
        return touches(places)
    }

    fileprivate func touches(_ places: Set<String>) -> Bool {
        [address(old), address(new)].compactMap { $0 }.contains { address in
            places.contains { $0 == address || $0.hasPrefix("\(address) →") || $0.hasSuffix("→ \(address)") }
        }
    }
}
