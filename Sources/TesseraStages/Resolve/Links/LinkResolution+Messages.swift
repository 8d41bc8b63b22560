import TesseraModel

extension Report {
    /// Where a cell stands in the source; nil for a text outside the cells.
    fileprivate func place(of address: TextAddress) -> SourcePlace? {
        address.cell.flatMap { address in cells.first { $0.address == address }?.provenance.first?.place }
    }
}

extension Diagnostic {
    static func damagedLink(_ link: DamagedLink, in text: ReportText, of report: Report) -> Diagnostic {
        let written = String(text.text.utf8Slice(link.range)).shortened(to: 60)
        return Diagnostic(
            "damaged-link",
            .note,
            "'\(written)' at byte \(link.range.lowerBound) of \(text.address) looks like a link, and \(link.failure.reason)",
            at: report.place(of: text.address),
            cell: text.address.cell,
            notes: ["links.csv does not have it; compare it with the source"]
        )
    }

    static func hiddenTarget(_ first: Link, count: Int, in report: Report) -> Diagnostic {
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

    static func otherTarget(_ first: OtherLink, in report: Report) -> Diagnostic {
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
