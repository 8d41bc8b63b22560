import TesseraModel

/// `CHANGES.md` of a dataset: what differs from the version that stood in its folder before, the newest first.
///
/// The program puts its sections in front of those that it has put there before. All else in the file is kept byte for
/// byte: it may be somebody's own text.
enum ChangeList {
    static let fileName = "CHANGES.md"

    /// The files that stand in a dataset beside those of a conversion, with the list continued.
    /// - Parameters:
    ///   - added: those files; the list is among them, if there is one.
    ///   - version: the new version.
    ///   - old: the files of the dataset that is replaced; none where there was none.
    ///   - new: the files of the new one.
    static func continued(
        in added: [OutputFile],
        with version: DatasetVersion,
        from old: [OutputFile],
        to new: [OutputFile]
    ) -> [OutputFile] {
        let present = added.first { $0.name == fileName }
        let section = ChangeSection(version, old.isEmpty ? nil : DatasetUpdate(from: old, to: new))
        let bytes = inserting(section.text, into: present?.bytes ?? Array(introduction.utf8))
        return added.filter { $0.name != fileName } + [OutputFile(name: fileName, bytes: bytes)]
    }

    private static let introduction = """
        # Changes

        What changed in this dataset, the newest version first. `tessera convert` adds a section where a version differs
        from the one before it. Text of your own stays as it is, wherever you put it.

        """

    /// Puts a section in front of the first one of the program; where there is none, at the end.
    private static func inserting(_ section: String, into list: [UInt8]) -> [UInt8] {
        let newline = UInt8(ascii: "\n")
        // In a file that an editor saved with CR LF, the section has them too.
        let isCarriageReturned =
            list.firstIndex(of: newline).map { $0 > 0 && list[$0 - 1] == UInt8(ascii: "\r") } == true
        let text =
            isCarriageReturned
            ? section.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") : section
        let lineEnd = isCarriageReturned ? "\r\n" : "\n"
        var start = 0
        for line in list.split(separator: newline, omittingEmptySubsequences: false) {
            if ChangeSection.isHeading(String(decoding: line, as: UTF8.self)) {
                return Array(list[..<start]) + Array((text + lineEnd).utf8) + Array(list[start...])
            }
            start += line.count + 1
        }
        let isEnded = list.isEmpty || list.last == newline
        return list + Array(((isEnded ? "" : lineEnd) + (list.isEmpty ? "" : lineEnd) + text).utf8)
    }
}
