import TesseraModel
import TestSupport
import Testing

@testable import TesseraStages

/// Texts that nobody wrote for readers.
@Suite struct HostileLinkTests {
    private static let pieces = [
        "http", "https", "hxxp", "ftp", "www", ":", "/", "//", "://", ".", "..", "@", "[", "]", "(", ")", "[.]",
        "(dot)",
        " dot ", " at ", "[at]", " ", "\n", "-", "_", "%", "%2e", "%4", "?", "=", "&", "#", ",", ";", "a", "state",
        "gov",
        "org", "co", "uk", "xn--", "1", "256", "0x", "::1", "ü", "河", "рф", "\u{AD}", "\u{200B}", "’", "…", "\"", "'",
        "<",
    ]

    /// Whatever the text: links stand in it, one behind the other, on borders of characters, and their addresses are
    /// plain ASCII that reads as itself.
    @Test func anyTextGivesLinksInOrder() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<1500 {
            let text = (0..<Int.random(in: 1...24, using: &random)).map { _ in
                HostileLinkTests.pieces.randomElement(using: &random) ?? ""
            }.joined()
            var end = 0
            for link in LinkScanner.scan(text) {
                #expect(link.range.lowerBound >= end && link.range.upperBound <= text.utf8.count, "\(text)")
                #expect(!link.range.isEmpty && !String(text.utf8Slice(link.range)).contains("\u{FFFD}"), "\(text)")
                #expect(link.address.url.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "\(text)")
                if link.kind == .url {
                    #expect(try LinkAddress(link.address.url, kind: .url).url == link.address.url, "\(text)")
                }
                end = link.range.upperBound
            }
        }
    }

    /// A scan that looked at the same bytes again for each of many signs would not end in time.
    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "http://", "http://a", "www.", "a.b", "a.b@", "a@", "@", ".", "[.]", "a[.]", "(dot) ", "a dot ",
            "a at b dot ",
            "http://a.b/", "http://a.b/ c/ ", "hxxp://", "a.de/", "http://a.b&", "\"a@", "http:// ", "é.", "河.",
            "xn--.",
        ]
    )
    func longTextsOfSignsTakeTimeInProportion(piece: String) {
        let count = 100_000 / piece.utf8.count
        #expect(LinkScanner.scan(String(repeating: piece, count: count)).count <= count)
    }
}
