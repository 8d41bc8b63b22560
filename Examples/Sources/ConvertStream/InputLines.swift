import Foundation
import Synchronization

/// The lines of standard input that are not empty, each read when it is asked for.
///
/// A thread waits for the input, as no thread of Swift's pool may, and a task that is cancelled does not wait for it.
struct InputLines: AsyncSequence, Sendable {
    typealias Element = String
    typealias Failure = Never

    func makeAsyncIterator() -> Iterator { Iterator(reader: LineReader()) }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate let reader: LineReader

        mutating func next(isolation actor: isolated (any Actor)?) async -> String? { await reader.next() }
    }
}

private final class LineReader: Sendable {
    private enum State {
        case idle
        case waiting(CheckedContinuation<String?, Never>)
        case over
    }

    private let state = Mutex(State.idle)
    private let wish = DispatchSemaphore(value: 0)

    init() {
        Thread.detachNewThread { [self] in
            while true {
                wish.wait()
                var line = readLine()
                while line == "" { line = readLine() }
                answer(line)
                if line == nil { return }
            }
        }
    }

    func next() async -> String? {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    if case .over = state { return true }
                    state = .waiting(continuation)
                    return false
                }
                if isOver { continuation.resume(returning: nil) } else { wish.signal() }
            }
        } onCancel: {
            answer(nil)
        }
    }

    /// Hands over a line; behind nil there are none.
    private func answer(_ line: String?) {
        let waiting = state.withLock { state -> CheckedContinuation<String?, Never>? in
            defer { state = line == nil ? .over : .idle }
            if case .waiting(let continuation) = state { return continuation }
            return nil
        }
        waiting?.resume(returning: line)
    }
}
