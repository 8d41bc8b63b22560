import TesseraModel

/// What the pipeline has found in a text: UTF-8 byte ranges.
struct TextFindings {
    var links: [Range<Int>] = []
    var mailAddresses: [Range<Int>] = []
    /// Paragraphs of the numbering that rows have too.
    var references: [Range<Int>] = []
    var acronyms: [Range<Int>] = []
    /// Dates, whose words are figures as well; amounts and counts have digits.
    var figures: [Range<Int>] = []

    init() {}

    /// The findings of the text around the matrix, whose passages stand in it with a blank line between them: the line of
    /// the revision is all date.
    init(of matter: [Matter]) {
        var start = 0
        for entry in matter {
            let end = start + entry.passage.text.utf8.count
            if entry.role == .revision { figures.append(start..<end) }
            start = end + 2
        }
    }

    /// The findings of all cells of a report.
    static func all(of report: Report) -> [TextPlace: TextFindings] {
        var findings: [TextPlace: TextFindings] = [:]
        for link in report.links where link.isShown {
            guard case .cell(let address) = link.place else { continue }
            switch link.kind {
            case .url: findings[TextPlace(address), default: TextFindings()].links.append(link.range)
            case .email: findings[TextPlace(address), default: TextFindings()].mailAddresses.append(link.range)
            }
        }
        for reference in report.references where reference.key != nil {
            guard let cell = reference.cell, let range = reference.range else { continue }
            findings[TextPlace(cell), default: TextFindings()].references.append(range)
        }
        for mention in report.mentions {
            findings[TextPlace(mention.cell), default: TextFindings()].acronyms.append(mention.range)
        }
        for entity in report.entities where entity.kind == .date {
            findings[TextPlace(entity.cell), default: TextFindings()].figures.append(entity.range)
        }
        return findings
    }
}
