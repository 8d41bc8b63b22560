import TesseraModel

/// How a dataset is cited.
struct Citation {
    let report: Report
    let facts: DescriptionFacts

    init(_ report: Report, _ facts: DescriptionFacts) {
        self.report = report
        self.facts = facts
    }

    /// Who stands as author: those who are named as authors, else the publisher, else whoever is named. Nobody where the
    /// pipeline file names nobody.
    var authors: [Publication.Contributor] {
        let all = facts.contributors
        let authors = all.filter { contributor in
            contributor.roles.contains { ["author", "creator"].contains($0.lowercased()) }
        }
        if !authors.isEmpty { return authors }
        return facts.publication.publisher == nil ? all : Array(all.prefix(1))
    }

    /// One line, as in a list of literature: `Authors (year): Title. Version. Address.`
    var line: String {
        let names = authors.map(\.title).joined(separator: "; ")
        let year = report.identity.revised.map { " (\($0.year))" } ?? ""
        let heading = names.isEmpty ? "\(report.identity.title)\(year)" : "\(names)\(year): \(report.identity.title)"
        var sentences = [heading, "Dataset \(report.identity.id)"]
        if let address = facts.doiAddress ?? facts.publication.homepage { sentences.append(address) }
        return sentences.map { $0.hasSuffix(".") ? $0 : "\($0)." }.joined(separator: " ")
    }
}
