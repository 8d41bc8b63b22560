/// What is known in the course of a check, and what is still to be found out.
public struct LinkCheckState {
    /// Something to find out.
    enum Pending {
        case link(LinkErrand)
        case copy(ArchiveRequest, ArchiveErrand)
    }

    let datasets: [DatasetLinks]
    let archive: String?
    var links: [String: LinkOutcome] = [:]
    var copies: [ArchiveRequest: ArchivedCopy] = [:]
    var errands: [Pending] = []

    /// How many things are to be found out.
    public var pendingCount: Int { errands.count }

    init(datasets: [DatasetLinks], archive: String?) {
        self.datasets = datasets
        self.archive = archive
    }

    /// What is known of each dataset.
    public var checked: [LinkCheck.Checked] {
        datasets.map { dataset in
            LinkCheck.Checked(
                dataset: dataset,
                results: dataset.entries.map { entry in
                    let request = archive.map { ArchiveRequest(archive: $0, date: dataset.date, url: entry.url) }
                    var result = LinkResult(
                        link: links[entry.url] ?? LinkOutcome(entry.url, .unknown),
                        copy: request.flatMap { copies[$0] } ?? ArchivedCopy(.notAsked),
                        place: entry.place
                    )
                    // What an earlier check has written stands until somebody asks again.
                    if let recorded = dataset.recorded[entry.url] {
                        if result.link.status == .unknown { result.link = recorded.link }
                        // A copy that was found does not go away because the archive gives no answer today.
                        let isStanding = result.copy.status == .failed && recorded.copy.status == .found
                        if result.copy.status == .notAsked || isStanding { result.copy = recorded.copy }
                    }
                    return result
                }
            )
        }
    }
}
