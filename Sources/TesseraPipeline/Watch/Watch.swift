import FileSystem

/// Finds out what there is to convert, from one look at the inputs after the other.
///
/// A file counts once two looks in a row have shown the same: what is half written, or gone for a moment while another
/// takes its place, is left alone.
public struct Watch: Sendable {
    /// What is to be done after a look.
    public struct Findings: Sendable, Equatable {
        /// The pipeline files have changed, so that they are to be read anew; all documents come with the next look.
        public var settingsChanged = false
        /// Documents that are new or have changed, in the order of a run.
        public var changed: [SourcePath] = []
        /// What documents were called that are gone.
        public var gone: [String] = []
    }

    /// The stamps of documents as they were converted.
    private var done: [SourcePath: [FileStamp?]]
    private var known: Set<SourcePath>
    private var settings: [String: FileStamp]
    private var last: WatchListing
    private var isHeld = false

    /// Begins to watch.
    ///
    /// - Parameter listing: What was there before it was converted.
    public init(_ listing: WatchListing) {
        done = listing.stamps
        known = Set(listing.sources)
        settings = listing.settings
        last = listing
    }

    /// Takes the next look.
    ///
    /// What is found counts as done: it is told once, unless it changes again.
    /// - Parameter listing: What is there.
    /// - Returns: What is to be done.
    public mutating func look(_ listing: WatchListing) -> Findings {
        defer { last = listing }
        var findings = Findings()
        if listing.settings != settings, listing.settings == last.settings {
            settings = listing.settings
            findings.settingsChanged = true
            isHeld = false
            // What was done with other pipelines is to be done again.
            done = [:]
            return findings
        }
        let names = Set(listing.sources.map(\.label))
        for source in known where listing.stamps[source] == nil && last.stamps[source] == nil {
            known.remove(source)
            done[source] = nil
            // A report that got another part is not gone.
            if !names.contains(source.label) { findings.gone.append(source.label) }
        }
        findings.gone.sort()
        known.formUnion(listing.sources)
        guard !isHeld else { return findings }
        for source in listing.sources {
            guard let stamps = listing.stamps[source], !stamps.contains(nil), stamps == last.stamps[source],
                stamps != done[source]
            else { continue }
            done[source] = stamps
            findings.changed.append(source)
        }
        return findings
    }

    /// Notes that the pipeline files were read anew.
    ///
    /// - Parameter listing: What is there, with the files that they name now.
    public mutating func reloaded(_ listing: WatchListing) {
        // What was there when they were read counts: who has touched a file since then is noticed.
        settings = Dictionary(uniqueKeysWithValues: listing.settings.map { ($0, settings[$0] ?? $1) })
        last = listing
    }

    /// Holds documents back until the pipeline files change again, because there is a mistake in them; then all are
    /// converted.
    public mutating func hold() {
        isHeld = true
        done = [:]
    }
}
