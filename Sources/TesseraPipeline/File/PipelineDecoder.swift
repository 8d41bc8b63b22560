import LibYAML
import TesseraModel
import TesseraPatterns
import TesseraStages
import TesseraWriters

/// Decodes pipeline files. Pure: it looks at the bytes and at nothing else.
public struct PipelineDecoder {
    var mistakes = MistakeList()

    /// Decodes a pipeline file.
    /// - Parameter bytes: the file, YAML in UTF-8.
    /// - Throws: ``PipelineFileFailure`` with every mistake of the file.
    public static func decode(_ bytes: [UInt8]) throws(PipelineFileFailure) -> PipelineDefinition {
        var decoder = PipelineDecoder()
        let root: YAMLNode?
        do {
            root = try YAML.parse(bytes)
        } catch {
            let position = Position.line(error.line, column: error.column)
            throw PipelineFileFailure(mistakes: [
                Diagnostic(
                    "invalid-yaml",
                    .error,
                    error.message,
                    at: SourcePlace(start: position, end: position),
                    suggestion: "put quotation marks around text that begins with '{' or '[' or holds ': '"
                )
            ])
        }
        let node = root ?? YAMLNode(content: .mapping([]), line: 1, column: 1)
        let definition = decoder.definition(node)
        guard let definition, decoder.mistakes.mistakes.isEmpty else {
            throw PipelineFileFailure(mistakes: decoder.mistakes.inFileOrder)
        }
        return definition
    }

    private mutating func definition(_ node: YAMLNode) -> PipelineDefinition? {
        guard let fields = FieldReader(node, .file, &mistakes) else { return nil }
        if let version = fields.required("tessera", &mistakes), version.text != "\(PipelineDefinition.notationVersion)"
        {
            mistakes.add(
                "unknown-version",
                "this program reads version \(PipelineDefinition.notationVersion) of the notation",
                at: version,
                suggestion: "write 'tessera: \(PipelineDefinition.notationVersion)'"
            )
        }
        let idNode = fields.required("id", &mistakes)
        let id = idNode.flatMap { slug($0, "id") }
        let title = fields.requiredString("title", &mistakes)
        let language = fields.string("language", &mistakes)
        let match = patterns(fields.value("match"))
        if let language, !isLanguageTag(language), let node = fields.value("language") {
            mistakes.add(
                "wrong-value",
                "'\(language)' is no language tag",
                at: node,
                suggestion: "write a tag such as 'en' or 'pt-BR'"
            )
        }
        let columns = columns(fields.required("columns", &mistakes))
        _ = fields.required("rows", &mistakes)
        var rules = MatrixRules(
            pipeline: id ?? "",
            title: title ?? "",
            language: language,
            scheme: "",
            columns: columns,
            labels: []
        )
        rows(fields.mapping("rows", &mistakes), into: &rules)
        rules.revision = patterns(fields.value("revision"), required: "revised", allowed: ["revised"])
        rules.documentCode = patterns(fields.value("document_code"))
        if let glossary = fields.mapping("glossary", &mistakes) {
            rules.glossaryHeadings = patterns(glossary.required("heading", &mistakes))
            glossary.finish(&mistakes)
        }
        if let resources = fields.mapping("resources", &mistakes) {
            rules.resourcesHeadings = patterns(resources.required("heading", &mistakes))
            rules.organisations = patterns(resources.value("organisation"))
            resources.finish(&mistakes)
        }
        rules.discards = discards(fields.value("discard"))
        var definition = PipelineDefinition(
            matrix: rules,
            notApplicable: PipelineDefinition.usualNotApplicable.compactMap { pattern($0, at: node) }
        )
        definition.match = match
        if let cells = fields.mapping("cells", &mistakes) {
            if let words = cells.value("not_applicable") { definition.notApplicable = patterns(words) }
            definition.seeElsewhere = patterns(cells.value("see_elsewhere"))
            definition.statuses = statuses(cells.value("status"))
            cells.finish(&mistakes)
        }
        definition.references = references(fields.mapping("references", &mistakes), at: node)
        acronyms(fields.mapping("acronyms", &mistakes), into: &definition)
        definition.entities = entities(fields.mapping("entities", &mistakes))
        definition.publication = publication(fields.mapping("publication", &mistakes))
        if let names = fields.value("write") { definition.formats = formats(names) }
        definition.movedHosts = movedHosts(fields.mapping("links", &mistakes))
        definition.expectations = (fields.value("expect")?.elements ?? []).compactMap { expectation($0) }
        definition.reference = fields.string("reference", &mistakes)
        definition.xml = xmlMapping(fields.mapping("xml", &mistakes))
        definition.layout = layout(fields.value("layout"))
        definition.parts = partLists(fields.value("parts"))
        fields.finish(&mistakes)
        return definition
    }

    // MARK: The matrix

