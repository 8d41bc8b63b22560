import Glibc

/// What one process cost, from its start to its end.
struct ProcessRun {
    let milliseconds: Double
    /// What it had of the processor, in its own code and in the system's.
    let processorMilliseconds: Double
    /// The most memory that it held at a time (`ru_maxrss`), in units of 1,000,000 bytes.
    ///
    /// Linux counts in what this process held when it started the other one, so that nothing smaller than this
    /// program can be measured.
    let peakMegabytes: Double

    /// Starts a program, waits for its end and reads the clock.
    ///
    /// - Parameters:
    ///   - command: The program, by its path, and its arguments.
    ///   - output: The file that takes what it prints.
    ///   - errors: The file that takes what it says on standard error.
    /// - Throws: ``BenchFailure`` where it cannot be started or does not end with exit code 0.
    init(_ command: [String], output: String = "/dev/null", errors: String) throws(BenchFailure) {
        let begin = Self.nanoseconds()
        let pid = try Self.start(command, output: output, errors: errors)
        var status: Int32 = 0
        var usage = rusage()
        while unsafe wait4(pid, &status, 0, &usage) == -1 {
            guard errno == EINTR else { throw BenchFailure("\(command[0]): wait4 failed with errno \(errno)") }
        }
        let end = Self.nanoseconds()
        // A process that ended by itself has its exit code in the second byte of the status and 0 in the first.
        guard status == 0 else {
            let how = status & 0x7F == 0 ? "exit code \((status >> 8) & 0xFF)" : "signal \(status & 0x7F)"
            throw BenchFailure("\(command.joined(separator: " ")): \(how); what it said is in \(errors)")
        }
        milliseconds = Double(end - begin) / 1_000_000
        processorMilliseconds = Self.milliseconds(usage.ru_utime) + Self.milliseconds(usage.ru_stime)
        peakMegabytes = Double(usage.ru_maxrss) * 1024 / 1_000_000
    }

    private static func nanoseconds() -> UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    private static func milliseconds(_ time: timeval) -> Double {
        Double(time.tv_sec) * 1000 + Double(time.tv_usec) / 1000
    }

    /// Starts a program with an empty standard input.
    private static func start(_ command: [String], output: String, errors: String) throws(BenchFailure) -> pid_t {
        var files = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&files)
        defer { unsafe posix_spawn_file_actions_destroy(&files) }
        unsafe posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&files, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        unsafe posix_spawn_file_actions_addopen(&files, 2, errors, O_WRONLY | O_CREAT | O_TRUNC, 0o600)

        var arguments = unsafe command.map { unsafe strdup($0) } + [nil]
        defer { unsafe arguments.forEach { unsafe free($0) } }
        var pid: pid_t = 0
        let code = unsafe posix_spawn(&pid, command[0], &files, nil, &arguments, environ)
        guard code == 0 else { throw BenchFailure("\(command[0]) cannot be started: \(describe(code))") }
        return pid
    }
}
