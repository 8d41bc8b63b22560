import TesseraModel
import TesseraPipeline
import TesseraReaders
import TesseraStages
import TestSupport
import Testing

/// However a report is damaged, no character is lost, changed or counted twice: either the document is refused, or
/// all of its text is in the dataset.
@Suite struct ConservationPropertyTests {
    private static let characters: [Character] = [
        "\t", " ", "\u{A0}", "(", ")", ";", ":", ",", "é", "S", "I", "2", "\u{AD}", "\u{C}", "“", "|",
    ]

    static func damaged(_ lines: [String], seed: Int) -> String {
        var generator = SeededGenerator(spread: seed)
        var lines = lines
        // From a light touch to a ruin.
        for _ in 0..<Int.random(in: 1...(seed % 3 == 0 ? 120 : 8), using: &generator) {
            let index = Int.random(in: 0..<lines.count, using: &generator)
            let other = Int.random(in: 0..<lines.count, using: &generator)
            switch Int.random(in: 0..<10, using: &generator) {
            case 0: lines.remove(at: index)
            case 1: lines.insert(lines[other], at: index)
            case 2: lines.swapAt(index, other)
            case 3: lines.insert("", at: index)
            case 4: lines[index] = String(lines[index].drop { $0 == "\t" || $0 == " " })
            case 5: lines[index] = "\t" + lines[index]
            case 6: lines[index] += " " + lines[other].drop { $0 == "\t" }
            case 7: lines[index] = String(lines[index].prefix(lines[index].count / 2))
            case 8: lines.insert(contentsOf: lines[other..<min(other + 4, lines.count)], at: index)
            default:
                guard !lines[index].isEmpty, let new = characters.randomElement(using: &generator) else { continue }
                let offset = Int.random(in: 0..<lines[index].count, using: &generator)
                let position = lines[index].index(lines[index].startIndex, offsetBy: offset)
                lines[index].replaceSubrange(position...position, with: [new])
            }
        }
        return lines.joined(separator: "\n")
    }

    @Test(arguments: 0..<30)
    func holdsForDamagedReports(batch: Int) throws {
        let lines = try Project.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let pipeline = Pipeline(try Project.definition())
        for seed in batch * 10..<batch * 10 + 10 {
            let text = Self.damaged(lines, seed: seed)
            var log = DiagnosticLog()
            let document = try PlainTextReader().read(SourceFile(text), log: &log)
            do throws(DocumentFailure) {
                let report = try pipeline.report(of: document, after: .normalise, log: &log)
                var found = DiagnosticLog()
                ConservationCheck().check(report, of: document, log: &found)
                CompleteRowsCheck().check(report, of: document, log: &found)
                UniqueIDCheck().check(report, of: document, log: &found)
                #expect(found.diagnostics.map(\.message) == [], "seed \(seed)")
            } catch {
                #expect(["no-matrix", "no-rows"].contains(error.diagnostic.id), "seed \(seed): \(error)")
            }
        }
    }

    /// The whole way, resolving included, for a few of them.
    @Test(arguments: [1, 3, 6, 11, 27, 42])
    func holdsAfterResolving(seed: Int) throws {
        let lines = try Project.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let document = try SourceDocument.text(Self.damaged(lines, seed: seed))
        let pipeline = Pipeline(try Project.definition())
        do throws(DocumentFailure) {
            let report = try pipeline.checkedReport(of: document, log: DiagnosticLog())
            let faults = report.diagnostics.filter { $0.suggestion?.contains("fault of the program") == true }
            #expect(faults.map(\.message) == [])
        } catch {
            #expect(["no-matrix", "no-rows"].contains(error.diagnostic.id))
        }
    }

    @Test func variantsDiffer() throws {
        let lines = try Project.text().split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let variants = (0..<20).map { Self.damaged(lines, seed: $0) }
        #expect(Set(variants).count > 15)
        #expect(variants[7] == Self.damaged(lines, seed: 7))
    }
}
