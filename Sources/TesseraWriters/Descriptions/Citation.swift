import TesseraModel

/// How a dataset is cited.
struct Citation {
    let report: Report
    let facts: DescriptionFacts

    init(_ report: Report, _ facts: DescriptionFacts) {
        self.report = report
        self.facts = facts
    }

    /// The authors of the dataset: those who are named as such, else the publisher. Nobody where nobody is named.
    var authors: [Publication.Contributor] {
        let authors = facts.creators
        return authors.isEmpty ? reportAuthors : authors
    }

    /// The author of the report: who published it. Those who made the dataset did not write it.
    var reportAuthors: [Publication.Contributor] {
        facts.publication.publisher == nil ? [] : Array(facts.contributors.prefix(1))
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
