import FileSystem
import Synchronization
import TesseraModel
import TesseraPipeline
import TestSupport
import Testing

@Suite struct ConversionSequenceTests {
    /// Documents of different length, so that they end in another order than they began; one that fails among them.
    private static let documents = (0..<24).map { index in
        index == 7
            ? "A letter without a table.\n"
            : Made.document(revised: "May \(1980 + index)", rows: 1 + (23 - index))
    }

    private static let inputs = documents.enumerated().map { index, text in
        DocumentInput.memory(Array(text.utf8), name: "report-\(index).txt")
    }

    @Test(arguments: [1, 2, 8])
    func keepsTheOrderAndTheBytesForAnyJobs(jobs: Int) async throws {
        let converter = Converter(try Made.pipelines())
        var conversions: [Conversion] = []
        for await conversion in converter.conversions(of: Counted(Self.inputs), jobs: jobs) {
            conversions.append(conversion)
        }
        #expect(conversions.map(\.source.name) == (0..<24).map { "report-\($0).txt" })
        #expect(conversions.map { $0.isSound() } == (0..<24).map { $0 != 7 })
        #expect(conversions[7].diagnostics.map(\.id) == ["no-matching-pipeline"])
        #expect(conversions.map(\.files) == Self.inputs.map { converter.convert($0).files })
    }

    @Test func aFileAndItsBytesGiveTheSame() async throws {
        let converter = Converter(try Made.pipelines())
        try await withTemporaryFolder { folder in
            let sources = try write(Array(Self.documents.prefix(3)), into: folder)
            let (files, continuation) = AsyncStream.makeStream(of: SourcePath.self)
            for source in sources { continuation.yield(source) }
            continuation.finish()
            var number = 0
            for await conversion in converter.conversions(of: files, jobs: 2) {
                let bytes = try FileSystem.contents(of: sources[number].file)
                let inMemory = converter.convert(.memory(bytes, name: sources[number].name))
                #expect(conversion.source == sources[number])
                #expect(conversion.files == inMemory.files && !conversion.files.isEmpty)
                #expect(conversion.origin == inMemory.origin)
                number += 1
            }
            #expect(number == 3)
        }
    }

    @Test(arguments: [1, 3])
    func beginsNothingFarFromWhoTakes(jobs: Int) async throws {
        let inputs = Counted(Self.inputs)
        let sequence = Converter(try Made.pipelines()).conversions(of: inputs, jobs: jobs)
        var iterator = sequence.makeAsyncIterator()
        #expect(inputs.asked == 0)
        var taken = 0
        while await iterator.next(isolation: nil) != nil {
            // One more is looked at where there was room before this conversion was taken.
            #expect(inputs.asked <= taken + 1 + 2 * jobs)
            taken += 1
        }
        #expect(taken == 24)
        #expect(inputs.asked == 25)
    }

    @Test func answersWhileTheStreamWaits() async throws {
        let (inputs, continuation) = AsyncStream.makeStream(of: DocumentInput.self)
        var iterator = Converter(try Made.pipelines()).conversions(of: inputs, jobs: 4).makeAsyncIterator()
        for input in Self.inputs.prefix(3) {
            // The next document comes only after the conversion of this one.
            continuation.yield(input)
            #expect(await iterator.next(isolation: nil) != nil)
        }
        continuation.finish()
        #expect(await iterator.next(isolation: nil) == nil)
        #expect(await iterator.next(isolation: nil) == nil)
    }

    @Test func aStreamWithoutDocumentsHasNoConversions() async throws {
        for await conversion in Converter(try Made.pipelines()).conversions(of: Counted([]), jobs: 4) {
            Issue.record("there is a conversion of \(conversion.source.name)")
        }
    }

    @Test(arguments: [1, 4])
    func endsWhereTheTaskIsCancelled(jobs: Int) async throws {
        let converter = Converter(try Made.pipelines())
        let inputs = Counted(Self.inputs, isEndless: true)
        let (fifth, told) = AsyncStream.makeStream(of: Void.self)
        let (silence, silent) = AsyncStream.makeStream(of: Void.self)
        let taking = Task {
            var taken = 0
            for await _ in converter.conversions(of: inputs, jobs: jobs) {
                taken += 1
                guard taken == 5 else { continue }
                told.yield()
                // Until the task is cancelled: nothing else ends this stream.
                for await _ in silence {}
            }
            return taken
        }
        var signals = fifth.makeAsyncIterator()
        await signals.next(isolation: nil)
        taking.cancel()
        #expect(await taking.value == 5)
        // The sequence has ended with all its tasks, so nobody asks any more.
        #expect(inputs.asked <= 6 + 2 * jobs)
        #expect(inputs.iteratorsLeft == 0)
        silent.finish()
    }

    @Test func endsWhereTheTaskIsCancelledWhileItWaits() async throws {
        let converter = Converter(try Made.pipelines())
        let (inputs, continuation) = AsyncStream.makeStream(of: DocumentInput.self)
        let (taken, told) = AsyncStream.makeStream(of: Void.self)
        let taking = Task {
            for await _ in converter.conversions(of: inputs, jobs: 2) { told.yield() }
            return true
        }
        continuation.yield(Self.inputs[0])
        var conversions = taken.makeAsyncIterator()
        await conversions.next(isolation: nil)
        taking.cancel()
        #expect(await taking.value)
        if case .terminated = continuation.yield(Self.inputs[1]) { return }
        Issue.record("the stream of documents is still asked")
    }

    @Test func anIteratorThatIsLetGoBeginsNoMore() async throws {
        let inputs = Counted(Self.inputs, isEndless: true)
        let converter = Converter(try Made.pipelines())
        for await _ in converter.conversions(of: inputs, jobs: 2) { break }
        await inputs.allIteratorsGone()
        #expect(inputs.asked <= 6)
    }
}

/// A stream of documents that counts how many it was asked for.
private struct Counted: AsyncSequence, Sendable {
    typealias Failure = Never

    private let inputs: [DocumentInput]
    private let isEndless: Bool
    private let counts = Counts()

    init(_ inputs: [DocumentInput], isEndless: Bool = false) {
        self.inputs = inputs
        self.isEndless = isEndless
    }

    /// How often a document was asked for, the end included.
    var asked: Int { counts.asked.withLock(\.self) }
    var iteratorsLeft: Int { counts.iterators.withLock(\.self) }

    func allIteratorsGone() async {
        var gone = counts.gone.stream.makeAsyncIterator()
        await gone.next(isolation: nil)
    }

    func makeAsyncIterator() -> Iterator { Iterator(inputs: inputs, isEndless: isEndless, place: Place(counts)) }

    struct Iterator: AsyncIteratorProtocol {
        let inputs: [DocumentInput]
        let isEndless: Bool
        fileprivate let place: Place

        mutating func next(isolation actor: isolated (any Actor)?) async -> DocumentInput? {
            let number = place.counts.asked.withLock { asked in
                defer { asked += 1 }
                return asked
            }
            return isEndless ? inputs[number % inputs.count] : number < inputs.count ? inputs[number] : nil
        }
    }

    fileprivate final class Counts: Sendable {
        let asked = Mutex(0)
        let iterators = Mutex(0)
        let gone = AsyncStream.makeStream(of: Void.self)
    }

    /// Lives as long as an iterator.
    fileprivate final class Place {
        let counts: Counts

        init(_ counts: Counts) {
            self.counts = counts
            counts.iterators.withLock { $0 += 1 }
        }

        deinit {
            counts.iterators.withLock { $0 -= 1 }
            counts.gone.continuation.yield()
        }
    }
}
