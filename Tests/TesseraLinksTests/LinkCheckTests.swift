import FileSystem
import LibCurl
import TesseraModel
import TestSupport
import Testing

@testable import TesseraLinks

/// Whole checks over real connections, against a server that misbehaves; only the clock is made up.
@Suite struct LinkCheckTests {
    private let clock = ScriptedClock()

    private func check(_ cache: String, _ change: (inout LinkCheck.Options) -> Void = { _ in }) -> LinkCheck {
        var options = LinkCheck.Options()
        options.archive = nil
        // The only time that really passes: how long a silent server is waited for.
        options.limits = HTTPLimits(whole: 300)
        change(&options)
        return LinkCheck(
            options,
            cache: LinkCache(folder: cache),
            clock: clock,
            generator: SeededGenerator(seed: 1)
        )
    }

    /// Checks one dataset to the end, writes its table, and returns what was found out, by address.
    @discardableResult
    private func run(
        _ check: LinkCheck,
        _ dataset: String
    ) throws -> (results: [String: LinkResult], log: DiagnosticLog) {
        var log = DiagnosticLog()
        var state = check.begin([try DatasetLinks(dataset)], log: &log)
        let transfers = try CurlTransfers(CurlTransfers.Settings(userAgent: "tessera/test", usesProxy: false))
        #expect(check.ask(&state, over: transfers, log: &log))
        #expect(state.pendingCount == 0)
        let checked = try #require(state.checked.first)
        try checked.write()
        return (Dictionary(uniqueKeysWithValues: checked.results.map { ($0.link.url, $0) }), log)
    }

    private static let behaviours: [String: ServerBehaviour] = [
        "/ok": .reply(200), "/moved": .redirect(301, "/ok"), "/found": .redirect(302, "/ok"),
        "/other": .redirect(303, "/ok"), "/temporary": .redirect(307, "/moved"), "/permanent": .redirect(308, "/ok"),
        "/loop": .redirect(302, "/loop2"), "/loop2": .redirect(302, "/loop"),
        "/long": .decide { .redirect(302, $0.path + "?x") }, "/nowhere": .reply(302),
        "/file": .redirect(302, "file:///etc/passwd"), "/missing": .reply(404), "/gone": .reply(410),
        "/forbidden": .reply(403), "/login": .reply(401), "/get-only": .byMethod(head: .reply(405), get: .reply(200)),
        "/head-breaks": .byMethod(head: .reset, get: .reply(200)),
        "/busy": .turns([.reply(503), .reply(503), .reply(200)]), "/broken": .reply(500),
        "/seconds": .turns([.reply(429, ["Retry-After": "5"]), .reply(200)]), "/limited": .reply(429),
        "/silent": .silence, "/drip": .drip, "/reset": .reset, "/empty": .text(""),
        "/garbage": .text("garbage\r\n\r\n"),
        "/truncated": .byMethod(head: .reply(405), get: .reply(200, ["Content-Length": "999"], body: [1])),
        "/huge": .byMethod(head: .reply(501), get: .reply(200, body: [UInt8](repeating: 0, count: 1 << 20))),
        "/head": .reply(200, ["X": String(repeating: "x", count: 80_000)]),
    ]

    private static let expected: [String: LinkStatus] = [
        "/ok": .ok, "/moved": .moved, "/found": .redirected, "/other": .redirected, "/temporary": .moved,
        "/permanent": .moved, "/loop": .redirectLoop, "/long": .tooManyRedirects, "/nowhere": .badRedirect,
        "/file": .badRedirect, "/missing": .notFound, "/gone": .gone, "/forbidden": .forbidden, "/login": .unauthorised,
        "/get-only": .ok, "/head-breaks": .ok, "/busy": .ok, "/broken": .serverError, "/seconds": .ok,
        "/limited": .rateLimited, "/silent": .timeout, "/drip": .tooSlow, "/reset": .connectionLost,
        "/empty": .emptyAnswer, "/garbage": .badResponse, "/truncated": .truncated, "/huge": .ok,
        "/head": .headTooLarge,
    ]

    @Test func `Everything a server can do wrong has its word`() throws {
        try withTemporaryFolder { folder throws in
            try withServer(Self.behaviours) { server throws in
                let web = Self.expected.keys.sorted()
                let others = [
                    try addressWithoutServer(), "http://tessera-test.invalid/", "https://127.0.0.1:\(server.port)/",
                    "mailto:a@b.example", "mailto:a@b", "http://a b/",
                ]
                try makeDataset("\(folder)/made", urls: web.map(server.url) + others)
                let (results, log) = try run(check("\(folder)/cache"), "\(folder)/made")
                for (path, status) in Self.expected {
                    #expect(results[server.url(path)]?.link.status == status, "\(path)")
                }
                let words: [LinkStatus] = [.refused, .dnsFailure, .tlsFailure, .notChecked, .invalid, .invalid]
                #expect(others.map { results[$0]?.link.status } == words)
                #expect(log.diagnostics.isEmpty)
                // A file that a redirect names is not even looked for.
                #expect(results[server.url("/file")]?.link.finalURL == server.url("/file"))
                #expect(clock.waits.contains(5_000))
            }
        }
    }