    private mutating func columns(_ node: YAMLNode?) -> [MatrixRules.ColumnRule] {
        guard let node else { return [] }
        var columns: [MatrixRules.ColumnRule] = []
        var areRolesKnown = true
        for element in node.elements {
            guard let fields = FieldReader(element, .column, &mistakes) else { continue }
            let idNode = fields.required("id", &mistakes)
            let role = role(fields.value("role"))
            areRolesKnown = areRolesKnown && role != nil
            let headings = patterns(fields.required("heading", &mistakes))
            fields.finish(&mistakes)
            guard let idNode, let id = slug(idNode, "id") else { continue }
            if columns.contains(where: { $0.id == id }) {
                mistakes.add("duplicate-column", "two columns have the id '\(id)'", at: idNode)
            } else if ["row_id", "labels", "titles"].contains(id) {
                mistakes.add("wrong-value", "'\(id)' is the name of a column that matrix.csv has anyway", at: idNode)
            }
            columns.append(MatrixRules.ColumnRule(id: id, role: role ?? .content, headings: headings))
        }
        let rowHeadings = columns.count { $0.role == .rowHeading }
        if !columns.isEmpty, areRolesKnown, rowHeadings != 1 {
            mistakes.add(
                "row-heading-column",
                "\(rowHeadings) columns have the role row-heading, and one must",
                at: node,
                suggestion: "write 'role: row-heading' at the column that holds the labels"
            )
        }
        if !columns.isEmpty, columns.count == rowHeadings {
            mistakes.add("no-content-column", "there is no content column", at: node)
        }
        return columns
    }

    /// The role of a column; nil, with a mistake, for a word that is none.
    private mutating func role(_ node: YAMLNode?) -> Column.Role? {
        guard let node else { return .content }
        if let role = node.text.flatMap(Column.Role.init) { return role }
        mistakes.add("wrong-value", "'role' must be row-heading or content", at: node)
        return nil
    }

    private mutating func rows(_ reader: FieldReader?, into rules: inout MatrixRules) {
        guard let fields = reader else { return }
        rules.labels = referencePatterns(fields.required("label", &mistakes))
        rules.groups = patterns(fields.value("group"), allowed: ParagraphKey.groupCaptures)
        rules.unnumbered = patterns(fields.value("unnumbered"))
        rules.scheme = fields.requiredString("scheme", &mistakes) ?? ""
        fields.finish(&mistakes)
    }

    private mutating func discards(_ node: YAMLNode?) -> [MatrixRules.DiscardRule] {
        (node?.elements ?? []).compactMap { element in
            guard let fields = FieldReader(element, .discard, &mistakes) else { return nil }
            let reason = fields.required("reason", &mistakes).flatMap { slug($0, "reason") }
            let lines = patterns(fields.required("line", &mistakes))
            fields.finish(&mistakes)
            return reason.map { MatrixRules.DiscardRule(reason: Discarded.Reason(rawValue: $0), patterns: lines) }
        }
    }

    // MARK: Acronyms, expectations

    private mutating func acronyms(_ reader: FieldReader?, into definition: inout PipelineDefinition) {
        guard let fields = reader else { return }
        definition.acronyms.ignored = Set(fields.strings("ignore", &mistakes))
        if let same = fields.value("same") {
            guard case .mapping(let entries) = same.content else {
                mistakes.add("wrong-type", "'same' must map one spelling to another", at: same)
                return
            }
            for entry in entries {
                guard let written = entry.key.string("same", &mistakes),
                    let meaning = entry.value.string(written, &mistakes)
                else { continue }
                definition.acronyms.equivalents.append((written, meaning))
            }
        }
        definition.gazetteers = (fields.value("gazetteers")?.elements ?? []).compactMap { gazetteer($0) }
        fields.finish(&mistakes)
    }

    private mutating func gazetteer(_ node: YAMLNode) -> GazetteerSource? {
        // The name of a file alone is enough.
        if case .scalar = node.content { return node.string("gazetteers", &mistakes).map { GazetteerSource(file: $0) } }
        guard let fields = FieldReader(node, .gazetteer, &mistakes) else { return nil }
        let file = fields.requiredString("file", &mistakes)
        let scopes = fields.value("scope")?.elements.compactMap { $0.string("scope", &mistakes) }
        fields.finish(&mistakes)
        return file.map { GazetteerSource(file: $0, scopes: scopes) }
    }

    private mutating func expectation(_ node: YAMLNode) -> Expectation? {
        guard let fields = FieldReader(node, .expectation, &mistakes) else { return nil }
        let revision = fields.value("revision")
        var expectation = Expectation(
            revision: revision?.string("revision", &mistakes),
            documentCode: fields.string("document_code", &mistakes)
        )
        if let revision, let text = expectation.revision, PartialDate(text) == nil {
            mistakes.add(
                "wrong-value",
                "'\(text)' is no revision",
                at: revision,
                suggestion: "write the date as in the report id: 2007-07-17, 2006-06 or 2005"
            )
        }
        for measure in Expectation.Measure.allCases {
            expectation.counts[measure] = fields.integer(measure.rawValue, &mistakes)
        }
        fields.finish(&mistakes)
        return expectation
    }
}
