public import TesseraModel
import TesseraPatterns

/// Lists the paragraphs that labels name, and finds what cells refer to: paragraphs, the row before, documents, forms
/// and acts. What names a paragraph of this report gets the row that holds it.
public struct ReferenceResolution: Transform {
    private let rules: ReferenceRules
    private let mentions: CellMentions
    private let documents: DocumentScanner

    /// - Parameter rules: what to look for.
    public init(_ rules: ReferenceRules) {
        self.rules = rules
        mentions = CellMentions(rules.mentions, further: rules.further)
        documents = DocumentScanner(families: rules.documents)
    }

    public let name = "resolve"

    public func apply(to report: inout Report, log: inout DiagnosticLog) throws(DocumentFailure) {
        var list = ReferenceList()
        for row in report.rows { list.add(labelsOf: row, log: &log) }
        let rows = ParagraphRows(report)
        let previous = PreviousPhrases(rules.previous, in: report)
        let links = Dictionary(grouping: report.links.filter(\.isShown)) { $0.place }
        let isOwnScheme = rules.scheme == nil || rules.scheme == report.identity.scheme
        for cell in report.cells where cell.status.isOwn || cell.status == .seeElsewhere {
            let text = cell.text
            var found: [(start: Int, reference: Reference)] = []
            let mentions = try mentions.mentions(in: text)
            for mention in mentions {
                // Another numbering has no rows here.
                let targets =
                    isOwnScheme ? rows.rows(of: mention.key, from: cell, in: text, mention.range, &log) : [nil]
                for row in targets {
                    var reference = Reference(mention.range, .mention, of: cell, text)
                    reference.row = row
                    reference.key = mention.key
                    reference.scheme = rules.scheme
                    found.append((mention.range.lowerBound, reference))
                }
            }
            let taken = mentions.map(\.range)
            for (range, target) in try previous.phrases(of: cell, text, beside: taken) {
                var reference = Reference(range, .previous, of: cell, text)
                reference.row = target?.row
                reference.target = target?.description
                reference.scheme = ""
                found.append((range.lowerBound, reference))
                if target == nil { log.append(.unclear(reference, in: cell)) }
            }
            let closed = taken + (links[.cell(cell.address)] ?? []).map(\.range)
            for document in documents.scan(text) where !closed.contains(where: { $0.overlaps(document.range) }) {
                var reference = Reference(document.range, document.role, of: cell, text)
                reference.scheme = document.scheme
                reference.target = document.target
                found.append((document.range.lowerBound, reference))
            }
            // The sort is not stable, so what begins together keeps its order by its number.
            let order = found.indices.sorted { (found[$0].start, $0) < (found[$1].start, $1) }
            for index in order { list.add(found[index].reference) }
        }
        report.references = list.references
    }
}

/// The references of a report, each with an id of its own.
private struct ReferenceList {
    private(set) var references: [Reference] = []
    private var names = UniqueNames()

    mutating func add(labelsOf row: Row, log: inout DiagnosticLog) {
        for reference in row.references {
            let id = names.unique(reference.key.description)
            if id != reference.key.description { log.append(.repeatedReference(reference, row)) }
            references.append(
                Reference(
                    id: id,
                    row: row.id,
                    cell: nil,
                    key: reference.key,
                    role: .rowLabel,
                    asWritten: reference.asWritten
                )
            )
        }
    }

    /// Adds what stands in a cell.
    mutating func add(_ reference: Reference) {
        var named = reference
        let name = reference.role == .previous ? "previous" : reference.meaning
        named.id = names.unique("\(reference.cell?.description ?? "")#\(name)")
        references.append(named)
    }
}

extension Reference {
    /// A reference in a cell, before it is known what it points to.
    fileprivate init(_ range: Range<Int>, _ role: Role, of cell: Cell, _ text: String) {
        self.init(
            id: "",
            row: nil,
            cell: cell.address,
            key: nil,
            role: role,
            asWritten: String(text.utf8Slice(range)),
            range: range
        )
    }
}

extension Diagnostic {
    fileprivate static func repeatedReference(_ reference: RowReference, _ row: Row) -> Diagnostic {
        Diagnostic(
            "repeated-reference",
            .note,
            "the paragraph \(reference.key) is named by a row further up as well",
            at: row.provenance.first?.place
        )
    }

    fileprivate static func unclear(_ reference: Reference, in cell: Cell) -> Diagnostic {
        Diagnostic(
            "unclear-reference",
            .note,
            "it is not clear what '\(reference.asWritten)' points to",
            at: cell.provenance.first?.place,
            cell: cell.address
        )
    }
}
