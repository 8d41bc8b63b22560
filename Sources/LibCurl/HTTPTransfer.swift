import CCurl
import Glibc

/// One request on its way.
///
/// At one address for good: libcurl calls back with it. It belongs to the thread that drives the transfers.
@safe
final class HTTPTransfer {
    let ticket: Int
    let handle: OpaquePointer
    private let library: CurlLibrary
    private let limits: HTTPLimits
    /// libcurl writes its messages here while the handle lives.
    private let message: UnsafeMutablePointer<CChar>
    private var lines: UnsafeMutablePointer<curl_slist>?
    private var head = HTTPHead()
    private var bodyBytes = 0
    private var isBodyCut = false

    /// Prepares a request; nil where memory or the library does not suffice.
    init?(_ request: HTTPRequest, ticket: Int, settings: CurlTransfers.Settings, library: CurlLibrary) {
        guard let handle = unsafe library.call({ $0.easy_init() }) else { return nil }
        self.ticket = ticket
        self.library = library
        limits = request.limits
        unsafe self.handle = handle
        unsafe message = .allocate(capacity: Int(CURL_ERROR_SIZE))
        unsafe message.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        guard setUp(request, settings), setUpLines(request), setUpSinks() else { return nil }
    }

    deinit {
        library.call { functions in
            unsafe functions.easy_cleanup(handle)
            unsafe functions.slist_free_all(lines)
        }
        unsafe message.deallocate()
    }

    private func setUp(_ request: HTTPRequest, _ settings: CurlTransfers.Settings) -> Bool {
        var isSound =
            set(CURLOPT_URL, request.url) && set(CURLOPT_PROTOCOLS_STR, "http,https")
            && set(CURLOPT_USERAGENT, settings.userAgent)
            && set(CURLOPT_NOBODY, request.method == .head ? 1 : 0)
            // Signals belong to the program; name look-ups then run in a thread of their own.
            && set(CURLOPT_NOSIGNAL, 1)
            // What a server wrote behind one answer cannot become the beginning of the next.
            && set(CURLOPT_FORBID_REUSE, 1)
            && set(CURLOPT_CONNECTTIMEOUT_MS, limits.connect) && set(CURLOPT_TIMEOUT_MS, limits.whole)
        if !settings.usesProxy { isSound = isSound && set(CURLOPT_PROXY, "") }
        return isSound
    }

    private func setUpLines(_ request: HTTPRequest) -> Bool {
        for header in [HTTPHeader("Accept", "*/*")] + request.headers {
            // A line end in a value would begin a line of its own.
            guard !header.value.utf8.contains(where: { $0 < 0x20 }) else { return false }
            let line = "\(header.name): \(header.value)"
            let longer = unsafe library.call { functions in unsafe functions.slist_append(lines, line) }
            guard let longer = unsafe longer else { return false }
            unsafe lines = longer
        }
        return unsafe tessera_curl_set_pointer(library.functions, handle, CURLOPT_HTTPHEADER, lines) == CURLE_OK
    }

    private func setUpSinks() -> Bool {
        // SAFETY: the list of transfers keeps this object until its handle is taken out of libcurl's.
        let owner = unsafe Unmanaged.passUnretained(self).toOpaque()
        let functions = unsafe library.functions
        let headSink: tessera_curl_sink = { bytes, size, count, owner in
            unsafe HTTPTransfer.take(bytes, size * count, owner) { unsafe $0.takeHead($1) }
        }
        let bodySink: tessera_curl_sink = { bytes, size, count, owner in
            unsafe HTTPTransfer.take(bytes, size * count, owner) { unsafe $0.takeBody($1) }
        }
        return unsafe tessera_curl_set_pointer(functions, handle, CURLOPT_ERRORBUFFER, message) == CURLE_OK
            && tessera_curl_set_pointer(functions, handle, CURLOPT_HEADERDATA, owner) == CURLE_OK
            && tessera_curl_set_pointer(functions, handle, CURLOPT_WRITEDATA, owner) == CURLE_OK
            && tessera_curl_set_sink(functions, handle, CURLOPT_HEADERFUNCTION, headSink) == CURLE_OK
            && tessera_curl_set_sink(functions, handle, CURLOPT_WRITEFUNCTION, bodySink) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: Int) -> Bool {
        unsafe tessera_curl_set_long(library.functions, handle, option, value) == CURLE_OK
    }

    private func set(_ option: CURLoption, _ value: String) -> Bool {
        unsafe tessera_curl_set_text(library.functions, handle, option, value) == CURLE_OK
    }

    /// Hands bytes from libcurl to the transfer that they belong to.
    /// - Returns: how many bytes were taken; another number than their count ends the transfer.
    private static func take(
        _ bytes: UnsafeMutablePointer<CChar>?,
        _ count: Int,
        _ owner: UnsafeMutableRawPointer?,
        _ body: (HTTPTransfer, UnsafeRawBufferPointer) -> Bool
    ) -> Int {
        guard let owner = unsafe owner else { return 0 }
        let transfer = unsafe Unmanaged<HTTPTransfer>.fromOpaque(owner).takeUnretainedValue()
        let isTaken = unsafe body(transfer, UnsafeRawBufferPointer(start: bytes, count: count))
        // 0 would mean that no bytes, which may come, were taken.
        return isTaken ? count : count + 1
    }

    private func takeHead(_ bytes: UnsafeRawBufferPointer) -> Bool {
        unsafe head.append(bytes)
        return head.byteCount <= limits.head
    }

    private func takeBody(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let room = limits.body - bodyBytes
        bodyBytes += min(bytes.count, room)
        isBodyCut = bytes.count > room
        return !isBodyCut
    }

    /// What came of it.
    func outcome(_ code: CURLcode) -> Result<HTTPAnswer, HTTPFailure> {
        let status = unsafe tessera_curl_long(library.functions, handle, CURLINFO_RESPONSE_CODE)
        if code == CURLE_OK || isBodyCut {
            return .success(
                HTTPAnswer(
                    status: status,
                    headers: head.headers,
                    redirectTarget: redirectTarget,
                    bodyBytes: bodyBytes,
                    isBodyCut: isBodyCut
                )
            )
        }
        guard head.byteCount <= limits.head else {
            return .failure(
                HTTPFailure(.headTooLarge, "the head is larger than \(limits.head) bytes", status: status)
            )
        }
        let refused = unsafe tessera_curl_long(library.functions, handle, CURLINFO_OS_ERRNO) == Int(ECONNREFUSED)
        let hasBegun = head.byteCount > 0
        let kind = HTTPFailure.Kind(code, isConnectionRefused: refused, hasBegun: hasBegun)
        return .failure(HTTPFailure(kind, words(for: code), status: status))
    }

    private var redirectTarget: String? {
        guard let text = unsafe tessera_curl_text(library.functions, handle, CURLINFO_REDIRECT_URL) else { return nil }
        return unsafe String(cString: text)
    }

    private func words(for code: CURLcode) -> String {
        let own = unsafe String(cString: message)
        if !own.isEmpty { return own }
        return library.call { functions in
            guard let text = functions.easy_strerror(code) else { return "error \(code.rawValue)" }
            return unsafe String(cString: text)
        }
    }
}
