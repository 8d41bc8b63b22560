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

/// Whether there is a file or a folder.
func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

/// Takes away a file, or a folder with all that is in it; nothing happens where there is none.
///
/// - Throws: ``BenchFailure`` where that is impossible.
func remove(_ path: String) throws(BenchFailure) {
    _ = try ProcessRun(["/bin/rm", "-rf", path], errors: "/dev/null")
}

/// The text of a file.
///
/// - Throws: ``BenchFailure`` where it cannot be read.
func contents(of path: String) throws(BenchFailure) -> String {
    let size = try size(of: path)
    guard let file = unsafe fopen(path, "r") else { throw BenchFailure("\(path): \(describe(errno))") }
    defer { unsafe fclose(file) }
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
        count = unsafe fread(buffer.baseAddress, 1, size, file)
    }
    return String(decoding: bytes, as: UTF8.self)
}

/// Writes a file.
///
/// - Throws: ``BenchFailure`` where that is impossible.
func write(_ text: String, to path: String) throws(BenchFailure) {
    guard let file = unsafe fopen(path, "w") else { throw BenchFailure("\(path): \(describe(errno))") }
    var text = text
    let isWritten = text.withUTF8 { bytes in
        unsafe fwrite(bytes.baseAddress, 1, bytes.count, file) == bytes.count
    }
    guard unsafe fclose(file) == 0, isWritten else { throw BenchFailure("\(path) cannot be written") }
}

/// The lines of a file that are not empty.
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

/// Writes a line to standard output, where it appears at once: a run takes long.
func say(_ line: String) { put(line, into: 1) }

/// Writes a line to standard error.
func complain(_ line: String) { put(line, into: 2) }

private func put(_ line: String, into file: Int32) {
    var line = line + "\n"
    line.withUTF8 { bytes in
        var written = 0
        while written < bytes.count {
            let count = unsafe write(file, bytes.baseAddress.map { unsafe $0 + written }, bytes.count - written)
            guard count > 0 else { return }
            written += count
        }
    }
}
