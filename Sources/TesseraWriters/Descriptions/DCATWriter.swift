public import TesseraModel

/// Writes `dcat.jsonld`: what the dataset is (DCAT 3) and what it was made from (PROV-O), as JSON-LD 1.1.
///
/// All names are relative to the file, so that the folder can be moved, and its triples mean the files beside it. A file
/// outside the folder is named by its bytes (RFC 6920). The context stands in the file: nobody has to fetch one.
public struct DCATWriter: Writer {
    let facts: DescriptionFacts

    package init(_ facts: DescriptionFacts) { self.facts = facts }

    public let name = "dcat"
    public let title = "DCAT 3 and PROV-O, as JSON-LD"
    public let files = [
        DatasetFile(
            "dcat.jsonld",
            "DCAT and PROV-O: what the dataset is, and what it was made from",
            mediaType: "application/ld+json"
        )
    ]

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        let files = written.filter { !Writers.isDescription($0.name) }
        let graph = [dataset(report.report, files)] + files.map(distribution) + provenance(of: report.report) + agents
        let document: JSONValue = .object([
            "@context": DCATWriter.context, "@graph": .array(graph.map(JSONValue.object)),
        ])
        return [OutputFile(name: "dcat.jsonld", bytes: document.serialised())]
    }

    private static let context: JSONValue = .object([
        "adms": "http://www.w3.org/ns/adms#", "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "org": "http://www.w3.org/ns/org#", "prov": "http://www.w3.org/ns/prov#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#", "spdx": "http://spdx.org/rdf/terms#",
        "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
    ])

    // MARK: The dataset

    private func dataset(_ report: Report, _ files: [OutputFile]) -> JSONObject {
        let publication = facts.publication
        var members: JSONObject = [
            "@id": "./",
            "@type": .array(["dcat:Dataset", "prov:Entity"]),
            "dct:title": text(report.identity.title, of: report),
            "dct:description": .string(facts.summary(of: report)),
            "dct:identifier": .string(report.identity.id),
            "dcat:distribution": .array(files.map { reference($0.name) }),
            "prov:wasDerivedFrom": reference(report.source.address),
            "prov:wasGeneratedBy": reference(DCATWriter.activity),
        ]
        if let revised = report.identity.revised { members["dcat:version"] = .string(revised.description) }
        if let language = report.identity.language { members["dct:language"] = DCATWriter.language(language) }
        if let homepage = publication.homepage { members["dcat:landingPage"] = reference(homepage) }
        if let doi = facts.doiAddress { members["adms:identifier"] = identifier(doi) }
        if !publication.keywords.isEmpty {
            members["dcat:keyword"] = .array(publication.keywords.map { text($0, of: report) })
        }
        if let address = publication.sourceURL { members["dct:source"] = reference(address) }
        if publication.publisher != nil { members["dct:publisher"] = reference(DCATWriter.publisher) }
        for (name, value) in roles { members[name] = value }
        if let licence { members["dct:license"] = licence }
        return members
    }

    /// A text in the report's language.
    private func text(_ text: String, of report: Report) -> JSONValue {
        guard let language = report.identity.language else { return .string(text) }
        return .object(["@value": .string(text), "@language": .string(language)])
    }

    private func identifier(_ address: String) -> JSONValue {
        .object([
            "@type": "adms:Identifier",
            "@id": .string(address),
            "dct:identifier": .string(address),
        ])
    }

    private var licence: JSONValue? {
        let publication = facts.publication
        var members: JSONObject = ["@type": "dct:LicenseDocument"]
        if let name = publication.licenceName { members["dct:identifier"] = .string(name) }
        if let title = publication.licenceTitle { members["dct:title"] = .string(title) }
        if let url = publication.licenceURL { members["@id"] = .string(url) }
        return members == ["@type": "dct:LicenseDocument"] ? nil : .object(members)
    }

    /// The language of a tag as the Library of Congress names it: two letters are those of ISO 639-1, three of 639-2.
    private static func language(_ tag: String) -> JSONValue {
        let code = tag.prefix { $0 != "-" }.lowercased()
        let list = code.utf8.count == 2 ? "iso639-1" : "iso639-2"
        return .object([
            "@id": .string("http://id.loc.gov/vocabulary/\(list)/\(code)"), "@type": "dct:LinguisticSystem",
        ])
    }

    private func distribution(_ file: OutputFile) -> JSONObject {
        let kind = Writers.file(named: file.name)
        var members: JSONObject = [
            "@id": .string(file.name),
            "@type": .array(["dcat:Distribution", "prov:Entity"]),
            "dct:title": .string(file.name),
            "dcat:accessURL": reference(file.name),
            "dcat:downloadURL": reference(file.name),
            "dct:format": .object(["@type": "dct:MediaTypeOrExtent", "rdfs:label": .string(kind.format)]),
            "dcat:byteSize": typed("\(file.bytes.count)", "xsd:nonNegativeInteger"),
            "spdx:checksum": sum(facts.checksum(of: file)),
        ]
        if kind.isRegistered { members["dcat:mediaType"] = mediaType(kind.mediaType) }
        if let licence { members["dct:license"] = publicationLicence(licence) }
        return members
    }

    /// The licence is described once, where it has a name to refer to it by.
    private func publicationLicence(_ licence: JSONValue) -> JSONValue {
        facts.publication.licenceURL.map(reference) ?? licence
    }

    // MARK: What it was made from, by what

    private static let activity = "#conversion"
    private static let program = "#program"
    private static let pipeline = "#pipeline"
    static let publisher = "#publisher"

    private func provenance(of report: Report) -> [JSONObject] {
        var activity: JSONObject = [
            "@id": .string(DCATWriter.activity),
            "@type": "prov:Activity",
            "rdfs:label": .string("Conversion of \(report.source.path)"),
            "prov:wasAssociatedWith": reference(DCATWriter.program),
        ]
        var used = [reference(report.source.address)]
        var nodes = source(report.source, of: report, from: report.extractedFrom)
        if let extracted = report.extractedFrom { nodes += source(extracted, of: report, from: nil) }
        if let pipeline = facts.derivation.pipeline {
            used.append(reference(DCATWriter.pipeline))
            activity["prov:qualifiedAssociation"] = .object([
                "@type": "prov:Association",
                "prov:agent": reference(DCATWriter.program),
                "prov:hadPlan": reference(DCATWriter.pipeline),
            ])
            nodes.append([
                "@id": .string(DCATWriter.pipeline),
                "@type": .array(["prov:Entity", "prov:Plan"]),
                "dct:title": .string(pipeline.path),
                "dcat:mediaType": mediaType("application/yaml"),
                "spdx:checksum": sum(pipeline.sha256),
            ])
        }
        activity["prov:used"] = .array(used)
        return [activity] + nodes
    }

    /// The document that was read; with what it was extracted from, and the files that it was cut into.
    private func source(_ origin: Origin, of report: Report, from extracted: Origin?) -> [JSONObject] {
        var members = file(origin)
        members["rdfs:label"] = .string("The report that the dataset was made from")
        if let revised = report.identity.revised { members["dct:modified"] = date(revised) }
        if let code = report.identity.documentCode { members["dct:identifier"] = .string(code) }
        if let extracted { members["prov:wasDerivedFrom"] = reference(extracted.address) }
        guard !origin.parts.isEmpty else { return [members] }
        members["dct:hasPart"] = .array(origin.parts.map { reference($0.address) })
        return [members] + origin.parts.map(file)
    }

    private func file(_ origin: Origin) -> JSONObject {
        var members: JSONObject = [
            "@id": .string(origin.address),
            "@type": "prov:Entity",
            "dct:title": .string(origin.path),
            "dcat:byteSize": typed("\(origin.bytes)", "xsd:nonNegativeInteger"),
        ]
        if !origin.mediaType.isEmpty { members["dcat:mediaType"] = mediaType(origin.mediaType) }
        if !origin.sha256.isEmpty { members["spdx:checksum"] = sum(origin.sha256) }
        return members
    }

    private var agents: [JSONObject] {
        let derivation = facts.derivation
        let program: JSONObject = [
            "@id": .string(DCATWriter.program),
            "@type": .array(["prov:SoftwareAgent", "foaf:Agent"]),
            "foaf:name": .string(derivation.program),
            "dcat:version": .string(derivation.version),
            "rdfs:label": .string("\(derivation.program) \(derivation.version)"),
        ]
        return [program] + agentNodes
    }

    // MARK: Values

    func reference(_ id: String) -> JSONValue { .object(["@id": .string(id)]) }

    private func typed(_ value: String, _ type: String) -> JSONValue {
        .object(["@value": .string(value), "@type": .string(type)])
    }

    private func mediaType(_ name: String) -> JSONValue {
        .object([
            "@id": .string("https://www.iana.org/assignments/media-types/\(name)"), "@type": "dct:MediaType",
        ])
    }

    private func sum(_ sha256: String) -> JSONValue {
        .object([
            "@type": "spdx:Checksum",
            "spdx:algorithm": reference("spdx:checksumAlgorithm_sha256"),
            "spdx:checksumValue": typed(sha256, "xsd:hexBinary"),
        ])
    }

    private func date(_ date: PartialDate) -> JSONValue {
        typed(date.description, date.day != nil ? "xsd:date" : date.month != nil ? "xsd:gYearMonth" : "xsd:gYear")
    }
}

extension Origin {
    /// A name for these very bytes (RFC 6920); for a document without checksum, one inside the description.
    var address: String {
        guard let digest = Base64URL.text(hexadecimal: sha256) else { return "#source" }
        return "ni:///sha-256;\(digest)"
    }
}

/// Base 64 with the alphabet for addresses, without padding (RFC 4648, section 5).
private enum Base64URL {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    /// Nil for what is not the 64 hexadecimal digits of a digest.
    static func text(hexadecimal: String) -> String? {
        let digits = hexadecimal.compactMap(\.hexDigitValue)
        guard digits.count == 64, digits.count == hexadecimal.count else { return nil }
        let bits = digits.flatMap { digit in [3, 2, 1, 0].map { digit >> $0 & 1 } }
        let letters = stride(from: 0, to: bits.count, by: 6).map { start in
            (start..<start + 6).reduce(0) { $0 * 2 + ($1 < bits.count ? bits[$1] : 0) }
        }
        return String(decoding: letters.map { alphabet[$0] }, as: UTF8.self)
    }
}
