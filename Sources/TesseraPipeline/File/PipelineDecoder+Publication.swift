import LibYAML
import TesseraModel
import TesseraWriters

/// The key `publication`: where a report comes from, who had a part in it, and under which terms it may be used.
extension PipelineDecoder {
    mutating func publication(_ reader: FieldReader?) -> Publication {
        guard let fields = reader else { return Publication() }
        var publication = Publication(publisher: fields.string("publisher", &mistakes))
        (publication.sourceURL, publication.sourceURLs) = byRevision("url", fields) { $0.address("url", $1) }
        publication.description = fields.string("description", &mistakes)
        publication.keywords = keywords(fields.value("keywords"))
        publication.contributors = (fields.value("contributors")?.elements ?? []).compactMap { contributor($0) }
        publication.homepage = address("homepage", fields)
        (publication.doi, publication.dois) = byRevision("doi", fields) { $0.doi($1) }
        if let licence = fields.mapping("licence", &mistakes) {
            publication.licenceName = licenceName(licence.value("name"))
            publication.licenceTitle = licence.string("title", &mistakes)
            publication.licenceURL = address("url", licence)
            if licence.value("name") == nil, licence.value("url") == nil, let node = fields.value("licence") {
                mistakes.add(
                    "missing-key",
                    "'licence' has neither 'name' nor 'url'",
                    at: node,
                    suggestion: "add 'name:', an id such as CC-BY-4.0, or 'url:', the address of its text"
                )
            }
            licence.finish(&mistakes)
        }
        fields.finish(&mistakes)
        return publication
    }

    /// A value for every revision, or a mapping from revisions to values.
    private mutating func byRevision(
        _ name: String,
        _ fields: FieldReader,
        _ read: (inout PipelineDecoder, YAMLNode) -> String?
    ) -> (String?, [Publication.OfRevision]) {
        guard let node = fields.value(name) else { return (nil, []) }
        guard case .mapping(let entries) = node.content else { return (read(&self, node), []) }
        var values: [Publication.OfRevision] = []
        for entry in entries {
            let value = read(&self, entry.value)
            guard let revision = entry.key.text.flatMap({ PartialDate($0) }) else {
                mistakes.add(
                    "wrong-value",
                    "'\(entry.key.text ?? "")' under '\(name)' is no revision",
                    at: entry.key,
                    suggestion: "write a date as 2007-07-17, 2007-07 or 2007"
                )
                continue
            }
            if values.contains(where: { $0.revision == revision }) {
                mistakes.add("duplicate-key", "the revision '\(revision)' occurs twice under '\(name)'", at: entry.key)
            } else if let value {
                values.append(Publication.OfRevision(revision, value))
            }
        }
        return (nil, values)
    }

    /// An id, as a Data Package takes it.
    private mutating func licenceName(_ node: YAMLNode?) -> String? {
        guard let node, let text = node.string("name", &mistakes) else { return nil }
        guard
            text.unicodeScalars.allSatisfy({
                $0.isASCII && ($0.properties.isAlphabetic || "0123456789._-".unicodeScalars.contains($0))
            })
        else {
            mistakes.add(
                "wrong-value",
                "'\(text)' is no id of a licence",
                at: node,
                suggestion: "write an id such as CC-BY-4.0 (letters, digits, '.', '_', '-'); words belong in 'title'"
            )
            return nil
        }
        return text
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

    private mutating func address(_ name: String, _ fields: FieldReader) -> String? {
        fields.value(name).flatMap { address(name, $0) }
    }

    /// An address on the web. Descriptions give it to programs, which take nothing less.
    private mutating func address(_ name: String, _ node: YAMLNode) -> String? {
        guard let text = node.string(name, &mistakes) else { return nil }
        guard let fault = AddressFault(text) else { return text }
        mistakes.add(
            "wrong-value",
            "'\(text)' is no address on the web: \(fault.reason)",
            at: node,
            suggestion: fault.advice
        )
        return nil
    }

    /// A Digital Object Identifier, without a resolver in front.
    private mutating func doi(_ node: YAMLNode) -> String? {
        guard let text = node.string("doi", &mistakes) else { return nil }
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

/// What keeps a text from being an address on the web.
private struct AddressFault {
    let reason: String
    let advice: String

    /// Nil where nothing does.
    init?(_ text: String) {
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else {
            reason = "it does not begin with https:// or http://"
            advice = "write all of it, as in 'https://example.org/report'"
            return
        }
        guard let host = text.dropFirst(scheme.count).split(separator: "/", omittingEmptySubsequences: false).first,
            !host.isEmpty
        else {
            reason = "it names no host"
            advice = "write all of it, as in 'https://example.org/report'"
            return
        }
        // What an address may hold is ASCII without blanks and these (RFC 3986, appendix A).
        let foreign = text.unicodeScalars.first { scalar in
            scalar.value <= 0x20 || scalar.value >= 0x7F || #"<>"{}|\^`"#.unicodeScalars.contains(scalar)
        }
        guard let foreign else { return nil }
        let encoded = String(foreign).utf8.map { byte in
            "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
        if foreign.properties.isWhitespace {
            reason = "it holds a blank"
            advice = "write \(encoded) for the blank, or take it out"
        } else if foreign.properties.generalCategory == .control {
            reason = "it holds a control character"
            advice = "take it out"
        } else if host.unicodeScalars.contains(foreign) {
            reason = "its host holds the character '\(foreign)'"
            advice = "write the host in ASCII, as browsers hand it on: 'xn--…'"
        } else {
            reason = "it holds the character '\(foreign)'"
            advice = "write \(encoded) for it"
        }
    }
}
