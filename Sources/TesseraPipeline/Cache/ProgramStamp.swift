import FileSystem

/// What tells one installation of another program from the next, without starting it.
enum ProgramStamp {
    /// The program that reads PDF documents without tags.
    static let pdftotext = of("pdftotext", on: FileSystem.environment("PATH") ?? "/bin:/usr/bin")

    /// The paths, sizes and times of all files of that name on a search path; empty where there is none.
    ///
    /// A library that was replaced alone is not noticed; packages replace both.
    static func of(_ name: String, on searchPath: String) -> String {
        var text = ""
        for folder in searchPath.split(separator: ":") {
            let path = "\(folder)/\(name)"
            do {
                guard let stamp = try FileSystem.stamp(of: path) else { continue }
                text += "\(path) \(stamp.inode) \(stamp.size) \(stamp.modified) \(stamp.changed)\n"
            } catch {
                // What cannot be looked at cannot be started either.
                continue
            }
        }
        return text
    }
}
