import TesseraModel
import TesseraPatterns
import TesseraStages
import TestSupport
import Testing

/// Whatever shape a grid has, no text is lost, changed or counted twice, and covered cells read as their origins.
@Suite struct GridPropertyTests {
    private static let texts = [
        "", "", "", "a", "open end", "Closed.", "Section II, para 2", "Section II, para 3\nTitle", "Section II, para 4",
        "UN Programme of Action", "National Laws", "Regional Activity", "Acronyms", "Page 3", "lower", "N/A",
    ]

    private static func cell(_ generator: inout SeededGenerator) -> TableCell {
        let text = texts.randomElement(using: &generator) ?? ""
        var cell = TableCell(
            text,
            rows: Int.random(in: 0..<4, using: &generator) == 0 ? Int.random(in: 2...4, using: &generator) : 1,
            columns: Int.random(in: 0..<4, using: &generator) == 0 ? Int.random(in: 2...4, using: &generator) : 1
        )
        if Int.random(in: 0..<8, using: &generator) == 0 { cell.blocks.append(.note("A note")) }
        return cell
    }

    private static func document(seed: Int) -> SourceDocument {
        var generator = SeededGenerator(seed: seed)
        let tables = (0..<Int.random(in: 1...3, using: &generator)).map { table in
            var rows = (0..<Int.random(in: 1...7, using: &generator)).map { _ in
                (0..<Int.random(in: 1...5, using: &generator)).map { _ in cell(&generator) }
            }
            // Labels where they belong, more often than chance has them there.
            for row in rows.indices where Int.random(in: 0..<3, using: &generator) == 0 {
                rows[row][0] = TableCell("Section II, para \(row + 2)", rows: Int.random(in: 1...2, using: &generator))
            }
            return (table == 0 || Bool.random(using: &generator) ? [Grid.head] : []) + rows
        }
        return Grid.document(tables, headers: Set([0, Int.random(in: 0...3, using: &generator)]))
    }

    @Test(arguments: 0..<20)
    func nothingIsLost(batch: Int) throws {
        var rules = try Matrix.rules()
        rules.discards = [.init(reason: .init(rawValue: "page-number"), patterns: [try Pattern("Page {:number}")])]
        for seed in batch * 50..<batch * 50 + 50 {
            let document = Self.document(seed: seed)
            var log = DiagnosticLog()
            do throws(DocumentFailure) {
                var report = try MatrixSegmenter(rules).segment(document, log: &log)
                WhiteSpaceNormalisation().apply(to: &report, log: &log)
                LinkResolution().apply(to: &report, log: &log)
                let checked = Checker().check(report, of: document, log: DiagnosticLog())
                #expect(checked.diagnostics.map(\.message) == [], "seed \(seed)")
            } catch {
                #expect(["no-matrix", "no-rows"].contains(error.diagnostic.id), "seed \(seed)")
            }
        }
    }

    @Test func mostOfThemAreMatrices() throws {
        let rules = try Matrix.rules()
        var ids: [String: Int] = [:]
        for seed in 0..<300 {
            var log = DiagnosticLog()
            do throws(DocumentFailure) {
                _ = try MatrixSegmenter(rules).segment(Self.document(seed: seed), log: &log)
                for id in Set(log.diagnostics.map(\.id)) { ids[id, default: 0] += 1 }
            } catch {
                ids[error.diagnostic.id, default: 0] += 1
            }
        }
        #expect(ids["no-rows", default: 0] < 150)
        for id in ["spanning-cell", "spanning-label", "rejoined-row", "missing-cell"] {
            #expect(ids[id, default: 0] > 10, "\(id)")
        }
    }
}
