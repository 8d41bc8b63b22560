import TesseraModel

/// Who had which part in the dataset.
extension DCATWriter {
    /// Everybody who is named, with a name inside the file.
    private var people: [(id: String, contributor: Publication.Contributor)] {
        facts.contributors.enumerated().map { index, contributor in
            let isPublisher = index == 0 && facts.publication.publisher != nil
            return (isPublisher ? DCATWriter.publisher : "#contributor-\(index + 1)", contributor)
        }
    }

    /// Properties of the dataset, by the roles for which there are some; all roles in the words of the pipeline file
    /// under `prov:qualifiedAttribution`.
    var roles: [(name: String, value: JSONValue)] {
        let creators = people.filter { $0.contributor.has(["author", "creator"]) }
        let contacts = people.filter { $0.contributor.has(["contact"]) }
        let others = people.filter { person in
            person.id != DCATWriter.publisher && !creators.contains { $0.id == person.id }
        }
        let attributions = people.flatMap { person in
            person.contributor.roles.map { role -> JSONValue in
                .object([
                    "@type": "prov:Attribution",
                    "prov:agent": reference(person.id),
                    "dcat:hadRole": .object(["@type": "dcat:Role", "rdfs:label": .string(role)]),
                ])
            }
        }
        return [
            ("dct:creator", creators.map { reference($0.id) }),
            ("dct:contributor", others.map { reference($0.id) }),
            ("dcat:contactPoint", contacts.map { card(of: $0.contributor) }),
            ("prov:qualifiedAttribution", attributions),
        ].filter { !$0.1.isEmpty }.map { (name: $0.0, value: .array($0.1)) }
    }

    /// The nodes that these properties refer to.
    var agentNodes: [JSONObject] {
        people.map { id, contributor in
            var members: JSONObject = [
                "@id": .string(id),
                "@type": .array(["foaf:Agent", "prov:Agent"]),
                "foaf:name": .string(contributor.title),
            ]
            if let url = contributor.url { members["foaf:page"] = reference(url) }
            if let organisation = contributor.organisation {
                members["org:memberOf"] = .object([
                    "@type": .array(["org:Organization", "foaf:Agent"]), "foaf:name": .string(organisation),
                ])
            }
            return members
        }
    }

    /// Whom to ask, as DCAT wants it.
    private func card(of contributor: Publication.Contributor) -> JSONValue {
        var members: JSONObject = ["@type": "vcard:Kind", "vcard:fn": .string(contributor.title)]
        if let organisation = contributor.organisation {
            members["vcard:organization-name"] = .string(organisation)
        }
        if let url = contributor.url { members["vcard:hasURL"] = reference(url) }
        return .object(members)
    }
}
