import Glibc

extension FileSystem {
    /// The number of this process.
    public static var processID: Int32 {
        getpid()
    }

    /// Whether a process exists, also one of another user.
    ///
    /// A zombie counts as alive.
    ///
    /// - Parameter pid: Its number; 0 and negative numbers name no process.
    /// - Returns: Whether it exists.
    public static func processIsAlive(_ pid: Int32) -> Bool {
        // kill() would take 0 and negative numbers for whole groups of processes.
        guard pid > 0 else { return false }
        return kill(pid, 0) == 0 || errno == EPERM
    }

    /// Whether a descriptor is a terminal.
    ///
    /// - Parameter descriptor: The descriptor, such as 2 for standard error.
    /// - Returns: False also for a descriptor that is not open.
    public static func isTerminal(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1
    }

    /// The value of a variable of the environment.
    ///
    /// - Parameter name: Its name.
    /// - Returns: Its value, or nil where it is not set. Bytes that are not UTF-8 become U+FFFD.
    public static func environment(_ name: String) -> String? {
        guard let value = unsafe getenv(name) else { return nil }
        return unsafe String(cString: value)
    }

    /// Makes writing to a pipe that nobody reads throw `EPIPE` instead of ending this process.
    ///
    /// Call it once, at the start of a program.
    public static func ignoreBrokenPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }

    /// The number of processors that this process can use, at least 1.
    public static var processorCount: Int {
        max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
