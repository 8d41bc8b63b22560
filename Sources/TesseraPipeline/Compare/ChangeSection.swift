import TesseraModel
import TesseraWriters

/// One version's section of the list.
struct ChangeSection {
    let text: String

    /// As many changes as a person wants to read.
    private static let limit = 50

    /// - Parameter update: what became of the version before; nil where there was none.
    init(_ version: DatasetVersion, _ update: DatasetUpdate?) {
        var lines = [ChangeSection.heading(version, update), ""]
        if let update {
            let listed = update.isRepair ? [] : ChangeSection.listed(update.differences)
            lines.append(ChangeSection.summary(of: update))
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

    /// The pipeline file is named where it is another one: the rest may be as before.
    private static func heading(_ version: DatasetVersion, _ update: DatasetUpdate?) -> String {
        let revision = version.revised?.description ?? "Without date"
        let source = version.source.isEmpty ? "" : ", source \(version.source.prefix(12))"
        let pipeline = update?.newPipeline.map { ", pipeline \($0.prefix(12))" } ?? ""
        let repair = update?.isRepair == true ? ", made again" : ""
        // A name may hold anything. Without it, several reviews of one source would have one heading.
        let review = version.reviewer.map { ", accepted in part by \(Excerpt.shown($0.unicodeScalars).markdown)" } ?? ""
        return "## \(revision)\(source)\(pipeline)\(repair)\(program)\(version.program)\(review)"
    }

    /// Whether a line is the heading of a section that the program wrote.
    static func isHeading(_ line: String) -> Bool { line.hasPrefix("## ") && line.contains(program) }

    /// How many records of each file have changed, come and gone.
    private static func summary(of update: DatasetUpdate) -> String {
        var sentences: [String] = []
        if update.kept > 0 {
            let parts = Noun("part stays", "parts stay").counting(update.kept)
            sentences.append("Accepted in part by a review: \(parts) as before.")
        }
        if !update.damaged.isEmpty {
            let files = update.damaged.map(\.code).joined(separator: ", ")
            let end = update.isRepair ? "; what the dataset is made from is the same, and they were made again." : "."
            sentences.append("Files in this folder had been changed by somebody: \(files)\(end)")
            if update.isRepair { return sentences.joined(separator: " ") }
        }
        var counts: [String] = []
        let differences = update.differences
        for file in names(of: differences) {
            guard let noun = Noun.of(file) else { continue }
            for kind in [DatasetDifference.Kind.changed, .added, .removed] {
                let found = differences.filter { $0.file == file && $0.kind == kind && !$0.record.isEmpty }
                let records = Set(found.map(\.record)).count
                if records > 0 { counts.append("\(noun.counting(records)) \(kind.rawValue)") }
            }
        }
        if !counts.isEmpty {
            sentences.append(counts.joined(separator: ", ") + ".")
        } else if update.isComparable {
            // Files that came and went are named below.
            let present = differences.filter { !$0.record.isEmpty || $0.kind == .changed }
            let files =
                (names(of: present.filter { $0.describedFile == nil })
                + Set(present.compactMap(\.describedFile)).sorted()).map(\.code)
            let rest = files.isEmpty ? "" : "; what differs is in \(files.joined(separator: ", "))"
            sentences.append("Rows, cells and all that was found in them are the same\(rest).")
        }
        for kind in [DatasetDifference.Kind.added, .removed] {
            let number = differences.count { $0.record.isEmpty && $0.kind == kind }
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

    /// What is told one by one. Where each cell stands in the source changes with a single letter: of those the number is
    /// enough. Checksums say nothing to people; those of the source and the pipeline file stand in the heading.
    private static func listed(_ differences: [DatasetDifference]) -> [DatasetDifference] {
        let isTold = differences.contains { Noun.of($0.file)?.isListed == true }
        return names(of: differences).flatMap { file in
            differences.filter { $0.file == file }
        }.filter { difference in
            if difference.file == "datapackage.json", ["hash", "bytes"].contains(difference.field) { return false }
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
        ("entities.csv", Noun("entity", "entities")),
        ("acronym_mentions.csv", Noun("mention of an acronym", "mentions of acronyms")),
        ("provenance.csv", Noun("place in the source", "places in the source", isListed: false)),
        ("report.json", Noun("part of report.json", "parts of report.json", isListed: false)),
    ]
}

extension DatasetDifference {
    /// The file whose checksum or length in the descriptor it is.
    fileprivate var describedFile: String? {
        guard file == "datapackage.json", record.hasPrefix("resources/"), ["hash", "bytes"].contains(field) else {
            return nil
        }
        let name = record.dropFirst("resources/".count)
        return Writers.fileNames.first { $0.lowercased() == name || $0 == "\(name).csv" }
    }

    /// As many edits of one text as a person wants to read.
    private static let editLimit = 6

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
            let all = Excerpt.aroundEach(old, new)
            var edits = all.prefix(DatasetDifference.editLimit).map { edit in
                "“\(edit.old.markdown)” is now “\(edit.new.markdown)”"
            }
            if all.count > edits.count { edits.append("and \(all.count - edits.count) more") }
            return "\(what): \(edits.joined(separator: "; "))."
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
