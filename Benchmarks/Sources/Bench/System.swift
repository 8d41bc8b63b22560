import Glibc

/// What the system says about an error code.
func describe(_ code: Int32) -> String {
    unsafe String(cString: strerror(code))
}

/// The path of another program of this package, which lies in the same folder as this one.
///
/// - Throws: ``BenchFailure`` where the system does not tell the path of this program.
func siblingProgram(_ name: String) throws(BenchFailure) -> String {
    guard let own = unsafe realpath("/proc/self/exe", nil) else {
        throw BenchFailure("/proc/self/exe: \(describe(errno))")
    }
    defer { unsafe free(own) }
    let path = unsafe String(cString: own)
    return path.prefix(through: path.lastIndex(of: "/") ?? path.startIndex) + name
}

/// Makes an empty folder for what the benchmarks write.
///
/// - Throws: ``BenchFailure`` where that is impossible.
func makeScratchFolder() throws(BenchFailure) -> String {
    let parent = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    var template = Array("\(parent)/tessera-bench-XXXXXX".utf8CString)
    guard let path = unsafe mkdtemp(&template) else { throw BenchFailure("\(parent): \(describe(errno))") }
    return unsafe String(cString: path)
}

/// Writes a line to standard error.
func complain(_ line: String) {
    var line = line + "\n"
    line.withUTF8 { bytes in _ = unsafe write(2, bytes.baseAddress, bytes.count) }
}
