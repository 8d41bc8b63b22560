import Glibc
import Synchronization

extension FileSystem {
    private static let interrupted = Atomic<Bool>(false)

    /// Whether Ctrl-C was pressed, or the process was asked to end (SIGTERM), since ``noteInterrupts()``.
    public static var isInterrupted: Bool { interrupted.load(ordering: .relaxed) }

    /// Makes the first Ctrl-C or SIGTERM only set ``isInterrupted``; the second ends the process as usual.
    public static func noteInterrupts() {
        // Touched here, because a handler must not be the first to initialise it.
        interrupted.store(false, ordering: .relaxed)
        for number in [SIGINT, SIGTERM] {
            _ = signal(number) { number in
                FileSystem.interrupted.store(true, ordering: .relaxed)
                _ = signal(number, SIG_DFL)
            }
        }
        // Whoever started this process from a thread that holds signals back has handed that down.
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        for number in [SIGINT, SIGTERM] { unsafe sigaddset(&signals, number) }
        _ = unsafe pthread_sigmask(SIG_UNBLOCK, &signals, nil)
    }
}
