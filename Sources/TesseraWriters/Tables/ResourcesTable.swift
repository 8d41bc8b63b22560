import TesseraModel

extension DataTable {
    /// Entries of the report's list of online resources.
    static func resources(_ report: Report) -> DataTable {
        DataTable(
            name: "resources",
            title: "Online resources that the report lists",
            fields: [
                Field("resource_id", "Number in the list", pattern: "R[1-9][0-9]*"),
                Field("organisation", "The organisation under which it stands", required: false),
                Field("title", "What the list calls it; several lines are joined by ' | '", required: false),
                Field("url", "Its address", required: false, pattern: ValuePattern.webURL, format: .uri),
            ],
            primaryKey: ["resource_id"],
            foreignKeys: [ForeignKey(field: "url", table: "links", tableField: "url")],
            rows: resourceRows(report)
        )
    }

    private static func resourceRows(_ report: Report) -> some Sequence<[Value]> & SendableMetatype {
        let urls = report.resourceURLs
        return report.resources.lazy.map { entry in
            [
                .text(entry.id), .optional(report.organisation(of: entry)), .text(report.title(of: entry)),
                .optional(urls[entry.id]),
            ]
        }
    }
}

extension Report {
    func organisation(of entry: ResourceEntry) -> String? {
        entry.organisation.map { organisations[$0].text }
    }

    /// The entry's own lines; where there are none, the link is the organisation's own page.
    func title(of entry: ResourceEntry) -> String {
        entry.titles.isEmpty ? organisation(of: entry) ?? "" : entry.titles.joined
    }

    /// The URL of each entry that has one, by its id.
    var resourceURLs: [String: String] {
        var urls: [String: String] = [:]
        for link in links where link.kind == .url {
            if case .resource(let id) = link.place, urls[id] == nil { urls[id] = link.url }
        }
        return urls
    }
}
