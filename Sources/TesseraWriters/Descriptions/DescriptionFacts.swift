import TesseraModel

/// What descriptions say beside what the report itself says.
package struct DescriptionFacts: Sendable {
    package var publication: Publication
    package var derivation: Derivation
    private let checksums: FileChecksums

    package init(
        publication: Publication,
        derivation: Derivation,
        checksum: @escaping @Sendable ([UInt8]) -> String
    ) {
        self.publication = publication
        self.derivation = derivation
        checksums = FileChecksums(checksum)
    }

    /// SHA-256 of a file in lower-case hexadecimal digits.
    func checksum(of file: OutputFile) -> String { checksums[file] }

    /// What the dataset is about: the pipeline file's words, or else what can be counted.
    func summary(of report: Report) -> String {
        if let description = publication.description { return description }
        let version = report.identity.revised.map { ", revised \($0)" } ?? ""
        let rows = report.rows.count == 1 ? "1 row" : "\(report.rows.count) rows"
        let columns =
            report.contentColumns.count == 1 ? "1 content column" : "\(report.contentColumns.count) content columns"
        let cells = report.cells.count == 1 ? "1 cell" : "\(report.cells.count) cells"
        return
            "The matrix of the report “\(report.identity.title)”\(version), as tables: \(rows), \(columns), \(cells); "
            + "with its acronyms, links, references and entities, and with the place in the source that each cell came from."
    }

    /// Everybody who is named, the publisher first; who stands among the contributors as well counts once.
    var contributors: [Publication.Contributor] {
        var all = publication.contributors
        guard let publisher = publication.publisher else { return all }
        if let index = all.firstIndex(where: { $0.title == publisher }) {
            if !all[index].roles.contains("publisher") { all[index].roles.insert("publisher", at: 0) }
            all.insert(all.remove(at: index), at: 0)
        } else {
            all.insert(Publication.Contributor(title: publisher, roles: ["publisher"]), at: 0)
        }
        return all
    }

    /// Those who made the dataset.
    var creators: [Publication.Contributor] { contributors.filter { $0.has(["author", "creator"]) } }

    /// The DOI as an address.
    var doiAddress: String? { publication.doi.map { "https://doi.org/\($0)" } }
}

extension Publication.Contributor {
    /// Whether one of the roles is among these words, which are in small letters.
    func has(_ words: Set<String>) -> Bool { roles.contains { words.contains($0.lowercased()) } }
}

extension Report {
    /// The document that the dataset is about: for its XML form, the one that was read before.
    var describedSource: Origin { extractedFrom ?? source }
}

extension Origin {
    /// The document itself, or the files that it was cut into.
    var files: [Origin] { parts.isEmpty ? [self] : parts }
}
