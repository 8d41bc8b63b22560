package import TesseraModel
import TesseraWriters

/// Reads `report.json` back into a report: what ``TesseraWriters/ReportJSONWriter`` makes of the result is the same
/// file, byte for byte, and so are the tables.
///
/// Not in the file, and so not in the result: which bytes of which paragraph a passage was made from, hyperlinks that the
/// format marked (the links made of them are there), and lines of the resource list that no entry stands under.
package struct ReportDecoder {
    private let root: JSONCursor
    private var report: Report
    private var cellIDs: [String: CellAddress] = [:]

    /// Reads a report.
    /// - Parameter json: the parsed file; it is best checked against the schema before.
    /// - Throws: ``JSONDecodingFailure`` where it is no report of this version.
    package static func report(_ json: JSONValue) throws(JSONDecodingFailure) -> CheckedReport {
        var decoder = try ReportDecoder(JSONCursor(json))
        try decoder.readMatrix()
        try decoder.readFindings()
        try decoder.readMatter()
        let diagnostics = try decoder.root.items("diagnostics") { item throws(JSONDecodingFailure) in
            try item.diagnostic()
        }
        return CheckedReport(decoder.report, diagnostics: diagnostics)
    }

    private init(_ root: JSONCursor) throws(JSONDecodingFailure) {
        self.root = root
        let members = try root.required("report")
        var identity = Report.Identity(
            id: try members.string("id"),
            title: try members.string("title"),
            language: try members.optionalString("language"),
            scheme: ""
        )
        if let revised = try members.optionalString("revised") {
            guard let date = PartialDate(revised) else {
                throw try members.required("revised").failure("'\(revised.shortened(to: 40))' is no date")
            }
            identity.revised = date
        }
        identity.documentCode = try members.optionalString("document_code")
        report = Report(identity: identity, source: try members.required("source").origin())
        if let extracted = try members.member("extracted_from") {
            report.extractedFrom = try extracted.origin()
        }
    }

    // MARK: The matrix

    private mutating func readMatrix() throws(JSONDecodingFailure) {
        report.columns = try root.items("columns") { json throws(JSONDecodingFailure) in
            Column(
                id: try json.string("id"),
                role: try json.word("role"),
                heading: try Passage(try json.string("heading"), at: json.place())
            )
        }
        var inCells: [Reference] = []
        var cells: [Cell] = []
        var labels: [Reference] = []
        var mentions: [AcronymMention] = []
        report.rows = try root.items("rows") { json throws(JSONDecodingFailure) in
            var (row, references) = try ReportDecoder.row(json)
            labels += references
            row.references = references.compactMap { reference in
                reference.key.map { RowReference(key: $0, asWritten: reference.asWritten) }
            }
            _ = try json.items("cells") { json throws(JSONDecodingFailure) in
                let cell = try CellDecoder(json, in: row.id)
                cells.append(cell.cell)
                inCells += cell.references
                mentions += cell.mentions
            }
            return row
        }
        report.cells = cells
        report.mentions = mentions
        report.references = labels + inCells
        cellIDs = Dictionary(cells.map { ($0.address.description, $0.address) }) { first, _ in first }
        // The numbering of the report is that of its labels.
        report.identity.scheme = labels.first?.scheme ?? inCells.first { $0.role == .mention }?.scheme ?? ""
        for index in report.references.indices where report.references[index].scheme == report.identity.scheme {
            report.references[index].scheme = nil
        }
    }

    private static func row(_ json: JSONCursor) throws(JSONDecodingFailure) -> (row: Row, labels: [Reference]) {
        var row = Row(
            id: try json.string("id"),
            position: try json.integer("position"),
            labels: try json.strings("labels").map { Passage($0, at: nil) },
            titles: try json.strings("titles").map { Passage($0, at: nil) },
            references: [],
            provenance: try json.items("provenance", provenance)
        )
        row.evidence = try json.word("evidence")
        row.group = try json.optionalString("group")
        row.confidence = try json.number("confidence")
        row.uncertainties = try json.uncertainties()
        let labels = try json.items("references") { json throws(JSONDecodingFailure) in
            try reference(json, in: nil)
        }
        return (row, labels)
    }

    static func provenance(_ json: JSONCursor) throws(JSONDecodingFailure) -> Provenance {
        guard let place = try json.place() else { throw json.failure("the member 'start' is missing") }
        return Provenance(place, stage: try json.string("stage"))
    }

    static func reference(
        _ json: JSONCursor,
        in cell: CellAddress?
    ) throws(JSONDecodingFailure) -> Reference {
        let key = ParagraphKey(section: try json.string("section"), paragraph: try json.string("paragraph"))
        return Reference(
            id: try json.string("id"),
            row: try json.optionalString("row"),
            cell: cell,
            key: key.section.isEmpty && key.paragraph.isEmpty ? nil : key,
            role: try json.word("role"),
            asWritten: try json.string("as_written"),
            scheme: try json.string("scheme"),
            range: try json.has("start") ? try json.range() : nil,
            target: try json.optionalString("target")
        )
    }

    // MARK: What was found in it

    private mutating func readFindings() throws(JSONDecodingFailure) {
        report.acronyms = try root.items("acronyms") { json throws(JSONDecodingFailure) in
            Acronym(
                id: try json.string("id"),
                acronym: try json.string("acronym"),
                expansion: try json.optionalString("expansion"),
                qualifier: try json.optionalString("qualifier"),
                source: try json.word("source"),
                authority: try json.optionalString("authority"),
                conflict: try json.optionalString("conflict")
            )
        }
        report.links = try root.items("links", link)
        report.otherLinks = try root.optionalItems("other_links") { json throws(JSONDecodingFailure) in
            OtherLink(
                kind: try json.word("kind"),
                asWritten: try json.string("as_written"),
                target: try json.string("target"),
                place: try address(json),
                range: try json.range()
            )
        }
        report.entities = try root.items("entities") { json throws(JSONDecodingFailure) in
            Entity(
                kind: try json.word("type"),
                text: try json.string("text"),
                value: try json.string("value"),
                qualifier: try json.required("qualifier").value == .null ? nil : try json.word("qualifier"),
                unit: try json.optionalString("unit"),
                cell: cell(try json.string("cell")),
                range: try json.range()
            )
        }
        report.repairs = try root.optionalItems("repairs") { json throws(JSONDecodingFailure) in
            WordRepair(
                kind: try json.word("kind"),
                evidence: try json.word("evidence"),
                asWritten: try json.string("as_written"),
                text: try json.string("text"),
                place: try json.place()
            )
        }
    }

    private func link(_ json: JSONCursor) throws(JSONDecodingFailure) -> Link {
        var link = Link(
            kind: try json.word("kind"),
            asWritten: try json.string("as_written"),
            url: try json.string("url"),
            host: try json.string("host"),
            repairs: try json.items("repairs") { item throws(JSONDecodingFailure) in
                let name = try item.string()
                guard let repair = Link.Repair(rawValue: name) else {
                    throw item.failure("'\(name.shortened(to: 40))' is no repair")
                }
                return repair
            },
            place: try address(json),
            range: try json.range()
        )
        link.successorURL = try json.optionalString("successor_url")
        // The number stands behind the id of all but the first.
        let id = try json.string("id")
        if id.hasPrefix(link.id + "~"), let ordinal = Int(id.dropFirst(link.id.count + 1)) { link.ordinal = ordinal }
        return link
    }

    /// The text that the members `cell` and `place` name.
    private func address(_ json: JSONCursor) throws(JSONDecodingFailure) -> TextAddress {
        if let id = try json.optionalString("cell") { return .cell(cell(id)) }
        let place = try json.string("place")
        guard let address = TextAddress(outsideCells: place) else {
            throw try json.required("place").failure("'\(place.shortened(to: 40))' is no place of a report")
        }
        return address
    }

    /// The address that an id stands for: that of a cell of the matrix, or of one that is not there.
    private func cell(_ id: String) -> CellAddress {
        if let address = cellIDs[id] { return address }
        let slash = id.lastIndex(of: "/") ?? id.endIndex
        return CellAddress(row: String(id[..<slash]), column: String(id[slash...].dropFirst()))
    }

    // MARK: What stands around it

    private mutating func readMatter() throws(JSONDecodingFailure) {
        report.glossary = try root.items("glossary") { json throws(JSONDecodingFailure) in
            GlossaryEntry(
                key: try Passage(try json.string("key"), at: json.place()),
                expansion: try json.optionalString("expansion").map { Passage($0, at: nil) }
            )
        }
        try readResources()
        report.frontMatter = try root.items("front_matter", ReportDecoder.matter)
        report.backMatter = try root.items("back_matter", ReportDecoder.matter)
        report.discarded = try root.items("discarded") { json throws(JSONDecodingFailure) in
            Discarded(
                try Passage(try json.string("text"), at: json.place()),
                reason: Discarded.Reason(rawValue: try json.string("reason"))
            )
        }
    }

    /// Entries name their organisation, and those below one follow each other.
    private mutating func readResources() throws(JSONDecodingFailure) {
        let texts = Dictionary(report.links.map { ($0.place, $0.asWritten) }) { first, _ in first }
        var organisations: [Passage] = []
        report.resources = try root.items("resources") { json throws(JSONDecodingFailure) in
            let id = try json.string("id")
            let organisation = try json.optionalString("organisation")
            if let organisation, organisation != organisations.last?.text {
                organisations.append(Passage(organisation, at: nil))
            }
            let title = try json.string("title")
            // An entry without a title of its own is called as its organisation is.
            let titles = title == organisation || title.isEmpty ? [] : title.split(separator: DataTable.separator)
            let place = try json.place()
            let target = texts[.resource(id)] ?? (place == nil ? nil : "")
            return ResourceEntry(
                id: id,
                organisation: organisation == nil ? nil : organisations.count - 1,
                titles: titles.map { Passage(String($0), at: nil) },
                target: target.map { Passage($0, at: place) }
            )
        }
        report.organisations = organisations
    }

    private static func matter(_ json: JSONCursor) throws(JSONDecodingFailure) -> Matter {
        Matter(try Passage(try json.string("text"), at: json.place()), role: try json.word("role"))
    }
}
