import Testing

@testable import TesseraGoldens

@Suite("Session of a review") struct SessionTests {
    /// Ten cells and two acronyms, of which the first cell needs one.
    private func session() throws -> ReviewSession {
        let rows = (1...5).map(String.init)
        let old = Made.document(rows)
        let new = Made.document(rows) { $0 == "1" ? "The Made Agency (MA) is at work." : "Row \($0) was repealed." }
        let units = try Made.comparison(old, new).units
        return ReviewSession(units.map { ReviewSession.Item(dataset: "made", unit: $0) })
    }

    @Test func walksThroughAll() throws {
        var session = try session()
        let count = session.items.count
        try #require(count > 5)
        for _ in 1..<count { #expect(session.take(.reject) == .moved) }
        #expect(session.take(.reject) == .ended)
        #expect(session.rejected(of: "made").count == count)
        #expect(session.accepted(of: "made") == [])
    }

    @Test func whatIsNeededComesAlong() throws {
        var session = try session()
        let cell = try #require(session.items.firstIndex { $0.unit.id == "cells/II.1/laws" })
        session.accept([cell])
        #expect(session.accepted(of: "made") == ["cells/II.1/laws", "acronyms/MA", "source"])
        let source = try #require(session.items.firstIndex { $0.unit.id == "source" })
        session.reject([source])
        #expect(session.accepted(of: "made") == [])
        #expect(session.rejected(of: "made") == ["source"])
    }

    @Test func goesBack() throws {
        var session = try session()
        #expect(session.take(.back) == .ignored)
        let first = session.current
        #expect(session.take(.accept) == .moved)
        #expect(session.take(.back) == .moved)
        #expect(session.current == first)
        #expect(session.decisions.isEmpty)
    }

    /// All of a kind, after a question; of two answers to it, only one means it.
    @Test func acceptsAllOfAKind() throws {
        var session = try session()
        let text = try #require(session.items.firstIndex { $0.unit.id == "cells/II.2/laws" })
        for _ in 0..<text { _ = session.take(.skip) }
        guard case .confirm(let question) = session.take(.kind) else {
            Issue.record("no question")
            return
        }
        let kind = session.items[text].unit.kindName
        try #require(question.parts.count > 1)
        #expect(question.kind == kind && question.rejected == [])
        #expect(question.parts == session.items.map(\.unit).filter { $0.kindName == kind }.map(\.id))
        #expect(session.take(.no) == .moved)
        #expect(session.accepted(of: "made") == [])
        #expect(session.take(.kind) == .confirm(question))
        _ = session.take(.yes)
        #expect(session.accepted(of: "made").isSuperset(of: question.parts))
        let page = ReviewPage(StyleRule(isColoured: false))
        #expect(page.question(question) == "accept \(question.parts.count) \(kind)? (y)es, (n)o")
        #expect(question.parts.allSatisfy { page.parts(of: question).contains("  \($0)\n") })
    }

    @Test func acceptsTheRest() throws {
        var session = try session()
        #expect(session.take(.reject) == .moved)
        let rest = session.items.count - 1
        guard case .confirm(let question) = session.take(.all) else {
            Issue.record("no question")
            return
        }
        #expect(question.parts.count == rest && question.kind == nil)
        #expect(session.take(.yes) == .ended)
        #expect(session.current == nil)
    }

    /// What was rejected is not accepted behind somebody's back.
    @Test func asksBeforeARejectionIsOverruled() throws {
        var session = try session()
        let cell = try #require(session.items.firstIndex { $0.unit.id == "cells/II.1/laws" })
        let acronym = try #require(session.items.firstIndex { $0.unit.id == "acronyms/MA" })
        session.reject([acronym])
        for _ in 0..<cell { _ = session.take(.skip) }
        try #require(session.current?.unit.id == "cells/II.1/laws")
        guard case .confirm(let question) = session.take(.accept) else {
            Issue.record("no question")
            return
        }
        #expect(question.rejected == ["acronyms/MA"])
        let page = ReviewPage(StyleRule(isColoured: false))
        #expect(page.parts(of: question) == "  needs acronyms/MA, which was rejected\n")
        #expect(session.take(.no) == .moved)
        #expect(session.rejected(of: "made") == ["acronyms/MA"])
        #expect(session.accepted(of: "made") == [])
        _ = session.take(.accept)
        _ = session.take(.yes)
        #expect(session.accepted(of: "made").isSuperset(of: ["cells/II.1/laws", "acronyms/MA"]))
        #expect(session.rejected(of: "made") == [])
    }

    /// What was rejected in an earlier review is not asked about, and can be accepted by its name, or with all.
    @Test func knowsWhatWasRejectedBefore() throws {
        let items = try session().items
        let acronym = try #require(items.first { $0.unit.id == "acronyms/MA" })
        var session = ReviewSession(items.filter { $0 != acronym }, rejectedBefore: [acronym])
        #expect(session.askedCount == items.count - 1)
        var copy = session
        for _ in 1..<copy.askedCount { #expect(copy.take(.skip) == .moved) }
        #expect(copy.take(.skip) == .ended)
        let cell = try #require(session.items.firstIndex { $0.unit.id == "cells/II.1/laws" })
        #expect(session.accept([cell]) == ["acronyms/MA"])
        copy.accept(Array(copy.items.indices))
        #expect(copy.accepted(of: "made").count == items.count)
    }

    @Test func quittingKeepsWhatWasDecided() throws {
        var session = try session()
        _ = session.take(.accept)
        #expect(session.take(.quit) == .ended)
        #expect(!session.accepted(of: "made").isEmpty)
        #expect(session.take(.accept) == .ended)
    }

    @Test func answersAreKeysAndWords() {
        #expect(ReviewAnswer("a") == .accept)
        #expect(ReviewAnswer("A") == .all)
        #expect(ReviewAnswer(" accept \r") == .accept)
        #expect(ReviewAnswer("REJECT") == .reject)
        #expect(ReviewAnswer("") == nil)
        #expect(ReviewAnswer("accepted") == nil)
        #expect(ReviewAnswer("\u{1B}") == nil)
    }
}