    @Test func `Several hosts at once, each with one request`() throws {
        try withTemporaryFolder { folder throws in
            let gate = Gate()
            let slow: [String: ServerBehaviour] = ["/1": .held(gate, .reply(200)), "/2": .reply(200)]
            try withServer(slow, host: "127.0.0.2") { one throws in
                // Answers only after the other server has a request: with one at a time, this would never end.
                let opening = ServerBehaviour.decide { _ in
                    gate.waitForArrival()
                    gate.open()
                    return .reply(200)
                }
                try withServer(["/1": opening], host: "127.0.0.3") { other throws in
                    try makeDataset("\(folder)/made", urls: [one.url("/1"), one.url("/2"), other.url("/1")])
                    let check = check("\(folder)/cache") { $0.limits = HTTPLimits() }
                    let (results, _) = try run(check, "\(folder)/made")
                    #expect(results.values.allSatisfy { $0.link.status == .ok })
                }
            }
        }
    }

    @Test func `What is known is not asked again until it is old`() throws {
        try withTemporaryFolder { folder throws in
            let page = ServerBehaviour.decide { request in
                let isKnown =
                    request.headers["if-none-match"] == "\"v1\"" || request.headers["if-modified-since"] != nil
                return isKnown ? .reply(304) : .reply(200, ["ETag": "\"v1\""])
            }
            let dated = ServerBehaviour.decide { request in
                request.headers["if-modified-since"] == "Sun, 06 Nov 1994 08:49:37 GMT"
                    ? .reply(304) : .reply(200, ["Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT"])
            }
            try withServer(["/page": page, "/dated": dated, "/busy": .reply(500)]) { server throws in
                let urls = ["/page", "/dated", "/busy"].map(server.url)
                try makeDataset("\(folder)/made", urls: urls)
                func ask(
                    _ change: (inout LinkCheck.Options) -> Void = { _ in }
                ) throws -> (asked: Int, found: [LinkResult?]) {
                    let before = server.requests.count
                    let (results, _) = try run(check("\(folder)/cache", change), "\(folder)/made")
                    return (server.requests.count - before, urls.map { results[$0] })
                }
                let first = try ask()
                #expect(first.asked == 5 && first.found.map(\.?.link.httpStatus) == [200, 200, 500])
                let second = try ask()
                #expect(second.asked == 0 && second.found == first.found)
                // What may be only for now is asked for again after an hour.
                clock.advance(2 * 3_600_000)
                #expect(try ask().asked == 3)
                clock.advance(8 * 86_400_000)
                #expect(try ask { $0.isOffline = true }.asked == 0)
                let later = try ask()
                #expect(later.asked == 5 && later.found.map(\.?.link.httpStatus) == [304, 304, 500])
                #expect(later.found.map(\.?.link.status) == [.ok, .ok, .serverError])
                let refreshed = try ask { $0.isRefreshing = true }
                #expect(refreshed.asked == 5 && refreshed.found.map(\.?.link.httpStatus) == [200, 200, 500])
            }
        }
    }

    /// Without an answer, it may be this machine that was not on the network; a server that says "not found" was there.
    @Test func `Silence does not stand for as long as an answer`() throws {
        try withTemporaryFolder { folder throws in
            try withServer([:]) { server throws in
                try makeDataset("\(folder)/made", urls: [server.url("/none"), "http://tessera-test.invalid/"])
                let check = check("\(folder)/cache")
                let (results, _) = try run(check, "\(folder)/made")
                #expect(results.values.allSatisfy { $0.link.status.verdict == .dead })
                for (hours, pending) in [(0, 0), (2, 1), (8 * 24, 2)] {
                    clock.advance(hours * 3_600_000)
                    var log = DiagnosticLog()
                    #expect(check.begin([try DatasetLinks("\(folder)/made")], log: &log).pendingCount == pending)
                }
            }
        }
    }

