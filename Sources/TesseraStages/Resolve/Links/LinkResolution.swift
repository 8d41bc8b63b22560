public import TesseraModel

/// Finds the URLs and e-mail addresses of a report, in its texts and behind its hyperlinks, and makes absolute,
/// normalised URLs of them.
///
/// A hyperlink on the very address that it leads to says nothing new: formats that mark it and formats that do not give
/// the same links.
public struct LinkResolution: Transform {
    public init() {}

    public let name = "resolve"

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        report.links = []
        report.otherLinks = []
        for text in report.texts() {
            let shown = LinkScanner.scan(text.text).map { LinkResolution.link($0, in: text) }
            guard !text.hyperlinks.isEmpty else {
                report.links += shown.map(\.link)
                continue
            }
            var hidden: [Link] = []
            var next = 0
            for hyperlink in LinkResolution.whole(text) {
                let written = String(text.text.utf8Slice(hyperlink.range))
                // Both run from front to back, so each shown link is looked at by its neighbours only.
                while next < shown.count, shown[next].link.range.upperBound <= hyperlink.range.lowerBound { next += 1 }
                let beside = shown[next...].prefix { $0.link.range.lowerBound < hyperlink.range.upperBound }
                switch LinkTarget(hyperlink.target) {
                case .address where written.isEmpty:
                    report.otherLinks.append(OtherLink(hyperlink, .noText, written, at: text.address))
                case .address(let address) where beside.contains { $0.address.leadsToTheSame(as: address) }:
                    continue
                case .address(let address):
                    hidden.append(Link(hyperlink, address, written, at: text.address))
                case .other(let kind):
                    report.otherLinks.append(OtherLink(hyperlink, kind, written, at: text.address))
                }
            }
            report.links += LinkResolution.inOrder(shown.map(\.link) + hidden)
        }
        describe(report, log: &log)
    }

    private static func link(_ found: LinkScanner.Found, in text: ReportText) -> (link: Link, address: LinkAddress) {
        let written = String(text.text.utf8Slice(found.range))
        let address = LinkAddress(written, kind: found.kind)
        let link = Link(
            kind: found.kind,
            asWritten: written,
            url: address.url,
            host: address.host,
            repairs: address.repairs + (found.isTrimmed ? [.trimmedPunctuation] : []),
            place: text.address,
            range: found.range
        )
        return (link, address)
    }

    /// The hyperlinks of a text. Formats cut one into pieces where the typeface changes; such pieces are one again.
    private static func whole(_ text: ReportText) -> [Hyperlink] {
        var whole: [Hyperlink] = []
        for link in text.hyperlinks {
            if let last = whole.last, last.target == link.target, last.range.upperBound <= link.range.lowerBound,
                text.text.utf8Slice(last.range.upperBound..<link.range.lowerBound).allSatisfy({ $0 == " " })
            {
                whole[whole.count - 1].range = last.range.lowerBound..<link.range.upperBound
            } else {
                whole.append(link)
            }
        }
        return whole
    }

    /// The links of one text from front to back; where two begin together, what the text shows goes first.
    private static func inOrder(_ links: [Link]) -> [Link] {
        var sorted = links.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
        for index in sorted.indices.dropFirst()
        where sorted[index].range.lowerBound == sorted[index - 1].range.lowerBound {
            sorted[index].ordinal = sorted[index - 1].ordinal + 1
        }
        return sorted
    }

    private func describe(_ report: Report, log: inout DiagnosticLog) {
        let hidden = report.links.filter { !$0.isShown }
        if let first = hidden.first { log.append(.hiddenTarget(first, count: hidden.count, in: report)) }
        if let first = report.otherLinks.first { log.append(.otherTarget(first, in: report)) }
    }
}

extension Link {
    /// A link that only its hyperlink shows.
    fileprivate init(_ hyperlink: Hyperlink, _ target: LinkAddress, _ written: String, at place: TextAddress) {
        self.init(
            kind: target.kind,
            asWritten: written,
            url: target.url,
            host: target.host,
            repairs: target.repairs + [.hiddenTarget],
            place: place,
            range: hyperlink.range
        )
    }
}

extension OtherLink {
    fileprivate init(_ hyperlink: Hyperlink, _ kind: Kind, _ written: String, at place: TextAddress) {
        self.init(kind: kind, asWritten: written, target: hyperlink.target, place: place, range: hyperlink.range)
    }
}

extension Report {
    /// Where a cell stands in the source; nil for a text outside the cells.
    fileprivate func place(of address: TextAddress) -> SourcePlace? {
        address.cell.flatMap { address in cells.first { $0.address == address }?.provenance.first?.place }
    }
}

extension Diagnostic {
    fileprivate static func hiddenTarget(_ first: Link, count: Int, in report: Report) -> Diagnostic {
        let way = "'\(first.asWritten.shortened(to: 40))' to '\(first.url)'"
        return Diagnostic(
            "hidden-link-target",
            .note,
            count == 1
                ? "a hyperlink leads where its text does not say, from \(way)"
                : "\(count) hyperlinks lead where their text does not say, the first from \(way)",
            at: report.place(of: first.place),
            cell: first.place.cell,
            notes: ["links.csv marks them with 'hidden-target'"]
        )
    }

    fileprivate static func otherTarget(_ first: OtherLink, in report: Report) -> Diagnostic {
        let count = report.otherLinks.count
        let kinds = OtherLink.Kind.allCases.compactMap { kind in
            let count = report.otherLinks.count { $0.kind == kind }
            return count > 0 ? "\(kind.rawValue): \(count)" : nil
        }
        return Diagnostic(
            "other-link-target",
            .note,
            count == 1
                ? "a hyperlink to '\(first.target)' has no place in links.csv"
                : "\(count) hyperlinks have no place in links.csv, the first to '\(first.target)'",
            at: report.place(of: first.place),
            cell: first.place.cell,
            notes: ["report.json has them under 'other_links'", kinds.joined(separator: ", ")]
        )
    }
}
