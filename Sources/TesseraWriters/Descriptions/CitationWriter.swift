public import TesseraModel

/// Writes `CITATION.cff`: how to cite the dataset and the report, in the Citation File Format 1.2.0.
///
/// What the pipeline file and the report do not say is left out. The format insists on an author: where nobody is
/// named, `anonymous` stands there, as its guide says.
public struct CitationWriter: Writer {
    private let facts: DescriptionFacts

    package init(_ facts: DescriptionFacts) { self.facts = facts }

    public let name = "citation"
    public let title = "Citation File Format, how to cite the dataset"
    public let files = [
        DatasetFile("CITATION.cff", "How to cite the dataset", format: "yaml", mediaType: "application/yaml")
    ]

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        [OutputFile(name: "CITATION.cff", bytes: Array(citation(report.report).utf8))]
    }

    private func citation(_ report: Report) -> String {
        let publication = facts.publication
        var yaml = CitationText()
        yaml.field("cff-version", "1.2.0")
        yaml.field("message", "If you use this dataset, please cite it, and the report that it was made from.")
        yaml.field("type", "dataset")
        yaml.field("title", report.identity.title)
        authors(Citation(report, facts).authors, to: &yaml)
        yaml.field("version", report.identity.revised?.description)
        // The date of the report: when the dataset was made, nobody is to know.
        if let revised = report.identity.revised, revised.day != nil {
            yaml.field("date-released", revised.description)
        }
        yaml.field("abstract", facts.summary(of: report))
        yaml.strings("keywords", publication.keywords)
        if let name = publication.licenceName.flatMap(DataLicence.known) {
            yaml.field("license", name)
        } else {
            yaml.field("license-url", publication.licenceURL)
        }
        yaml.field("doi", publication.doi)
        yaml.field("url", publication.homepage)
        yaml.key("identifiers")
        yaml.item { yaml in
            yaml.field("type", "other")
            yaml.field("value", report.identity.id)
            yaml.field("description", "The id of the dataset")
        }
        yaml.key("references")
        for file in report.describedSource.files { reference(to: file, of: report, &yaml) }
        return yaml.text
    }

    private func authors(_ authors: [Publication.Contributor], to yaml: inout CitationText) {
        yaml.key("authors")
        for author in authors {
            yaml.item { yaml in
                yaml.field("name", author.title)
                yaml.field("website", author.url)
            }
        }
        if authors.isEmpty { yaml.item { $0.field("name", "anonymous") } }
    }

    /// The report, by the file that was read.
    private func reference(to file: Origin, of report: Report, _ yaml: inout CitationText) {
        yaml.item { yaml in
            yaml.field("type", "report")
            yaml.field("title", report.identity.title)
            authors(Citation(report, facts).reportAuthors, to: &yaml)
            yaml.field("number", report.identity.documentCode)
            if let revised = report.identity.revised {
                if revised.day != nil { yaml.field("date-published", revised.description) }
                yaml.number("year", revised.year)
                if let month = revised.month { yaml.number("month", month) }
            }
            if let code = languageCode(of: report) { yaml.strings("languages", [code]) }
            yaml.field("url", facts.publication.sourceURL)
            yaml.field("filename", file.path)
            if !file.sha256.isEmpty {
                yaml.key("identifiers")
                yaml.item { yaml in
                    yaml.field("type", "other")
                    yaml.field("value", "sha256:\(file.sha256)")
                    yaml.field("description", "The checksum of the file that was read")
                }
            }
        }
    }

    /// The language of a tag: two or three letters.
    private func languageCode(of report: Report) -> String? {
        report.identity.language.map { $0.prefix { $0 != "-" }.lowercased() }
    }
}

/// Licences of data that stand in the list of SPDX under these names: the format knows no others by their names.
private enum DataLicence {
    private static let names: Set<String> = [
        "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC-BY-1.0", "CC-BY-2.0", "CC-BY-2.5", "CC-BY-3.0", "CC-BY-4.0",
        "CC-BY-NC-4.0", "CC-BY-NC-ND-4.0", "CC-BY-NC-SA-4.0", "CC-BY-ND-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0", "CC0-1.0",
        "CDLA-Permissive-1.0", "CDLA-Sharing-1.0", "GFDL-1.3-only", "MIT", "ODC-By-1.0", "ODbL-1.0", "OGL-Canada-2.0",
        "OGL-UK-1.0", "OGL-UK-2.0", "OGL-UK-3.0", "PDDL-1.0",
    ]

    /// A name as SPDX spells it, whatever its letter case; nil for one that is not in the list.
    static func known(_ name: String) -> String? { names.first { $0.lowercased() == name.lowercased() } }
}

/// Indented YAML whose texts are all in quotation marks, so that none is taken for a date or a number.
private struct CitationText {
    private(set) var text = ""
    private var indent = ""
    private var isAtItem = false

    mutating func field(_ key: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        line("\(key): \(CitationText.quoted(value))")
    }

    mutating func number(_ key: String, _ value: Int) { line("\(key): \(value)") }

    mutating func key(_ key: String) { line("\(key):") }

    mutating func strings(_ key: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        line("\(key):")
        for value in values { text += "\(indent)  - \(CitationText.quoted(value))\n" }
    }

    /// An element of a list whose key stands on the line before.
    mutating func item(_ content: (inout CitationText) -> Void) {
        var inner = CitationText()
        inner.indent = indent + "    "
        inner.isAtItem = true
        content(&inner)
        text += inner.text
    }

    private mutating func line(_ line: String) {
        text += isAtItem ? "\(indent.dropLast(2))- \(line)\n" : "\(indent)\(line)\n"
        isAtItem = false
    }

    /// A double-quoted scalar (YAML 1.2, section 7.3.1). What is not printable there is escaped.
    private static func quoted(_ value: String) -> String {
        var quoted = "\""
        for scalar in value.unicodeScalars {
            switch scalar.value {
            case 0x22, 0x5C: quoted += "\\\(scalar)"
            case 0x0A: quoted += "\\n"
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}
