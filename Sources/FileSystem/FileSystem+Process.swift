import CLinux
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

    /// Columns of a terminal.
    ///
    /// - Parameter descriptor: The descriptor, such as 2 for standard error.
    /// - Returns: 80 where it is none, or does not tell.
    public static func terminalWidth(_ descriptor: Int32) -> Int {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
        return Int(size.ws_col)
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

    /// The name under which the user of this process logs in; the number of the user where there is no name.
    public static var userName: String {
        let user = geteuid()
        var entry = unsafe passwd()
        var found: UnsafeMutablePointer<passwd>?
        var buffer = [CChar](repeating: 0, count: 16_384)
        guard unsafe getpwuid_r(user, &entry, &buffer, buffer.count, &found) == 0, unsafe found != nil,
            let name = unsafe entry.pw_name
        else { return String(user) }
        return unsafe String(cString: name)
    }

    /// Makes this process go on when its terminal is hung up: reading from it then comes to an end.
    public static func ignoreHangups() {
        _ = signal(SIGHUP, SIG_IGN)
    }

    /// Bytes of memory that a process has in use (proc(5), `/proc/pid/statm`).
    ///
    /// - Parameter pid: The number of the process.
    /// - Returns: 0 where it has ended, or this system does not tell.
    public static func residentMemory(of pid: Int32) -> Int {
        let text: [UInt8]
        do {
            text = try contents(of: "/proc/\(pid)/statm")
        } catch {
            return 0
        }
        let fields = text.split(separator: UInt8(ascii: " "))
        guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return 0 }
        return pages * Int(getpagesize())
    }

    /// Bytes of memory that this machine has.
    public static var physicalMemory: Int {
        max(1, Int(sysconf(Int32(_SC_PHYS_PAGES)))) * Int(getpagesize())
    }

    /// The file that this program was started from.
    public static var executable: String { "/proc/self/exe" }

    /// Makes this process end when the one that started it does, however that ends (prctl(2), `PR_SET_PDEATHSIG`).
    ///
    /// - Parameter parent: The number of the process that started this one: it may have ended before.
    /// - Returns: False where that has ended already.
    public static func endWithParent(_ parent: Int32) -> Bool {
        tessera_end_with_parent(SIGKILL) == 0 && getppid() == parent
    }

    /// The number of processors that this process can use, at least 1.
    public static var processorCount: Int {
        max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    }
}
