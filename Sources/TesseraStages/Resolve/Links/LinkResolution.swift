public import TesseraModel

/// Finds the URLs and e-mail addresses of a report, in its texts and behind its hyperlinks, and makes absolute,
/// normalised URLs of them.
///
/// A hyperlink on the very address that it leads to says nothing new: formats that mark it and formats that do not give
/// the same links.
public struct LinkResolution: Transform {
    private let moved: MovedHosts

    /// - Parameter moved: hosts that have moved, and where to.
    public init(moved: MovedHosts = MovedHosts()) { self.moved = moved }

    public let name = "resolve"

    public func apply(to report: inout Report, log: inout DiagnosticLog) {
        report.links = []
        report.otherLinks = []
        for text in report.texts() {
            var scan = LinkScan(Array(text.text.utf8))
            scan.run()
            for link in scan.damaged { log.append(.damagedLink(link, in: text, of: report)) }
            let shown = scan.links.map { (link: link($0, in: text), address: $0.address) }
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
                    hidden.append(link(hyperlink, address, written, at: text.address))
                case .other(let kind):
                    report.otherLinks.append(OtherLink(hyperlink, kind, written, at: text.address))
                }
            }
            report.links += LinkResolution.inOrder(shown.map(\.link) + hidden)
        }
        describe(report, log: &log)
    }

    /// A link that the text shows.
    private func link(_ found: FoundLink, in text: ReportText) -> Link {
        let written = String(text.text.utf8Slice(found.range))
        return link(found.address, found.repairs, written, text.address, found.range)
    }

    /// A link that only its hyperlink shows.
    private func link(
        _ hyperlink: Hyperlink,
        _ target: LinkAddress,
        _ written: String,
        at place: TextAddress
    ) -> Link {
        link(target, [.hiddenTarget], written, place, hyperlink.range)
    }

    private func link(
        _ address: LinkAddress,
        _ repairs: [Link.Repair],
        _ written: String,
        _ place: TextAddress,
        _ range: Range<Int>
    ) -> Link {
        var link = Link(
            kind: address.kind,
            asWritten: written,
            url: address.url,
            host: address.host,
            repairs: address.repairs + repairs,
            place: place,
            range: range
        )
        link.successorURL = moved.successor(of: address)
        return link
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

extension OtherLink {
    fileprivate init(_ hyperlink: Hyperlink, _ kind: Kind, _ written: String, at place: TextAddress) {
        self.init(kind: kind, asWritten: written, target: hyperlink.target, place: place, range: hyperlink.range)
    }
}
