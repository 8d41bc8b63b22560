import TesseraModel
import TesseraPatterns
import TesseraReaders
import TesseraStages
import TesseraWriters

extension PipelineDefinition {
    /// The pipeline file as it takes effect, every default filled in, as YAML.
    public var effectiveYAML: String {
        var yaml = YAMLText()
        yaml.line("tessera: \(PipelineDefinition.notationVersion)")
        yaml.field("id", id)
        yaml.field("title", matrix.title)
        yaml.field("language", matrix.language)
        yaml.block("publication") { yaml in
            yaml.field("publisher", publication.publisher)
            yaml.field("url", publication.sourceURL)
            yaml.byRevision("url", publication.sourceURLs)
            yaml.field("description", publication.description)
            yaml.strings("keywords", publication.keywords)
            yaml.list("contributors", publication.contributors) { yaml, contributor in
                yaml.field("title", contributor.title)
                yaml.strings("roles", contributor.roles)
                yaml.field("url", contributor.url)
                yaml.field("organisation", contributor.organisation)
            }
            yaml.field("homepage", publication.homepage)
            yaml.field("doi", publication.doi)
            yaml.byRevision("doi", publication.dois)
            yaml.block("licence") { yaml in
                yaml.field("name", publication.licenceName)
                yaml.field("title", publication.licenceTitle)
                yaml.field("url", publication.licenceURL)
            }
        }
        yaml.strings("write", formats.names)
        yaml.patterns("match", effectiveMatch)
        yaml.list("columns", matrix.columns) { yaml, column in
            yaml.field("id", column.id)
            yaml.field("role", column.role.rawValue)
            yaml.patterns("heading", column.headings)
        }
        yaml.block("rows") { yaml in
            yaml.field("scheme", matrix.scheme)
            yaml.patterns("label", matrix.labels)
            yaml.patterns("group", matrix.groups)
            yaml.patterns("unnumbered", matrix.unnumbered)
        }
        yaml.patterns("revision", matrix.revision)
        yaml.patterns("document_code", matrix.documentCode)
        yaml.block("glossary") { $0.patterns("heading", matrix.glossaryHeadings) }
        yaml.block("resources") { yaml in
            yaml.patterns("heading", matrix.resourcesHeadings)
            yaml.patterns("organisation", matrix.organisations)
        }
        yaml.list("discard", matrix.discards) { yaml, rule in
            yaml.field("reason", rule.reason.rawValue)
            yaml.patterns("line", rule.patterns)
        }
        yaml.block("cells") { yaml in
            yaml.patterns("not_applicable", notApplicable)
            // Said out loud, for leaving it out means the usual words.
            if notApplicable.isEmpty { yaml.line("not_applicable: []") }
            yaml.patterns("see_elsewhere", seeElsewhere)
            yaml.block("status") { yaml in
                for rule in statuses { yaml.patterns(YAMLText.quoted(rule.status.rawValue), rule.patterns) }
            }
        }
        yaml.block("references") { yaml in
            yaml.patterns("mention", references.mentions)
            yaml.patterns("further", references.further)
            yaml.field("scheme", references.scheme)
            yaml.patterns("previous", references.previous)
            // Said out loud, for leaving one out means the usual ones.
            if references.previous.isEmpty { yaml.line("previous: []") }
            let documents = DocumentFamily.allCases.filter(references.documents.contains).map(\.rawValue)
            yaml.strings("documents", documents)
            if documents.isEmpty { yaml.line("documents: []") }
        }
        yaml.block("acronyms") { yaml in
            yaml.strings("ignore", acronyms.ignored.sorted())
            yaml.block("same") { yaml in
                for (written, meaning) in acronyms.equivalents { yaml.field(YAMLText.quoted(written), meaning) }
            }
            yaml.list("gazetteers", gazetteers) { yaml, gazetteer in
                yaml.field("file", gazetteer.file)
                yaml.strings("scope", gazetteer.scopes ?? [])
            }
        }
        yaml.block("links") { yaml in
            yaml.block("moved") { yaml in
                for move in movedHosts.moves { yaml.field(YAMLText.quoted(move.old), move.new) }
            }
        }
        yaml.block("entities") { yaml in
            let kinds = Entity.Kind.allCases.filter(entities.kinds.contains).map(\.rawValue)
            yaml.strings("types", kinds)
            if kinds.isEmpty { yaml.line("types: []") }
            yaml.field("dollar", entities.dollar)
        }
        yaml.field("reference", reference)
        if let xml { yaml.block("xml") { $0.mapping(xml) } }
        yaml.field("layout", layout)
        yaml.block("parts") { yaml in
            for list in parts { yaml.strings(list.name, list.files) }
        }
        yaml.list("expect", expectations) { yaml, expectation in
            yaml.field("revision", expectation.revision)
            yaml.field("document_code", expectation.documentCode)
            for measure in Expectation.Measure.allCases {
                if let count = expectation.counts[measure] { yaml.line("\(measure.rawValue): \(count)") }
            }
        }
        return yaml.text
    }

