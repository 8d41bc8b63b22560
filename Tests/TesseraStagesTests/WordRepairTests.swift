import TesseraModel
import TesseraStages
import Testing

/// Blanks that a converter lost or put in are mended where it can be proved, and only there.
@Suite struct WordRepairTests {
    private static func repaired(_ texts: [String], reference: String? = nil) throws -> Report {
        let dataset = reference.map { ReferenceDataset([(id: "II.2", titles: "", cells: [$0])]) }
        var report = Report.made(texts)
        _ = try report.apply(WordRepairing(reference: dataset))
        return report
    }

    @Test(arguments: [
        (
            "a lost blank", "in the businessof arms", ["the business of arms", "a business of its own"],
            "in the business of arms"
        ),
        ("a split word", "laws Suppor tive of it", ["Supportive laws", "Supportive rules"], "laws Supportive of it"),
        (
            "letters beyond ASCII", "des règlesde vente", ["les règles de vente", "ces règles de fond"],
            "des règles de vente"
        ),
        (
            "the same letters in other bytes", "des re\u{300}glesde vente",
            ["les règles de vente", "ces règles de fond"], "des re\u{300}gles de vente"
        ),
        ("beside a full stop", "(LightWeapons).", ["Light Weapons here", "Light Weapons there"], "(Light Weapons)."),
    ])
    func theDocumentProvesIt(name: String, damaged: String, others: [String], mended: String) throws {
        let report = try Self.repaired([damaged] + others)
        #expect(report.cells[0].text == mended, "\(name)")
        #expect(report.repairs.map(\.evidence) == [.document])
        #expect(report.cells.dropFirst().map(\.text) == others)
    }

    /// What nobody has written as a word is left alone, and costs no more than its length.
    @Test func aWordOfAnyLengthIsLookedAt() throws {
        let long = String(repeating: "wordof", count: 50_000)
        let report = try Self.repaired([long, "a word of it", "the word of it"])
        #expect(report.cells[0].text == long && report.repairs.isEmpty)
    }

    @Test func anEarlierVersionProvesIt() throws {
        let report = try Self.repaired(["since 2004substantially more"], reference: "in 2004 substantially more")
        #expect(report.cells[0].text == "since 2004 substantially more")
        #expect(report.repairs.map(\.evidence) == [.referenceDataset])
    }

    @Test(arguments: [
        ["the UNPOA is old", "the UN POA", "a UN POA"],
        ["in the businessof arms", "the business of arms"],
        ["a cannot and a cannot", "can not", "can not"],
        ["in formation", "in information, information"],
        ["the marketplace, the marketplace", "market place", "market place"],
        ["the Marketplace", "a market place", "a market place"],
    ])
    func withoutProofNothingChanges(texts: [String]) throws {
        let report = try Self.repaired(texts)
        #expect(report.cells.map(\.text) == texts)
        #expect(report.repairs == [])
    }
}
