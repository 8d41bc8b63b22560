import FileSystem
import TesseraModel
import TesseraReaders
import TesseraStages
import TestSupport
import Testing

@testable import TesseraPipeline

/// However a report is damaged and cut into parts, no character is lost: with lines that head rows, and rows without a
/// number.
@Suite struct JoinedConservationTests {
    private static func lines() throws -> [String] {
        let file = "\(Project.root)/Tests/TesseraPipelineTests/Cases/nist-800-53/input.txt"
        let text = String(decoding: try FileSystem.contents(of: file), as: UTF8.self)
            .replacingFirst("\tAU-10\n", with: "\t—\n")
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private static func pipeline() throws -> Pipeline {
        let file = "\(Project.root)/Pipelines/nist-800-53.yaml"
        let yaml = String(decoding: try FileSystem.contents(of: file), as: UTF8.self)
            .replacingFirst("rows:\n", with: "rows:\n  unnumbered: —\n")
        return Pipeline(try PipelineDecoder.decode(Array(yaml.utf8)))
    }

    /// A text as one document, read in pieces.
    private static func joined(_ text: String, cuts: Int, seed: Int) throws -> SourceDocument {
        var generator = SeededGenerator(spread: seed)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let borders = ([0, lines.count] + (0..<cuts).map { _ in Int.random(in: 0...lines.count, using: &generator) })
            .sorted()
        var joining = PartJoining()
        for (number, (start, end)) in zip(borders, borders.dropFirst()).enumerated() where start < end {
            let part = lines[start..<end].joined(separator: "\n")
            // A part without text is no document, and a cut there would take marks of empty cells away.
            guard part.contains(where: { !$0.isWhitespace }) else { continue }
            joining.add(try SourceDocument.text(part), named: "p\(number).txt")
        }
        return joining.document(from: Origin(path: "a.txt", mediaType: "text/plain", sha256: "", bytes: 0))
    }

    private static func text(of document: SourceDocument) -> String {
        document.paragraphs.map(\.text).joined(separator: " ").filter { !$0.isWhitespace }
    }

    @Test(arguments: 0..<10)
    func holds(batch: Int) throws {
        let lines = try Self.lines()
        let pipeline = try Self.pipeline()
        for seed in batch * 10..<batch * 10 + 10 {
            let text = ConservationPropertyTests.damaged(lines, seed: seed)
            let document = try Self.joined(text, cuts: seed % 4, seed: seed)
            #expect(Self.text(of: document) == Self.text(of: try SourceDocument.text(text)), "seed \(seed)")
            var log = DiagnosticLog()
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

    @Test func theUndamagedListIsRead() throws {
        let text = try Self.lines().joined(separator: "\n")
        let document = try Self.joined(text, cuts: 3, seed: 8)
        let report = try Self.pipeline().checkedReport(of: document, log: DiagnosticLog())
        #expect(report.diagnostics.filter { $0.severity == .error }.map(\.message) == [])
        let ids = report.report.rows.map(\.id)
        #expect(ids == ["AC.1", "AC.2", "AC.2(1)", "AC.2(3)+AC.2(4)", "AU.2", "unnumbered-1", "IA.5(1)"])
    }
}
