import FileSystem
import TesseraModel
import TestSupport
import Testing

@testable import TesseraLinks

@Suite struct LinkCacheTests {
    private func outcome(_ url: String) -> LinkOutcome {
        var outcome = LinkOutcome(url, .moved, note: "a \"note\"\nwith \u{1F600}")
        outcome.httpStatus = 200
        outcome.finalURL = "http://b.example/"
        outcome.hops = [LinkOutcome.Hop(status: 301, target: "http://b.example/")]
        outcome.checkedAt = Moment("2026-11-28T20:52:53Z")
        outcome.attempts = 4
        outcome.entityTag = "W/\"x\""
        return outcome
    }

    private func value<Value>(_ lookup: LinkCache.Lookup<Value>) -> Value? {
        if case .found(let value) = lookup { value } else { nil }
    }

    @Test func `What is kept comes back`() throws {
        try withTemporaryFolder { folder throws in
            let cache = LinkCache(folder: "\(folder)/deep/cache")
            let urls = ["http://a.example/", "http://a.example/?a=1&b=2#c"]
            for url in urls { try cache.keep(outcome(url)) }
            for url in urls { #expect(value(cache.outcome(of: url)) == outcome(url)) }
            guard case .absent = cache.outcome(of: "http://other.example/") else {
                Issue.record("there is an entry that nobody made")
                return
            }
        }
    }

    @Test func `Copies are kept by archive and date`() throws {
        try withTemporaryFolder { folder throws in
            let cache = LinkCache(folder: folder)
            let url = "http://a.example/"
            let request = ArchiveRequest(archive: "http://arc/", date: PartialDate("2007-07"), url: url)
            let moment = Moment("2007-07-17T12:00:00Z")
            let copy = ArchivedCopy(.found, url: "http://arc/1", archivedAt: moment, checkedAt: moment, note: "x")
            try cache.keep(copy, of: request)
            #expect(value(cache.copy(of: request)) == copy)
            for other in [
                ArchiveRequest(archive: "http://other/", date: request.date, url: url),
                ArchiveRequest(archive: "http://arc/", date: PartialDate("2007"), url: url),
                ArchiveRequest(archive: "http://arc/", date: nil, url: url),
            ] { #expect(value(cache.copy(of: other)) == nil) }
            #expect(value(cache.outcome(of: url)) == nil)
        }
    }

    /// An entry that is cut off at any byte, or has any byte changed, is damaged and never something else.
    @Test func `Damage is found out`() throws {
        try withTemporaryFolder { folder throws in
            let cache = LinkCache(folder: folder)
            let url = "http://a.example/"
            try cache.keep(outcome(url))
            let file = "\(folder)/\(try #require(try FileSystem.files(below: folder).first))"
            let bytes = try FileSystem.contents(of: file)
            func isDamaged(_ bytes: [UInt8]) throws -> Bool {
                try FileSystem.write(bytes, to: file)
                guard case .damaged = cache.outcome(of: url) else { return false }
                return true
            }
            for count in bytes.indices { #expect(try isDamaged(Array(bytes[..<count])), "cut off at \(count)") }
            for index in bytes.indices {
                var changed = bytes
                changed[index] ^= 1
                #expect(try isDamaged(changed), "changed at \(index)")
            }
            #expect(try !isDamaged(bytes))
            try FileSystem.removeTree(file)
            try FileSystem.createDirectory(file)
            guard case .damaged(let reason) = cache.outcome(of: url) else {
                Issue.record("a folder passes for an entry")
                return
            }
            #expect(reason.contains("directory"))
        }
    }

    @Test func `An entry of another address, or without a moment, does not count`() {
        #expect(LinkOutcome(json: outcome("http://a.example/").json) == outcome("http://a.example/"))
        #expect(LinkOutcome(json: LinkOutcome("http://a.example/", .ok).json) == nil)
        #expect(LinkOutcome(json: .null) == nil)
        #expect(ArchivedCopy(json: ArchivedCopy(.found, checkedAt: Moment(milliseconds: 0)).json) == nil)
    }

    @Test func `The standard folder`() {
        func folder(_ variables: [String: String]) -> String? {
            LinkCache.standardFolder { variables[$0] }
        }
        #expect(folder(["XDG_CACHE_HOME": "/c", "HOME": "/h"]) == "/c/tessera/links")
        #expect(folder(["XDG_CACHE_HOME": "relative", "HOME": "/h"]) == "/h/.cache/tessera/links")
        #expect(folder(["XDG_CACHE_HOME": ""]) == nil)
    }
}
