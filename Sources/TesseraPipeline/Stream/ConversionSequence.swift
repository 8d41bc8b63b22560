/// The conversions of a stream of documents, in its order.
///
/// Documents are converted in parallel and only as fast as conversions are taken: at any time at most `jobs` are under way,
/// and at most twice as many are begun and not taken yet. Nothing is begun before the first conversion is asked for. A
/// document is asked of the stream once there is room for it, so that a stream that makes documents waits as well.
///
/// Where the task that takes conversions is cancelled, no document is begun any more, what is under way is dropped, and the
/// sequence ends once no task of it is left: the stream must end its own waiting when it is cancelled, as `AsyncStream`
/// does. An iterator that is let go before the end begins no more either.
public struct ConversionSequence<Documents: AsyncSequence & Sendable>: AsyncSequence, Sendable
where Documents.Element == DocumentInput, Documents.Failure == Never {
    public typealias Element = Conversion
    public typealias Failure = Never

    let documents: Documents
    let jobs: Int
    let convert: @Sendable (DocumentInput) -> Conversion

    public func makeAsyncIterator() -> Iterator {
        Iterator(work: ConversionWork(self))
    }

    /// Takes the conversions, each once, from one task.
    public struct Iterator: AsyncIteratorProtocol {
        let work: ConversionWork<Documents>

        public mutating func next(isolation actor: isolated (any Actor)?) async -> Conversion? {
            await work.next()
        }
    }
}

@available(*, unavailable)
extension ConversionSequence.Iterator: Sendable {}

extension Converter {
    /// Converts a stream of documents, in parallel, in order, and no faster than the conversions are taken.
    /// - Parameters:
    ///   - documents: the documents, as files or in memory.
    ///   - jobs: how many are converted at once, at least 1.
    /// - Returns: one conversion a document, in their order. A document that fails has its diagnostics, and does not end the
    ///   sequence.
    public func conversions<Documents>(of documents: Documents, jobs: Int = 1) -> ConversionSequence<Documents> {
        ConversionSequence(documents: documents, jobs: max(1, jobs)) { convert($0) }
    }

    /// Converts a stream of files; see ``conversions(of:jobs:)-(Documents,_)``.
    /// - Parameters:
    ///   - files: where they are.
    ///   - jobs: how many are converted at once, at least 1.
    public func conversions<Files: AsyncSequence & Sendable>(
        of files: Files,
        jobs: Int = 1
    ) -> ConversionSequence<AsyncMapSequence<Files, DocumentInput>>
    where Files.Element == SourcePath, Files.Failure == Never {
        conversions(of: files.map { .file($0) }, jobs: jobs)
    }
}
