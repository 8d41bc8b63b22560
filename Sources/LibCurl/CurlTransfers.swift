import CCurl

/// Requests under way at once, on one thread (libcurl-multi(3)).
@safe
public final class CurlTransfers {
    /// What all requests have in common.
    public struct Settings: Sendable, Equatable {
        /// How the program names itself to servers.
        public var userAgent: String
        /// Whether a proxy that the environment names (`http_proxy`, `https_proxy`, `no_proxy`) is used.
        public var usesProxy: Bool

        /// Makes settings from their parts.
        ///
        /// - Parameters:
        ///   - userAgent: How the program names itself.
        ///   - usesProxy: Whether a proxy of the environment is used.
        public init(userAgent: String, usesProxy: Bool = true) {
            self.userAgent = userAgent
            self.usesProxy = usesProxy
        }
    }

    private let settings: Settings
    private let library: CurlLibrary
    private let multi: OpaquePointer
    private var transfers: [HTTPTransfer] = []
    /// What came to an end before it began.
    private var failed: [HTTPCompletion] = []

    /// Loads libcurl and makes ready for requests.
    ///
    /// - Parameter settings: What all requests have in common.
    /// - Throws: `CurlUnavailable` where libcurl is not installed, or is older than 7.85.
    public init(_ settings: Settings) throws(CurlUnavailable) {
        self.settings = settings
        library = try CurlLibrary.shared()
        guard let multi = unsafe library.call({ $0.multi_init() }) else {
            throw CurlUnavailable(reason: "there is no memory for it")
        }
        unsafe self.multi = multi
    }

    deinit {
        cancelAll()
        _ = library.call { unsafe $0.multi_cleanup(multi) }
    }

    /// Begins a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - ticket: A number that its completion will bear.
    public func begin(_ request: HTTPRequest, ticket: Int) {
        let transfer = HTTPTransfer(request, ticket: ticket, settings: settings, library: library)
        guard let transfer,
            library.call({ unsafe $0.multi_add_handle(multi, transfer.handle) }) == CURLM_OK
        else {
            let reason = "libcurl does not take the request: too old a version, too little memory, or a line end in it"
            return failed.append(HTTPCompletion(ticket: ticket, result: .failure(HTTPFailure(.local, reason))))
        }
        transfers.append(transfer)
    }

    /// Works on the requests until one is done, or the time is over, or a signal arrives.
    ///
    /// - Parameter milliseconds: How long to wait.
    /// - Returns: The requests that are done; none where the time was over first.
    public func wait(milliseconds: Int) -> [HTTPCompletion] {
        var done = failed
        failed = []
        perform(&done)
        guard done.isEmpty, !transfers.isEmpty else { return done }
        let time = Int32(clamping: milliseconds)
        _ = library.call { unsafe $0.multi_poll(multi, nil, 0, time, nil) }
        perform(&done)
        return done
    }

    /// Gives up all requests that are under way; they have no completion.
    public func cancelAll() {
        failed = []
        for transfer in transfers { leave(transfer) }
        transfers = []
    }

    private func perform(_ done: inout [HTTPCompletion]) {
        var running: Int32 = 0
        _ = library.call { unsafe $0.multi_perform(multi, &running) }
        var code = CURLE_OK
        while let handle = unsafe tessera_curl_ended(library.functions, multi, &code) {
            guard let index = transfers.firstIndex(where: { unsafe $0.handle == handle }) else { continue }
            let transfer = transfers.remove(at: index)
            done.append(HTTPCompletion(ticket: transfer.ticket, result: transfer.outcome(code)))
            leave(transfer)
        }
    }

    private func leave(_ transfer: HTTPTransfer) {
        _ = library.call { unsafe $0.multi_remove_handle(multi, transfer.handle) }
    }
}
