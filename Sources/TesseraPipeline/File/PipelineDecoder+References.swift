import LibYAML
import TesseraModel
import TesseraPatterns
import TesseraStages

/// The key `references`: what is looked for inside cells.
extension PipelineDecoder {
    /// - Parameters:
    ///   - reader: the mapping; nil where the file has none.
    ///   - root: the file, where what it leaves out is reported.
    mutating func references(_ reader: FieldReader?, at root: YAMLNode) -> ReferenceRules {
        var rules = ReferenceRules()
        guard let fields = reader else {
            rules.previous = usualPrevious(at: root)
            return rules
        }
        rules.mentions = referencePatterns(fields.value("mention"))
        rules.further = referencePatterns(fields.value("further"))
        rules.scheme = fields.string("scheme", &mistakes)
        if let phrases = fields.value("previous") {
            rules.previous = patterns(phrases, allowed: [])
        } else {
            rules.previous = usualPrevious(at: root)
        }
        if let names = fields.value("documents") { rules.documents = families(names) }
        fields.finish(&mistakes)
        return rules
    }

    /// Compiled once for all pipeline files.
    private static let usualPrevious = Result { () throws(PatternFailure) in
        try Pattern(regex: ReferenceRules.usualPrevious)
    }

    private mutating func usualPrevious(at root: YAMLNode) -> [Pattern] {
        let usual = compiled(ReferenceRules.usualPrevious, at: root, isRegex: true) { () throws(PatternFailure) in
            try PipelineDecoder.usualPrevious.get()
        }
        return usual.map { [$0] } ?? []
    }

    private mutating func families(_ node: YAMLNode) -> Set<DocumentFamily> {
        var families: Set<DocumentFamily> = []
        for element in node.elements {
            guard let name = element.string("documents", &mistakes) else { continue }
            if let family = DocumentFamily(rawValue: name) {
                families.insert(family)
            } else {
                mistakes.add(
                    "wrong-value",
                    "'\(name)' is no kind of documents",
                    at: element,
                    suggestion: "the kinds are \(DocumentFamily.allCases.map(\.rawValue).joined(separator: ", "))"
                )
            }
        }
        return families
    }
}
