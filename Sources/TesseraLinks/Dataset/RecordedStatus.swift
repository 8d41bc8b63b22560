import TesseraModel
import TesseraPipeline
import TesseraWriters

/// What an earlier check wrote into a dataset. It stands for what nobody has asked about since.
struct RecordedStatus: Sendable, Equatable {
    var link: LinkOutcome
    var copy: ArchivedCopy

    /// Reads a table; rows that this version does not understand are left out, and so found out anew.
    /// - Returns: the rows by their addresses.
    static func read(_ table: [UInt8]) -> [String: RecordedStatus] {
        let records = CSVFile(table).fields
        guard let header = records.first else { return [:] }
        var rows: [String: RecordedStatus] = [:]
        for record in records.dropFirst() where record.count == header.count {
            let fields = Dictionary(zip(header, record)) { first, _ in first }
            if let row = RecordedStatus(fields) { rows[row.link.url] = row }
        }
        return rows
    }

    private init?(_ fields: [String: String]) {
        func text(_ name: String) -> String? { fields[name].flatMap { $0.isEmpty ? nil : $0 } }
        guard let url = text("url"), let status = text("status").flatMap(LinkStatus.init),
            let finalURL = text("final_url"), let attempts = text("attempts").flatMap({ Int($0) }),
            let archive = text("archive_status").flatMap(ArchivedCopy.Status.init)
        else { return nil }
        let notes = Self.split(fields["note"] ?? "")
        link = LinkOutcome(url, status, note: notes.link)
        link.finalURL = finalURL
        link.attempts = attempts
        link.httpStatus = text("http_status").flatMap { Int($0) }
        link.checkedAt = text("checked_at").flatMap { Moment($0) }
        link.hops = Self.hops(fields["redirect_chain"] ?? "")
        copy = ArchivedCopy(
            archive,
            url: text("archived_url"),
            archivedAt: text("archived_at").flatMap { Moment($0) },
            note: notes.copy
        )
    }

    /// `301 http://a.example/ | 302 http://b.example/`
    private static func hops(_ chain: String) -> [LinkOutcome.Hop] {
        guard !chain.isEmpty else { return [] }
        // An address has no blanks, so the separator stands in none.
        var hops: [LinkOutcome.Hop] = []
        for hop in chain.split(separator: DataTable.separator, omittingEmptySubsequences: false) {
            let words = hop.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
            guard let status = words.first.flatMap({ Int($0) }) else { continue }
            hops.append(LinkOutcome.Hop(status: status, target: words.count > 1 ? String(words[1]) : ""))
        }
        return hops
    }

    /// The notes as ``LinkResult/note`` joins them.
    private static func split(_ note: String) -> (link: String, copy: String) {
        if note.hasPrefix(LinkResult.archiveMark) { return ("", String(note.dropFirst(LinkResult.archiveMark.count))) }
        guard let mark = note.firstRange(of: "; \(LinkResult.archiveMark)") else { return (note, "") }
        return (String(note[..<mark.lowerBound]), String(note[mark.upperBound...]))
    }
}
