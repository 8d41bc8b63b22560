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

/// Makes a folder.
///
/// - Throws: ``BenchFailure`` where that is impossible.
func makeFolder(_ path: String) throws(BenchFailure) {
    guard unsafe mkdir(path, 0o700) == 0 else { throw BenchFailure("\(path): \(describe(errno))") }
}

/// The length of a file in bytes.
///
/// - Throws: ``BenchFailure`` where there is none.
func size(of path: String) throws(BenchFailure) -> Int {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else { throw BenchFailure("\(path): \(describe(errno))") }
    return Int(status.st_size)
}

/// The text of a small file.
///
/// - Throws: ``BenchFailure`` where it cannot be read.
func contents(of path: String) throws(BenchFailure) -> String {
    guard let file = unsafe fopen(path, "r") else { throw BenchFailure("\(path): \(describe(errno))") }
    defer { unsafe fclose(file) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        count = unsafe fread(buffer.baseAddress, 1, buffer.count, file)
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// The lines of a small file that are not empty.
///
/// - Throws: ``BenchFailure`` where it cannot be read.
func lines(of path: String) throws(BenchFailure) -> [Substring] {
    try contents(of: path).split(separator: "\n")
}

/// A variable of the environment; nil where it is not set, or empty.
func environmentVariable(_ name: String) -> String? {
    unsafe getenv(name).map { unsafe String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
}

/// Whether there is a program that can be started.
func isProgram(_ path: String) -> Bool { unsafe access(path, X_OK) == 0 }

/// The path of a program that a shell would find by its name; nil where there is none.
func installedProgram(_ name: String) -> String? {
    let folders = environmentVariable("PATH")?.split(separator: ":") ?? []
    return folders.map { "\($0)/\(name)" }.first(where: isProgram)
}

/// Writes a line to standard error.
func complain(_ line: String) {
    var line = line + "\n"
    line.withUTF8 { bytes in _ = unsafe write(2, bytes.baseAddress, bytes.count) }
}
