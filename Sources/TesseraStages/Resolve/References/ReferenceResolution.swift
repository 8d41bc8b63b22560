public import TesseraModel
public import TesseraPatterns

/// Lists the paragraphs that labels name, and finds those that cells mention.
public struct ReferenceResolution: Transform {
    private let mentions: [Pattern]
    private let scheme: String?

    /// - Parameters:
    ///   - mentions: patterns with the captures `section` and `paragraph`, looked for inside cells.
    ///   - scheme: the numbering that mentions follow; nil for that of the labels.
    public init(mentions: [Pattern], scheme: String? = nil) {
        self.mentions = mentions
        self.scheme = scheme
    }

    public let name = "resolve"

    public func apply(to report: inout Report, log: inout DiagnosticLog) throws(DocumentFailure) {
        var names = UniqueNames()
        var references: [Reference] = []
        for row in report.rows {
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
        for cell in report.cells where cell.status.isOwn || cell.status == .seeElsewhere {
            for (key, written) in try found(in: cell.text) {
                references.append(
                    Reference(
                        id: names.unique("\(cell.address)#\(key)"),
                        row: cell.address.row,
                        cell: cell.address,
                        key: key,
                        role: .mention,
                        asWritten: written,
                        scheme: scheme
                    )
                )
            }
        }
        report.references = references
    }

    private func found(in text: String) throws(DocumentFailure) -> [(ParagraphKey, String)] {
        var found: [(ParagraphKey, String)] = []
        // The next match of each pattern, looked for again only when it lies behind: else the text would be searched
        // once a match for patterns that never match.
        var next: [PatternMatch?] = []
        for pattern in mentions { next.append(try pattern.match(text, .anywhere)) }
        while let match = next.compactMap(\.self).min(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            let written = String(text.utf8Slice(match.range))
            found += ParagraphKey.keys(of: match).map { ($0, written) }
            for (index, pattern) in mentions.enumerated() {
                guard let candidate = next[index], candidate.range.lowerBound < match.range.upperBound else { continue }
                next[index] = try pattern.match(text, .anywhere, from: match.range.upperBound)
            }
        }
        return found
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
}
