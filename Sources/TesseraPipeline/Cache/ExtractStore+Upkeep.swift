public import FileSystem

/// For those who want to know how much is kept, or to clear it away.
extension ExtractStore {
    /// How many bytes all extracts have, and what interrupted processes left behind.
    /// - Throws: `FileFailure` where the folder cannot be read.
    public func size() throws(FileFailure) -> Int {
        var size = 0
        for path in try folders() {
            for (_, stamp) in try FileSystem.stamps(in: path) ?? [] { size += Int(stamp.size) }
        }
        return size
    }

    /// Removes what no run will ask for again: extracts that another build of the program made, those of sources that are
    /// gone, and what interrupted processes left behind. Files that a living process is writing stay.
    /// - Parameter sources: the SHA-256 of the files whose extracts stay; nil for all.
    /// - Returns: how many files were removed.
    /// - Throws: `FileFailure` where one cannot be removed.
    @discardableResult
    public func prune(keeping sources: Set<String>? = nil) throws(FileFailure) -> Int {
        var removed = 0
        for path in try folders() {
            let isForeign = !path.hasPrefix("\(folder)/\(ExtractKey.program)/")
            for (name, _) in try FileSystem.stamps(in: path) ?? [] {
                let isGone: Bool
                if name.hasPrefix(FileSystem.temporaryPrefix) {
                    isGone = !ExtractStore.isBeingWritten(name)
                } else {
                    isGone = isForeign || sources.map { !$0.contains(ExtractKey.source(ofName: name)) } ?? false
                }
                guard isGone else { continue }
                do throws(FileFailure) {
                    try FileSystem.removeTree("\(path)/\(name)")
                    removed += 1
                } catch {
                    // Gone where another process was first.
                    guard try FileSystem.stamp(of: "\(path)/\(name)") == nil else { throw error }
                }
            }
        }
        return removed
    }

    /// Whether the process is alive whose number a temporary name has.
    private static func isBeingWritten(_ name: String) -> Bool {
        let number = name.dropFirst(FileSystem.temporaryPrefix.count).prefix { $0 != "-" }
        guard let process = Int32(number), process > 0 else { return false }
        return FileSystem.processIsAlive(process)
    }

    /// The folders that extracts lie in.
    private func folders() throws(FileFailure) -> [String] {
        var folders: [String] = []
        for (program, _) in try FileSystem.stamps(in: folder) ?? [] {
            for (digits, _) in try FileSystem.stamps(in: "\(folder)/\(program)") ?? [] {
                folders.append("\(folder)/\(program)/\(digits)")
            }
        }
        return folders
    }
}
