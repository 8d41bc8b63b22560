import Glibc
import Synchronization

extension FileSystem {
    private static let interrupted = Atomic<Bool>(false)

    /// Whether Ctrl-C was pressed since ``noteInterrupts()``.
    public static var isInterrupted: Bool { interrupted.load(ordering: .relaxed) }

    /// Makes the first Ctrl-C only set ``isInterrupted``; the second ends the process as usual.
    public static func noteInterrupts() {
        // Touched here, because a handler must not be the first to initialise it.
        interrupted.store(false, ordering: .relaxed)
        _ = signal(SIGINT) { _ in
            FileSystem.interrupted.store(true, ordering: .relaxed)
            _ = signal(SIGINT, SIG_DFL)
        }
        // Whoever started this process from a thread that holds signals back has handed that down.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGINT)
        _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
