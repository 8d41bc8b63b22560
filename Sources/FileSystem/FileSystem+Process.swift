import Glibc

extension FileSystem {
    /// The number of this process.
    public static var processID: Int32 {
        getpid()
    }

    /// Whether a process runs, also one of another user.
    ///
    /// One that has ended and that nobody has asked about yet (a zombie) does not run any more.
    ///
    /// - Parameter pid: Its number; 0 and negative numbers name no process.
    /// - Returns: Whether it runs.
    public static func processIsAlive(_ pid: Int32) -> Bool {
        // kill() would take 0 and negative numbers for whole groups of processes.
        guard pid > 0 else { return false }
        guard kill(pid, 0) == 0 || errno == EPERM else { return false }
        return !isZombie(pid)
    }

    /// Asks the kernel for the state of a process (proc(5), `/proc/pid/stat`); it stands behind the name in brackets.
    private static func isZombie(_ pid: Int32) -> Bool {
        let status: [UInt8]
        do {
            status = try contents(of: "/proc/\(pid)/stat")
        } catch {
            // It has ended in the meantime, or this system does not tell; the next run will see.
            return false
        }
        guard let bracket = status.lastIndex(of: UInt8(ascii: ")")), bracket + 2 < status.count else { return false }
        return [UInt8(ascii: "Z"), UInt8(ascii: "X")].contains(status[bracket + 2])
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
