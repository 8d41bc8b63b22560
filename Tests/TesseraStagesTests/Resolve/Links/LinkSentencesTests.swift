import TesseraModel
import Testing

@testable import TesseraStages

/// Sentences written by hand, with the links that a reader finds in them.
@Suite struct LinkSentencesTests {
    struct Sentence: Sendable, CustomTestStringConvertible {
        var text: String
        /// The links as written, and the address that is meant where the table says it.
        var links: [(written: String, url: String?)]

        var testDescription: String { text }
    }

    static let withLinks: [Sentence] = {
        var sentences: [Sentence] = []
        for line in lines(PackageResources.sentences_with_links_txt) where !line.isEmpty {
            if line.hasPrefix("\t") {
                let parts = line.dropFirst().split(separator: " => ")
                sentences[sentences.count - 1].links.append(
                    (String(parts[0]), parts.count > 1 ? String(parts[1]) : nil)
                )
            } else {
                sentences.append(Sentence(text: String(line), links: []))
            }
        }
        return sentences
    }()

    static let withoutLinks = lines(PackageResources.sentences_without_links_txt).filter { !$0.isEmpty }.map {
        Sentence(text: String($0), links: [])
    }

    private static func lines(_ file: [UInt8]) -> [Substring] {
        String(decoding: file, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
            .filter { !$0.hasPrefix("# ") }
    }

    /// Every link that is found is one; at most one in fifty is overlooked.
    @Test func isPreciseAndOverlooksLittle() {
        var right = 0
        var wrong: [String] = []
        var overlooked: [String] = []
        for sentence in LinkSentencesTests.withLinks + LinkSentencesTests.withoutLinks {
            var expected = sentence.links
            for link in LinkScanner.scan(sentence.text) {
                let written = String(sentence.text.utf8Slice(link.range))
                if let index = expected.firstIndex(where: { $0.written == written }) {
                    let url = expected.remove(at: index).url
                    if url == nil || url == link.address.url { right += 1 } else { wrong.append(link.address.url) }
                } else {
                    wrong.append("'\(written)' in '\(sentence.text)'")
                }
            }
            overlooked += expected.map { "'\($0.written)' in '\(sentence.text)'" }
        }
        let precision = Double(right) / Double(right + wrong.count)
        let recall = Double(right) / Double(right + overlooked.count)
        print("links in sentences: \(right) right, precision \(precision), recall \(recall)")
        #expect(precision == 1, "\(wrong)")
        #expect(recall >= 0.98, "\(overlooked)")
    }

    @Test func theTablesAreLarge() {
        #expect(LinkSentencesTests.withLinks.count >= 250 && LinkSentencesTests.withoutLinks.count >= 150)
        #expect(LinkSentencesTests.withLinks.allSatisfy { !$0.links.isEmpty })
    }

    /// What stands around a sentence changes nothing, but where its links stand.
    @Test(arguments: ["", "\n\nOtters swim. ", "Ü – "], ["", " They swim.", "\n\nÜ"])
    func surroundingsChangeNothing(before: String, after: String) {
        for sentence in LinkSentencesTests.withLinks {
            let alone = LinkScanner.scan(sentence.text)
            let within = LinkScanner.scan(before + sentence.text + after)
            let moved = before.utf8.count
            #expect(
                within.map(\.range) == alone.map { $0.range.lowerBound + moved..<$0.range.upperBound + moved },
                "\(sentence.text)"
            )
        }
    }
}
