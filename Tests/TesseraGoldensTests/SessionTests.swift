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
        let text = try #require(session.items.firstIndex { $0.unit.kind == .text })
        for _ in 0..<text { _ = session.take(.skip) }
        guard case .confirm(let count) = session.take(.kind) else {
            Issue.record("no question")
            return
        }
        #expect(count == session.items.count { $0.unit.kindName == session.items[text].unit.kindName })
        #expect(session.take(.no) == .moved)
        #expect(session.accepted(of: "made") == [])
        #expect(session.take(.kind) == .confirm(count))
        _ = session.take(.yes)
        #expect(session.accepted(of: "made").count >= count)
    }

    @Test func acceptsTheRest() throws {
        var session = try session()
        #expect(session.take(.reject) == .moved)
        let rest = session.items.count - 1
        #expect(session.take(.all) == .confirm(rest))
        #expect(session.take(.yes) == .ended)
        #expect(session.current == nil)
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
