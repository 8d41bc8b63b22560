import CLinux
import FileSystem
import Glibc

extension ChildProcess {
    /// Starts a program with open files as its first descriptors, and no others.
    /// - Parameters:
    ///   - arguments: the program's name first.
    ///   - streams: what becomes descriptor 0, 1, 2 and so on.
    ///   - asWorker: whether the program is one of ours: it has the environment of this process, and signals from the
    ///     terminal pass it by.
    static func spawn(
        _ arguments: [String],
        streams: [Int32],
        asWorker: Bool = false
    ) throws(SystemError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in streams.enumerated() {
            unsafe posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        // What this process inherited from its own parent.
        unsafe posix_spawn_file_actions_addclosefrom_np(&actions, Int32(streams.count))
        // What this process ignores or holds back, or was told to by its parent, the child must not.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        unsafe posix_spawnattr_setsigmask(&attributes, &signals)
        unsafe sigfillset(&signals)
        unsafe posix_spawnattr_setsigdefault(&attributes, &signals)
        let group = asWorker ? POSIX_SPAWN_SETPGROUP : 0
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | group))
        // C keeps no copy of the strings, so they are freed when the child has started.
        var words = unsafe arguments.map { unsafe strdup($0) } + [nil]
        var settings = unsafe (asWorker ? inheritedEnvironment : environment).map { unsafe strdup($0) } + [nil]
        defer { unsafe (words + settings).forEach { unsafe free($0) } }
        var process: pid_t = 0
        // The child takes the search path of this process; posix_spawnp looks there.
        let code = unsafe posix_spawnp(&process, arguments[0], &actions, &attributes, &words, &settings)
        guard code == 0 else { throw SystemError(code: code) }
        return process
    }

    /// That of this process, without the trace of calls that Swift prints when a program crashes: it takes seconds, and
    /// nobody reads it.
    private static var inheritedEnvironment: [String] {
        var variables: [String] = []
        var next = unsafe environ
        while let variable = unsafe next.pointee {
            let text = unsafe String(cString: variable)
            if !text.hasPrefix("SWIFT_BACKTRACE=") { variables.append(text) }
            unsafe next += 1
        }
        return variables + ["SWIFT_BACKTRACE=enable=no"]
    }

    /// The same on every machine: what a program writes must not depend on somebody's language.
    private static let environment = ["LC_ALL=C.UTF-8", "PATH=/usr/local/bin:/usr/bin:/bin"]
}

/// An open descriptor that is closed with the value.
struct Descriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) { self.number = number }

    deinit { close(number) }
}
