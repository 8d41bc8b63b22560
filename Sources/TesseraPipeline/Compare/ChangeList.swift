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
        let section = ChangeSection(version, old.isEmpty ? nil : differences(from: old, to: new))
        let bytes = inserting(section.text, into: present?.bytes ?? Array(introduction.utf8))
        return added.filter { $0.name != fileName } + [OutputFile(name: fileName, bytes: bytes)]
    }

    /// What differs, but for offsets: a single letter moves all that stands behind it.
    private static func differences(from old: [OutputFile], to new: [OutputFile]) -> [DatasetDifference] {
        let all = DatasetComparison.differences(old: old, new: new)
        let news = all.filter { $0.file == "provenance.csv" || !["start", "end"].contains($0.field) }
        return news.isEmpty ? all : news
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

/// One version's section of the list.
private struct ChangeSection {
    let text: String

    /// As many changes as a person wants to read.
    private static let limit = 50

    /// - Parameter differences: what differs from the version before; nil where there was none.
    init(_ version: DatasetVersion, _ differences: [DatasetDifference]?) {
        var lines = [ChangeSection.heading(version), ""]
        if let differences {
            lines.append(ChangeSection.summary(of: differences))
            let listed = ChangeSection.listed(differences)
            if !listed.isEmpty { lines.append("") }
            lines += listed.prefix(ChangeSection.limit).map { "- \($0.words)" }
            if listed.count > ChangeSection.limit { lines.append("- and \(listed.count - ChangeSection.limit) more") }
        } else {
            let rows = Noun("row", "rows").counting(version.rows)
            lines.append("The first version in this folder: \(rows), \(Noun("cell", "cells").counting(version.cells)).")
        }
        text = lines.joined(separator: "\n") + "\n"
    }

    private static let program = ", tessera "

    private static func heading(_ version: DatasetVersion) -> String {
        let revision = version.revised?.description ?? "Without date"
        let source = version.source.isEmpty ? "" : ", source \(version.source.prefix(12))"
        return "## \(revision)\(source)\(program)\(version.program)"
    }

    /// Whether a line is the heading of a section that the program wrote.
    static func isHeading(_ line: String) -> Bool { line.hasPrefix("## ") && line.contains(program) }

    /// How many records of each file have changed, come and gone.
    private static func summary(of differences: [DatasetDifference]) -> String {
        var counts: [String] = []
        for file in names(of: differences) {
            guard let noun = Noun.of(file) else { continue }
            for kind in [DatasetDifference.Kind.changed, .added, .removed] {
                let found = differences.filter { $0.file == file && $0.kind == kind && !$0.record.isEmpty }
                let records = Set(found.map(\.record)).count
                if records > 0 { counts.append("\(noun.counting(records)) \(kind.rawValue)") }
            }
        }
        let others = differences.filter { $0.record.isEmpty && $0.kind != .changed }
        var sentences: [String] = []
        if !counts.isEmpty {
            sentences.append(counts.joined(separator: ", ") + ".")
        } else if others.allSatisfy({ DatasetComparison.isDerived($0.file) }) {
            let files = names(of: differences).map { "`\($0)`" }.joined(separator: ", ")
            sentences.append("Rows, cells and all that was found in them are the same; what differs is in \(files).")
        }
        for kind in [DatasetDifference.Kind.added, .removed] {
            let number = others.count { $0.kind == kind }
            if number > 0 { sentences.append("\(Noun("file", "files").counting(number)) \(kind.rawValue).") }
        }
        return sentences.joined(separator: " ")
    }

    /// The files in the order in which a reader wants to hear of them.
    private static func names(of differences: [DatasetDifference]) -> [String] {
        let found = Set(differences.map(\.file))
        let known = Noun.files.map(\.file)
        return known.filter(found.contains) + found.subtracting(known).sorted()
    }

    /// What is told one by one. Where each cell stands in the source, and offsets, change with a single letter: of those
    /// the number is enough.
    private static func listed(_ differences: [DatasetDifference]) -> [DatasetDifference] {
        let isTold = differences.contains { Noun.of($0.file)?.isListed == true }
        return names(of: differences).flatMap { file in
            differences.filter { $0.file == file }
        }.filter { difference in
            guard !difference.record.isEmpty, let noun = Noun.of(difference.file) else { return true }
            return noun.isListed || (difference.file == "report.json" && !isTold)
        }
    }
}

/// What the records of a file are called.
private struct Noun {
    let singular: String
    let plural: String
    /// Whether the list tells each change of one.
    let isListed: Bool

    init(_ singular: String, _ plural: String, isListed: Bool = true) {
        self.singular = singular
        self.plural = plural
        self.isListed = isListed
    }

    func counting(_ number: Int) -> String { "\(number) \(number == 1 ? singular : plural)" }

    static func of(_ file: String) -> Noun? { files.first { $0.file == file }?.noun }

    static let files: [(file: String, noun: Noun)] = [
        ("columns.csv", Noun("column", "columns")),
        ("rows.csv", Noun("row", "rows")),
        ("cells.csv", Noun("cell", "cells")),
        ("references.csv", Noun("reference", "references")),
        ("acronyms.csv", Noun("acronym", "acronyms")),
        ("links.csv", Noun("link", "links")),
        ("resources.csv", Noun("online resource", "online resources")),
        ("entities.csv", Noun("entity", "entities", isListed: false)),
        ("acronym_mentions.csv", Noun("mention of an acronym", "mentions of acronyms", isListed: false)),
        ("provenance.csv", Noun("place in the source", "places in the source", isListed: false)),
        ("report.json", Noun("part of report.json", "parts of report.json", isListed: false)),
    ]
}

extension DatasetDifference {
    /// The difference as a person reads it, in Markdown.
    fileprivate var words: String {
        guard !record.isEmpty else {
            switch kind {
            case .added: return "\(file.code) is new."
            case .removed: return "\(file.code) is gone."
            case .changed: return "\(file.code) has changed."
            }
        }
        let name = Noun.of(file).map { $0.isListed ? $0.singular.capitalisedFirst : file.code } ?? file.code
        let address = "\(name) \(record.code)"
        switch kind {
        case .added: return "\(address) added" + (new.isEmpty ? "." : ": “\(new.shortened(to: 60).markdown)”.")
        case .removed: return "\(address) removed" + (old.isEmpty ? "." : ": “\(old.shortened(to: 60).markdown)”.")
        case .changed:
            let what = field.isEmpty ? address : "\(address), \(field.code)"
            let excerpts = Excerpt.around(old, new)
            if old.isEmpty { return "\(what): “\(excerpts.new.markdown)” where nothing was." }
            if new.isEmpty { return "\(what): nothing where “\(excerpts.old.markdown)” was." }
            return "\(what): “\(excerpts.old.markdown)” is now “\(excerpts.new.markdown)”."
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// As code; plain where it could not stand there.
    fileprivate var code: String { contains("`") || contains(where: \.isNewline) ? markdown : "`\(self)`" }

    /// With a backslash before all that Markdown would take for more than itself, and on one line.
    fileprivate var markdown: String {
        reduce(into: "") { text, character in
            if character.isNewline { return text.append("¶") }
            if #"\`*_[]<>&#|~"#.contains(character) { text.append("\\") }
            text.append(character)
        }
    }
}
