import FileSystem

/// Makes a folder of its own for one test, and removes it afterwards.
/// - Parameter body: gets the folder's path.
public func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let folder = try makeTemporaryFolder()
    let result: Result
    do {
        result = try body(folder)
    } catch {
        try FileSystem.removeTree(folder)
        throw error
    }
    try FileSystem.removeTree(folder)
    return result
}

/// The same for a test that waits.
/// - Parameter body: gets the folder's path.
public func withTemporaryFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
    let folder = try makeTemporaryFolder()
    let result: Result
    do {
        result = try await body(folder)
    } catch {
        try FileSystem.removeTree(folder)
        throw error
    }
    try FileSystem.removeTree(folder)
    return result
}

private func makeTemporaryFolder() throws -> String {
    let base = FileSystem.environment("TMPDIR") ?? "/tmp"
    let folder = "\(base)/tessera-tests-\(FileSystem.processID)-\(UInt64.random(in: 0 ... .max))"
    try FileSystem.createDirectory(folder, withParents: true)
    return folder
}
