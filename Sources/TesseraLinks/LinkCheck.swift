import FileSystem
public import LibCurl
public import TesseraModel

/// Finds out what became of the links of datasets, and writes it into their folders.
///
/// What was found out is kept in a cache at once, so that a check that was cut short goes on where it stopped.
public struct LinkCheck {
    /// How to go about it.
    public struct Options: Sendable {
        /// Requests under way at once, each to another host.
        public var jobs = 8
        /// Milliseconds between two requests to one host.
        public var pause = 1_000
        /// Milliseconds between two requests to the archive.
        public var archivePause = 2_000
        /// What stands before an address to make that of its TimeGate; nil to ask no archive.
        public var archive: String? = "https://web.archive.org/web/"
        /// Milliseconds for which what was found out stands.
        public var maximumAge = 7 * 86_400_000
        /// Whether only the cache is asked, whatever its age.
        public var isOffline = false
        /// Whether what is in the cache does not count.
        public var isRefreshing = false
        /// When requests are made again.
        public var retries = RetryPolicy()
        /// What each answer may use up.
        public var limits = HTTPLimits()

        /// Makes options with their defaults.
        public init() {}
    }

    /// What came of a dataset.
    public struct Checked: Sendable {
        /// The dataset.
        public var dataset: DatasetLinks
        /// One for each address, in the order of the links.
        public var results: [LinkResult]
    }

    /// The folder that holds what was found out.
    public var cacheFolder: String { cache.folder }

    let options: Options
    let cache: LinkCache
    let clock: any LinkClock
    let generator: any RandomNumberGenerator
    /// Milliseconds for which an outcome stands that may be only for now, or only for this machine.
    static let uncertainAge = 3_600_000

    /// Makes a check from its parts.
    ///
    /// - Parameters:
    ///   - options: How to go about it.
    ///   - cache: Where what is found out is kept.
    ///   - clock: What tells the time.
    ///   - generator: Where the chance in waiting times comes from.
    public init(
        _ options: Options,
        cache: LinkCache,
        clock: any LinkClock = SystemClock(),
        generator: any RandomNumberGenerator = SystemRandomNumberGenerator()
    ) {
        self.options = options
        self.cache = cache
        self.clock = clock
        self.generator = generator
    }

    /// What is known without asking anybody, and what has to be asked for.
    ///
    /// - Parameters:
    ///   - datasets: The datasets.
    ///   - log: Where damaged entries of the cache are reported.
    /// - Returns: The state of the check.
    public func begin(_ datasets: [DatasetLinks], log: inout DiagnosticLog) -> LinkCheckState {
        var state = LinkCheckState(datasets: datasets, archive: options.archive)
        for dataset in datasets {
            for entry in dataset.entries where state.links[entry.url] == nil {
                consider(entry.url, &state, &log)
            }
            guard let archive = options.archive else { continue }
            for entry in dataset.entries where LinkOutcome.withoutRequest(entry.url) == nil {
                let request = ArchiveRequest(archive: archive, date: dataset.date, url: entry.url)
                if state.copies[request] == nil { consider(request, &state, &log) }
            }
        }
        return state
    }

    private func consider(_ url: String, _ state: inout LinkCheckState, _ log: inout DiagnosticLog) {
        if let outcome = LinkOutcome.withoutRequest(url) {
            state.links[url] = outcome
            return
        }
        let known = options.isRefreshing ? nil : use(cache.outcome(of: url), of: url, &log)
        state.links[url] = known ?? LinkOutcome(url, .unknown)
        guard !options.isOffline else { return }
        // Without an answer, it may be this machine that was not on the network.
        let isUncertain = known?.httpStatus == nil || known?.status.verdict == .uncertain
        if let known, isFresh(known.checkedAt, isUncertain: isUncertain) { return }
        state.errands.append(.link(LinkErrand(url, known: known, limits: options.limits)))
    }

    private func consider(_ request: ArchiveRequest, _ state: inout LinkCheckState, _ log: inout DiagnosticLog) {
        let known = options.isRefreshing ? nil : use(cache.copy(of: request), of: request.url, &log)
        state.copies[request] = known ?? ArchivedCopy(.notAsked)
        guard !options.isOffline else { return }
        if let known, isFresh(known.checkedAt, isUncertain: known.status == .failed) { return }
        let errand = ArchiveErrand(
            request.url,
            archive: request.archive,
            date: request.date?.middle,
            limits: options.limits
        )
        state.errands.append(.copy(request, errand))
    }

    private func use<Value>(_ lookup: LinkCache.Lookup<Value>, of url: String, _ log: inout DiagnosticLog) -> Value? {
        switch lookup {
        case .absent: return nil
        case .found(let value): return value
        case .damaged(let reason):
            log.append(.damagedCacheEntry(url, reason))
            return nil
        }
    }

    private func isFresh(_ moment: Moment?, isUncertain: Bool) -> Bool {
        guard let moment else { return false }
        let age = clock.now - moment
        // An entry of the future comes from a clock that was wrong.
        return age >= 0 && age <= (isUncertain ? min(options.maximumAge, Self.uncertainAge) : options.maximumAge)
    }
}

extension Diagnostic {
    fileprivate static func damagedCacheEntry(_ url: String, _ reason: String) -> Diagnostic {
        Diagnostic(
            "damaged-cache-entry",
            .warning,
            "what the cache holds of '\(url)' cannot be used: \(reason)",
            suggestion: "nothing needs to be done: it is asked for again"
        )
    }
}
