/// How much a child process may use up before it is ended.
public struct ChildProcessLimits: Sendable, Equatable {
    /// Seconds of the processor's time; a process that sleeps is given ten times as long.
    public var seconds: Int
    /// Bytes of address space.
    public var memory: Int
    /// Bytes that it may write to its standard output, and to its standard error.
    public var output: Int

    public init(seconds: Int, memory: Int, output: Int) {
        self.seconds = seconds
        self.memory = memory
        self.output = output
    }

    /// What a shell has to do to run a program under the limits (POSIX.1-2017, `ulimit`; `-t`, `-v` and `-c` are common
    /// to all shells).
    ///
    /// Set by the child itself before the program begins: set from outside, they would come too late for some.
    var command: String {
        // In seconds, units of 1024 bytes, and blocks of 512 bytes. The hard limit of time would kill without saying why.
        "ulimit -c 0 && ulimit -S -t \(seconds) && ulimit -v \(memory / 1024) && ulimit -f \(output / 512) && exec \"$0\" \"$@\""
    }

    /// How long to wait for a process that does not end and uses no time; milliseconds.
    var patience: Int { seconds.multipliedReportingOverflow(by: 10_000).overflow ? .max : seconds * 10_000 }
}
