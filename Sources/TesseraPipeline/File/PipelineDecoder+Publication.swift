import LibYAML
import TesseraWriters

/// The key `publication`: where a report comes from, who had a part in it, and under which terms it may be used.
extension PipelineDecoder {
    mutating func publication(_ reader: FieldReader?) -> Publication {
        guard let fields = reader else { return Publication() }
        var publication = Publication(
            publisher: fields.string("publisher", &mistakes),
            sourceURL: address("url", fields)
        )
        publication.description = fields.string("description", &mistakes)
        publication.keywords = keywords(fields.value("keywords"))
        publication.contributors = (fields.value("contributors")?.elements ?? []).compactMap { contributor($0) }
        publication.homepage = address("homepage", fields)
        publication.doi = doi(fields.value("doi"))
        if let licence = fields.mapping("licence", &mistakes) {
            publication.licenceName = licence.string("name", &mistakes)
            publication.licenceTitle = licence.string("title", &mistakes)
            publication.licenceURL = address("url", licence)
            licence.finish(&mistakes)
        }
        fields.finish(&mistakes)
        return publication
    }

    private mutating func keywords(_ node: YAMLNode?) -> [String] {
        var keywords: [String] = []
        for element in node?.elements ?? [] {
            guard let keyword = element.string("keywords", &mistakes) else { continue }
            if keywords.contains(keyword) {
                mistakes.add("wrong-value", "'\(keyword)' stands under 'keywords' twice", at: element)
            } else {
                keywords.append(keyword)
            }
        }
        return keywords
    }

    private mutating func contributor(_ node: YAMLNode) -> Publication.Contributor? {
        // A name alone is enough.
        if case .scalar = node.content {
            return node.string("contributors", &mistakes).map { Publication.Contributor(title: $0) }
        }
        guard let fields = FieldReader(node, .contributor, &mistakes) else { return nil }
        let title = fields.requiredString("title", &mistakes)
        let roles = fields.strings("roles", &mistakes)
        let url = address("url", fields)
        let organisation = fields.string("organisation", &mistakes)
        fields.finish(&mistakes)
        return title.map { Publication.Contributor(title: $0, roles: roles, url: url, organisation: organisation) }
    }

    /// An address on the web. Descriptions give it to programs, which take nothing less.
    private mutating func address(_ name: String, _ fields: FieldReader) -> String? {
        guard let node = fields.value(name), let text = node.string(name, &mistakes) else { return nil }
        let scheme = ["https://", "http://"].first(where: text.hasPrefix)
        // What an address may hold is ASCII without blanks and these (RFC 3986, appendix A).
        let isWhole = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !#"<>"{}|\^`"#.utf8.contains($0) }
        guard let scheme, isWhole, text.utf8.count > scheme.utf8.count else {
            mistakes.add(
                "wrong-value",
                "'\(text)' is no address on the web",
                at: node,
                suggestion: "write all of it, as in 'https://example.org/report'"
            )
            return nil
        }
        return text
    }

    /// A Digital Object Identifier, without a resolver in front.
    private mutating func doi(_ node: YAMLNode?) -> String? {
        guard let node, let text = node.string("doi", &mistakes) else { return nil }
        let parts = text.split(separator: "/", maxSplits: 1)
        let number = parts.first?.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false) ?? []
        let isWhole = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        let isRegistrant =
            number.count == 2 && number[0] == "10" && !number[1].isEmpty
            && number[1].utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
        guard isWhole, isRegistrant, parts.count == 2 else {
            mistakes.add(
                "wrong-value",
                "'\(text)' is no DOI",
                at: node,
                suggestion: "write it without a resolver, as in '10.5281/zenodo.1234'"
            )
            return nil
        }
        return text
    }
}
