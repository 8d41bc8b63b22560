import TesseraModel
import TesseraVersions
import Testing

/// What must hold between the report of 2007 and an edition of 2008 that was made of it.
@Suite struct EditionTests {
    @Test func findsEachChangeAndNothingElse() throws {
        let difference = try Self.difference(after: Edition2008.edits)
        let expected = ([Edition2008.date] + Edition2008.edits).flatMap(\.changes)
        #expect(difference.changes.map(\.outline).sorted() == expected.sorted())
        #expect(difference.changes.map(\.number) == Array(1...expected.count))
    }

    /// Each edit by itself is told alike.
    @Test(arguments: Edition2008.edits.filter { !$0.changes.isEmpty && !$0.changes[0].hasPrefix("moved") })
    func findsOneEdit(_ edit: Edition2008.Edit) throws {
        let difference = try Self.difference(after: [edit])
        let expected = (Edition2008.date.changes + edit.changes).map { $0.replacing(/IV\.2\/reg/, with: "IV.1/reg") }
        #expect(difference.changes.map(\.outline).sorted() == expected.sorted())
    }

    private static func difference(after edits: [Edition2008.Edit]) throws -> ReportDifference {
        var text = try Edition.text()
        for edit in [Edition2008.date] + edits { text = try text.replacing(once: edit.old, with: edit.new) }
        return ReportDifference(old: try Edition.report(), new: try Edition.report(of: text))
    }

    @Test func theLineOfTheRevisionIsADate() throws {
        let text = try Edition.text().replacing(once: "July 17, 2007", with: "September 1, 2008")
        let difference = ReportDifference(old: try Edition.report(), new: try Edition.report(of: text))
        #expect(difference.changes.map(\.outline) == ["number-updated matter [July 17|September 1][2007|2008]"])
    }

    @Test func tellsNothingOfTheSameReport() throws {
        let difference = ReportDifference(old: try Edition.report(), new: try Edition.report())
        #expect(difference.changes == [])
        #expect(difference.rows.allSatisfy { $0.relation == .same && $0.old == $0.new })
        #expect(!difference.isOfSubstance)
    }
}
