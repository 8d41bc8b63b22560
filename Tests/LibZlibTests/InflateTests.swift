import LibZlib
import TestSupport
import Testing

@Suite struct InflateTests {
    /// "tessera tessera", as zlib packs it.
    private let stream: [UInt8] = [
        0x78, 0x9C, 0x2B, 0x49, 0x2D, 0x2E, 0x4E, 0x2D, 0x4A, 0x54, 0x28, 0x81, 0xD0, 0x00, 0x30, 0xD9, 0x06, 0x0F,
    ]
    private let text = Array("tessera tessera".utf8)

    @Test func inflatesAStream() {
        let inflation = Zlib.inflate(stream[...], limit: 100)
        #expect(inflation == Inflation(bytes: text, end: .complete, consumed: stream.count))
    }

    @Test func leavesWhatFollowsAlone() {
        let inflation = Zlib.inflate((stream + [1, 2, 3])[...], limit: 100)
        #expect(inflation == Inflation(bytes: text, end: .complete, consumed: stream.count))
    }

    @Test func inflatesASliceThatDoesNotBeginAtZero() {
        #expect(Zlib.inflate(([9, 9] + stream)[2...], limit: 100).bytes == text)
    }

    @Test func inflatesWithoutWrapping() {
        let inflation = Zlib.inflate(Deflate.stored(text)[...], wrapping: .none, limit: 100)
        #expect(inflation.bytes == text)
        #expect(inflation.end == .complete)
    }

    @Test func givesWhatIsSoundOfAStreamThatIsCutOff() {
        let stored = [0x78, 0x01] + Deflate.stored(text)
        let inflation = Zlib.inflate(stored[..<12], limit: 100)
        #expect(inflation.bytes == Array(text.prefix(5)))
        #expect(inflation.end == .truncated)
    }

    @Test func givesAllOfAStreamWithTheWrongChecksum() {
        let inflation = Zlib.inflate((stream.dropLast() + [0])[...], limit: 100)
        #expect(inflation.bytes == text)
        #expect(inflation.end == .damaged)
    }

    @Test(arguments: [[], [0x78], [0x78, 0x9C]] as [[UInt8]])
    func anEmptyStreamIsCutOff(bytes: [UInt8]) {
        #expect(Zlib.inflate(bytes[...], limit: 100) == Inflation(bytes: [], end: .truncated, consumed: bytes.count))
    }

    @Test func refusesWhatIsNoStream() {
        #expect(Zlib.inflate(Array("no stream".utf8)[...], limit: 100).end == .damaged)
    }

    @Test(arguments: [0, 1, 14])
    func stopsAtTheLimit(limit: Int) {
        let inflation = Zlib.inflate(stream[...], limit: limit)
        #expect(inflation.bytes == Array(text.prefix(limit)))
        #expect(inflation.end == .limit)
    }

    @Test func aStreamMayReachTheLimit() {
        #expect(Zlib.inflate(stream[...], limit: text.count).end == .complete)
    }

    @Test func aBombIsNotInflatedBeyondTheLimit() {
        let bomb = Deflate.run(of: 0x20, repetitions: 100_000)
        let inflation = Zlib.inflate(bomb[...], wrapping: .none, limit: 1_000_000)
        #expect(inflation.bytes.count == 1_000_000)
        #expect(inflation.end == .limit)
        let all = Zlib.inflate(bomb[...], wrapping: .none, limit: .max)
        #expect(all.bytes.count == Deflate.runLength(repetitions: 100_000))
        #expect(all.end == .complete)
    }
}
