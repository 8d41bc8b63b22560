import TesseraModel
import TesseraVersions
import Testing

/// What must hold between the report of 2007 and an edition of 2008 that was made of it.
@Suite struct EditionTests {
    @Test func findsEachChangeAndNothingElse() throws {
        var text = try Edition.text()
        for edit in Edition2008.edits { text = try text.replacing(once: edit.old, with: edit.new) }
        let difference = ReportDifference(old: try Edition.report(), new: try Edition.report(of: text))
        let expected = Edition2008.edits.flatMap(\.changes).sorted()
        #expect(difference.changes.map(\.outline).sorted() == expected)
        #expect(difference.changes.map(\.number) == Array(1...expected.count))
    }

    /// Each edit by itself is told alike.
    @Test(arguments: Edition2008.edits.filter { $0.changes.count == 1 && !$0.changes[0].hasPrefix("moved") })
    func findsOneChange(_ edit: Edition2008.Edit) throws {
        let text = try Edition.text().replacing(once: edit.old, with: edit.new)
        let difference = ReportDifference(old: try Edition.report(), new: try Edition.report(of: text))
        #expect(difference.changes.map(\.outline) == edit.changes)
    }

    @Test func tellsNothingOfTheSameReport() throws {
        let difference = ReportDifference(old: try Edition.report(), new: try Edition.report())
        #expect(difference.changes == [])
        #expect(difference.rows.allSatisfy { $0.relation == .same && $0.old == $0.new })
        #expect(!difference.isOfSubstance)
    }
}