    @Test func `A damaged entry is reported and asked for again`() throws {
        try withTemporaryFolder { folder throws in
            try withServer(["/page": .reply(200)]) { server throws in
                try makeDataset("\(folder)/made", urls: [server.url("/page")])
                try run(check("\(folder)/cache"), "\(folder)/made")
                let entry = try #require(try FileSystem.files(below: "\(folder)/cache").first)
                try FileSystem.write([1, 2, 3], to: "\(folder)/cache/\(entry)")
                let (results, log) = try run(check("\(folder)/cache"), "\(folder)/made")
                #expect(log.diagnostics.map(\.id) == ["damaged-cache-entry"])
                #expect(results.values.map(\.link.status) == [.ok] && server.requests.count == 2)
                #expect(try run(check("\(folder)/cache"), "\(folder)/made").log.diagnostics.isEmpty)
            }
        }
    }

    @Test func `A cache that cannot be written costs nothing but itself`() throws {
        try withTemporaryFolder { folder throws in
            try FileSystem.write([], to: "\(folder)/file")
            try withServer(["/1": .reply(200), "/2": .reply(200)]) { server throws in
                try makeDataset("\(folder)/made", urls: [server.url("/1"), server.url("/2")])
                let (results, log) = try run(check("\(folder)/file/cache"), "\(folder)/made")
                #expect(log.diagnostics.map(\.id) == ["unwritable-cache"])
                #expect(results.count == 2 && results.values.allSatisfy { $0.link.status == .ok })
            }
        }
    }

    @Test func `What is not asked about stays as an earlier check has written it`() throws {
        try withTemporaryFolder { folder throws in
            let stamp = "Sun, 15 Jul 2007 08:49:37 GMT"
            try withServer(["/a": .redirect(301, "/b"), "/b": .reply(200), "/none": .reply(404)]) { server throws in
                let urls = [server.url("/a"), server.url("/none")]
                server.set(
                    "/gate/\(urls[0])",
                    .reply(200, ["Memento-Datetime": stamp, "Link": "<http://x/>; rel=original"])
                )
                try makeDataset("\(folder)/made", urls: urls)
                let online = check("\(folder)/cache") { $0.archive = server.url("/gate/") }
                let (before, _) = try run(online, "\(folder)/made")
                #expect(before[urls[0]]?.note == "archive: the copy is of http://x/")
                let table = try FileSystem.contents(of: "\(folder)/made/link_status.csv")
                // Another machine has the dataset, and nothing in its cache.
                let offline = check("\(folder)/other cache") { $0.isOffline = true }
                let (after, _) = try run(offline, "\(folder)/made")
                #expect(after.mapValues(\.link.status) == before.mapValues(\.link.status))
                #expect(try FileSystem.contents(of: "\(folder)/made/link_status.csv") == table)
                // A copy that was found stays where the archive gives no answer.
                let gone = check("\(folder)/third cache") { $0.archive = "http://tessera-test.invalid/" }
                let (kept, _) = try run(gone, "\(folder)/made")
                #expect(kept[urls[0]]?.copy.status == .found && kept[urls[0]]?.copy.url == before[urls[0]]?.copy.url)
                try FileSystem.write(table, to: "\(folder)/made/link_status.csv")
                // A check without an archive keeps the copies.
                _ = try run(check("\(folder)/cache"), "\(folder)/made")
                #expect(try FileSystem.contents(of: "\(folder)/made/link_status.csv") == table)
            }
        }
    }

    @Test func `An archive over real connections`() throws {
        try withTemporaryFolder { folder throws in
            let stamp = "Sun, 15 Jul 2007 08:49:37 GMT"
            let gate = ServerBehaviour.decide { request in
                request.headers["accept-datetime"] == "Tue, 17 Jul 2007 12:00:00 GMT"
                    ? .redirect(302, "/copy/20070715084937/page") : .reply(400)
            }
            try withServer([
                "/page": .reply(410), "/copy/20070715084937/page": .reply(200, ["Memento-Datetime": stamp]),
            ]) {
                server throws in
                let page = server.url("/page")
                server.set("/gate/\(page)", gate)
                try makeDataset("\(folder)/made", urls: [page, "mailto:a@b.example"])
                let check = check("\(folder)/cache") {
                    $0.archive = server.url("/gate/")
                    $0.archivePause = 4_000
                }
                let (results, _) = try run(check, "\(folder)/made")
                let copy = try #require(results[page]?.copy)
                #expect(copy.status == .found && copy.url == server.url("/copy/20070715084937/page"))
                #expect(copy.archivedAt?.description == "2007-07-15T08:49:37Z")
                #expect(results["mailto:a@b.example"]?.copy.status == .notAsked)
                // The archive has a pause of its own.
                #expect(clock.waits.contains(4_000))
                let count = server.requests.count
                #expect(try run(check, "\(folder)/made").results == results && server.requests.count == count)
            }
        }
    }
}
