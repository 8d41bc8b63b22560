import Glibc

extension FileSystem {
    /// The absolute path of a path, without symbolic links, `.` and `..`.
    ///
    /// The part that does not exist is added as it is, with `.` and `..` worked out from the names alone.
    ///
    /// - Parameter path: The path; an empty one is refused.
    /// - Returns: The absolute path.
    /// - Throws: `FileFailure`, for lack of permission for instance.
    public static func absolutePath(of path: String) throws(FileFailure) -> String {
        try check(path, "resolve")
        guard !path.isEmpty else { throw FileFailure("resolve", path, code: ENOENT) }
        var existing = path
        var missing: [Substring] = []
        while true {
            if let resolved = try realPath(existing, for: path) {
                return missing.reversed().reduce(resolved) { base, name in
                    if name == "." { return base }
                    return name == ".." ? parent(of: base) ?? base : join(base, String(name))
                }
            }
            missing.append(lastComponent(of: existing))
            existing = parent(of: existing) ?? "."
        }
    }

    /// The working directory of this process.
    ///
    /// - Throws: `FileFailure` where it was removed meanwhile.
    public static var workingDirectory: String {
        get throws(FileFailure) {
            guard let pointer = unsafe getcwd(nil, 0) else { throw FileFailure("find", "the working directory") }
            defer { unsafe free(pointer) }
            return unsafe String(cString: pointer)
        }
    }

    /// Whether a path leads to a folder in which this process may make files.
    ///
    /// - Parameter path: The path.
    /// - Returns: False also where nothing is there or it cannot be found out.
    public static func isWritableDirectory(_ path: String) -> Bool {
        var status = stat()
        guard !path.utf8.contains(0), unsafe stat(path, &status) == 0 else { return false }
        guard Kind(mode: status.st_mode) == .directory else { return false }
        return unsafe faccessat(AT_FDCWD, path, W_OK | X_OK, AT_EACCESS) == 0
    }

    /// The path without symbolic links, or nil where it does not exist.
    private static func realPath(_ existing: String, for path: String) throws(FileFailure) -> String? {
        guard let pointer = unsafe realpath(existing, nil) else {
            guard errno == ENOENT else { throw FileFailure("resolve", path) }
            return nil
        }
        defer { unsafe free(pointer) }
        return unsafe String(cString: pointer)
    }

    /// The path of the folder that holds an entry, or nil for a name alone and for `/`.
    static func parent(of path: String) -> String? {
        let trimmed = withoutTrailingSlashes(path)
        guard let slash = trimmed.lastIndex(of: "/") else { return nil }
        let parent = withoutTrailingSlashes(trimmed[..<slash])
        guard parent.isEmpty else { return String(parent) }
        return trimmed == "/" ? nil : "/"
    }

    private static func lastComponent(of path: String) -> Substring {
        withoutTrailingSlashes(path).split(separator: "/").last ?? ""
    }

    private static func withoutTrailingSlashes(_ path: some StringProtocol) -> Substring {
        var path = Substring(path)
        while path.count > 1 && path.hasSuffix("/") { path.removeLast() }
        return path
    }

    /// A path below a folder.
    static func join(_ folder: String, _ name: String) -> String {
        folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
    }
}
