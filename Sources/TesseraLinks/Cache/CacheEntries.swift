import TesseraModel

extension LinkOutcome {
    /// The outcome as the cache keeps it.
    var json: JSONValue {
        .object([
            "url": .string(url), "status": .string(status.rawValue),
            "http_status": httpStatus.map { .number($0) } ?? .null, "final_url": .string(finalURL),
            "redirects": .array(
                hops.map { .object(["status": .number($0.status), "target": .string($0.target)]) }
            ),
            "checked_at": .optional(checkedAt?.description), "attempts": .number(attempts), "note": .string(note),
            "etag": .optional(entityTag), "last_modified": .optional(lastModified),
        ])
    }

    /// Nil for anything but what ``json`` gives.
    init?(json: JSONValue) {
        guard case .object(let members) = json, let url = members["url"]?.text,
            let status = members["status"]?.text.flatMap(LinkStatus.init), let finalURL = members["final_url"]?.text,
            case .array(let hops)? = members["redirects"], let attempts = members["attempts"]?.integer,
            let note = members["note"]?.text
        else { return nil }
        self.init(url, status, note: note)
        self.finalURL = finalURL
        self.attempts = attempts
        self.hops = hops.compactMap(Hop.init)
        httpStatus = members["http_status"]?.integer
        checkedAt = members["checked_at"]?.text.flatMap { Moment($0) }
        entityTag = members["etag"]?.text
        lastModified = members["last_modified"]?.text
        guard self.hops.count == hops.count, checkedAt != nil else { return nil }
    }
}

extension LinkOutcome.Hop {
    fileprivate init?(_ json: JSONValue) {
        guard case .object(let members) = json, let status = members["status"]?.integer,
            let target = members["target"]?.text
        else { return nil }
        self.init(status: status, target: target)
    }
}

extension ArchivedCopy {
    /// The copy as the cache keeps it.
    var json: JSONValue {
        .object([
            "status": .string(status.rawValue), "url": .optional(url),
            "archived_at": .optional(archivedAt?.description), "checked_at": .optional(checkedAt?.description),
            "note": .string(note),
        ])
    }

    /// Nil for anything but what ``json`` gives.
    init?(json: JSONValue) {
        guard case .object(let members) = json, let status = members["status"]?.text.flatMap(Status.init),
            let checkedAt = members["checked_at"]?.text.flatMap({ Moment($0) }), let note = members["note"]?.text
        else { return nil }
        self.init(
            status,
            url: members["url"]?.text,
            archivedAt: members["archived_at"]?.text.flatMap { Moment($0) },
            checkedAt: checkedAt,
            note: note
        )
        guard (status == .found) == (url != nil && archivedAt != nil) else { return nil }
    }
}

extension JSONValue {
    /// Nil for anything but a string.
    fileprivate var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// Nil for anything but a whole number.
    fileprivate var integer: Int? {
        if case .number(let number) = self { Int(exactly: number) } else { nil }
    }
}
