public import TesseraModel

/// All that was found out about a link.
public struct LinkResult: Sendable, Equatable {
    /// What became of it.
    public var link: LinkOutcome
    /// The archived copy of its page.
    public var copy: ArchivedCopy
    /// Where the dataset has it first.
    public var place: String

    /// Whether a server said anything, about the link or its copy, in this check or in one that the cache remembers.
    public var isAnswered: Bool {
        link.httpStatus != nil || (copy.checkedAt != nil && copy.status != .failed)
    }

    /// What stands before a note that is about the copy.
    static let archiveMark = "archive: "

    /// What else there is to say about both.
    public var note: String {
        [link.note, copy.note.isEmpty ? "" : Self.archiveMark + copy.note].filter { !$0.isEmpty }.joined(
            separator: "; "
        )
    }

    /// The result as programs read it: the columns of the table, and the place.
    public var json: JSONValue {
        .object([
            "url": .string(link.url), "place": .string(place), "status": .string(link.status.rawValue),
            "verdict": .string(link.status.verdict.rawValue),
            "http_status": link.httpStatus.map { .number($0) } ?? .null, "final_url": .string(link.finalURL),
            "redirects": .array(
                link.hops.map { .object(["status": .number($0.status), "target": .string($0.target)]) }
            ),
            "checked_at": .optional(link.checkedAt?.description), "attempts": .number(link.attempts),
            "archive_status": .string(copy.status.rawValue), "archived_url": .optional(copy.url),
            "archived_at": .optional(copy.archivedAt?.description), "note": .string(note),
        ])
    }
}
