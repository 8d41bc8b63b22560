import Synchronization

/// What one task that begins documents and one that takes conversions know of each other: how far either is.
final class ConversionWindow: Sendable {
    fileprivate struct State {
        var begun = 0
        var taken = 0
        var underWay = 0
        var ready: [Int: Conversion] = [:]
        /// No document follows those that are begun.
        var isComplete = false
        /// Nobody wants more.
        var isClosed = false
        var work: Task<Void, Never>?
        /// Who waits for room, and who for a conversion; at most one each.
        var beginner: CheckedContinuation<Void, Never>?
        var taker: CheckedContinuation<Void, Never>?

        mutating func takeWaiting() -> [CheckedContinuation<Void, Never>] {
            defer { (beginner, taker) = (nil, nil) }
            return [beginner, taker].compactMap(\.self)
        }
    }

    private let state = Mutex(State())
    private let jobs: Int

    /// - Parameter jobs: documents under way at once. Finished ones that wait for a slow one before them may be as many
    ///   again, so that it does not leave the processor idle.
    init(jobs: Int) {
        self.jobs = jobs
    }

    /// Starts the work where it has not been started, and is still wanted.
    func beginOnce(_ start: () -> Task<Void, Never>) {
        state.withLock { state in
            if state.work == nil, !state.isClosed { state.work = start() }
        }
    }

    // MARK: For the task that begins documents

    /// Waits until another document may be begun.
    /// - Returns: false where nobody wants more.
    func hasRoom() async -> Bool {
        while true {
            let (isClosed, hasRoom) = state.withLock { ($0.isClosed, $0.hasRoom(jobs: jobs)) }
            if isClosed || hasRoom { return !isClosed }
            await wait(\.beginner) { $0.isClosed || $0.hasRoom(jobs: jobs) }
        }
    }

    /// Counts a document in.
    /// - Returns: its number; nil where nobody wants more.
    func begin() -> Int? {
        state.withLock { state in
            guard !state.isClosed else { return nil }
            defer { (state.begun, state.underWay) = (state.begun + 1, state.underWay + 1) }
            return state.begun
        }
    }

    func deliver(_ conversion: Conversion, _ number: Int) {
        change { state in
            state.underWay -= 1
            if !state.isClosed { state.ready[number] = conversion }
        }
    }

    func endOfDocuments() { change { $0.isComplete = true } }

    // MARK: For the task that takes conversions

    /// Waits for the next conversion.
    /// - Returns: nil behind the last one, and where the window is closed.
    func take() async -> Conversion? {
        while true {
            let conversion = change { state -> Conversion? in
                guard !state.isClosed, let next = state.ready.removeValue(forKey: state.taken) else { return nil }
                state.taken += 1
                return next
            }
            if let conversion { return conversion }
            if state.withLock(\.isAtEnd) { return nil }
            await wait(\.taker) { $0.isAtEnd || $0.ready[$0.taken] != nil }
        }
    }

    /// Drops what is not taken; nothing is begun any more.
    func close() {
        let work = change { state -> Task<Void, Never>? in
            state.isClosed = true
            state.ready = [:]
            return state.work
        }
        work?.cancel()
    }

    func allWorkDone() async {
        await state.withLock(\.work)?.value
    }

    // MARK: Waiting

    /// Changes what is known, and wakes up who waits: they look again.
    @discardableResult
    private func change<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        let (result, waiting) = state.withLock { state in (body(&state), state.takeWaiting()) }
        for continuation in waiting { continuation.resume() }
        return result
    }

    /// Waits for the next change, unless what is waited for has come meanwhile.
    private func wait(
        _ place: WritableKeyPath<State, CheckedContinuation<Void, Never>?>,
        unless hasCome: (State) -> Bool
    ) async {
        await withCheckedContinuation { continuation in
            let isDue = state.withLock { state in
                if hasCome(state) { return true }
                state[keyPath: place] = continuation
                return false
            }
            if isDue { continuation.resume() }
        }
    }
}

extension ConversionWindow.State {
    fileprivate func hasRoom(jobs: Int) -> Bool { underWay < jobs && begun - taken < 2 * jobs }

    fileprivate var isAtEnd: Bool { isClosed || (isComplete && taken == begun) }
}
