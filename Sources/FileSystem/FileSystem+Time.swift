import Glibc

extension FileSystem {
    /// What the machine takes the time of day to be, in milliseconds since the beginning of 1970, UTC.
    public static var timeOfDay: Int { milliseconds(of: CLOCK_REALTIME) }

    /// Milliseconds that have passed since some moment; nobody can set it back.
    public static var steadyTime: Int { milliseconds(of: CLOCK_MONOTONIC) }

    /// Waits; a signal ends it early.
    ///
    /// - Parameter milliseconds: How long.
    public static func pause(milliseconds: Int) {
        guard milliseconds > 0 else { return }
        var time = timespec(tv_sec: milliseconds / 1_000, tv_nsec: milliseconds % 1_000 * 1_000_000)
        _ = unsafe nanosleep(&time, nil)
    }

    private static func milliseconds(of clock: clockid_t) -> Int {
        var time = timespec()
        _ = unsafe clock_gettime(clock, &time)
        return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
    }
}