    /// What must be in a document for the pipeline to fit: by default, the headings of all content columns.
    var effectiveMatch: [Pattern] {
        match.isEmpty ? matrix.columns.filter { $0.role == .content }.flatMap { $0.headings.prefix(1) } : match
    }
}

/// Indented YAML.
private struct YAMLText {
    private(set) var text = ""
    private var indent = ""
    private var isAtItem = false

    static func quoted(_ value: String) -> String {
        let escaped = value.reduce(into: "") { text, character in
            switch character {
            case "\"", "\\": text += "\\\(character)"
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
        return "\"\(escaped)\""
    }

    mutating func line(_ line: String) {
        text += isAtItem ? "\(indent.dropLast(2))- \(line)\n" : "\(indent)\(line)\n"
        isAtItem = false
    }

    mutating func field(_ key: String, _ value: String?) {
        guard let value, !value.isEmpty else { return }
        line("\(key): \(YAMLText.quoted(value))")
    }

    mutating func byRevision(_ key: String, _ values: [Publication.OfRevision]) {
        block(key) { yaml in
            for value in values { yaml.field(YAMLText.quoted(value.revision.description), value.value) }
        }
    }

    mutating func strings(_ key: String, _ values: [String]) {
        guard !values.isEmpty else { return }
        line("\(key):")
        for value in values { line("  - \(YAMLText.quoted(value))") }
    }

    mutating func patterns(_ key: String, _ patterns: [Pattern]) {
        guard !patterns.isEmpty else { return }
        line("\(key):")
        for pattern in patterns {
            line(pattern.regex.map { "  - regex: \(YAMLText.quoted($0))" } ?? "  - \(YAMLText.quoted(pattern.source))")
        }
    }

    mutating func mapping(_ mapping: XMLMapping) {
        strings("root", mapping.roots)
        field("namespace", mapping.namespace)
        strings("table", mapping.tables)
        strings("row", mapping.rows)
        strings("header_row", mapping.headerRows)
        strings("cell", mapping.cells)
        strings("heading", mapping.headings)
        strings("paragraph", mapping.paragraphs)
        strings("line_break", mapping.lineBreaks)
        block("link") { yaml in
            yaml.strings("element", mapping.link?.elements ?? [])
            yaml.field("target", mapping.link?.target)
        }
        field("row_span", mapping.rowSpan)
        field("column_span", mapping.columnSpan)
        strings("ignore", mapping.ignored)
    }

    /// A mapping; nothing where it would be empty.
    mutating func block(_ key: String, _ content: (inout YAMLText) -> Void) {
        var inner = YAMLText()
        inner.indent = indent + "  "
        content(&inner)
        guard !inner.text.isEmpty else { return }
        line("\(key):")
        text += inner.text
    }

    mutating func list<Element>(_ key: String, _ elements: [Element], _ content: (inout YAMLText, Element) -> Void) {
        guard !elements.isEmpty else { return }
        line("\(key):")
        for element in elements {
            var inner = YAMLText()
            inner.indent = indent + "    "
            inner.isAtItem = true
            content(&inner, element)
            text += inner.text
        }
    }
}
