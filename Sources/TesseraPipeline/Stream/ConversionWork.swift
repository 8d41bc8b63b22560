/// The tasks behind one iterator of a ``ConversionSequence``.
final class ConversionWork<Documents: AsyncSequence & Sendable>: Sendable
where Documents.Element == DocumentInput, Documents.Failure == Never {
    private let sequence: ConversionSequence<Documents>
    private let window: ConversionWindow

    init(_ sequence: ConversionSequence<Documents>) {
        self.sequence = sequence
        window = ConversionWindow(jobs: sequence.jobs)
    }

    deinit {
        // Nobody takes a conversion any more.
        window.close()
    }

    /// The next conversion; nil behind the last one, and once the calling task is cancelled.
    func next() async -> Conversion? {
        window.beginOnce { [sequence, window] in Task { await ConversionWork.convertAll(sequence, window) } }
        let conversion = await withTaskCancellationHandler {
            await window.take()
        } onCancel: { [window] in
            window.close()
        }
        // At the end no task is left behind, whoever made it the end.
        if conversion == nil { await window.allWorkDone() }
        return conversion
    }

    /// Begins documents as there is room for them, until the stream ends or nobody wants more.
    private static func convertAll(_ sequence: ConversionSequence<Documents>, _ window: ConversionWindow) async {
        await withDiscardingTaskGroup { group in
            var documents = sequence.documents.makeAsyncIterator()
            while await window.hasRoom(), let document = await documents.next(isolation: nil) {
                guard let number = window.begin() else { break }
                group.addTask {
                    guard !Task.isCancelled else { return }
                    window.deliver(sequence.convert(document), number)
                }
            }
            window.endOfDocuments()
        }
    }
}
