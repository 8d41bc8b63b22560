import LibCurl

/// Finds out what became of one link: asks for its page, and follows redirects one by one.
struct LinkErrand: Errand {
    /// As many redirects as browsers follow (Fetch Standard, section 4.4).
    static let longestChain = 20

    private let known: LinkOutcome?
    private let limits: HTTPLimits
    private var outcome: LinkOutcome
    /// Without fragments.
    private var visited: Set<String> = []
    private var setsCookies = false

    /// - Parameters:
    ///   - url: an address of the web.
    ///   - known: what was found out before, by which a page that has not changed is recognised.
    ///   - limits: what each answer may use up.
    init(_ url: String, known: LinkOutcome?, limits: HTTPLimits) {
        self.known = known?.status.verdict == .alive ? known : nil
        self.limits = limits
        outcome = LinkOutcome(url, .unknown)
    }

    mutating func begin() -> HTTPRequest {
        visited.insert(WebAddress.withoutFragment(outcome.url))
        return request(.head)
    }

    private func request(_ method: HTTPRequest.Method) -> HTTPRequest {
        var headers: [HTTPHeader] = []
        // Only the page at the end of the chain has a version that was kept.
        if let known, known.finalURL == outcome.finalURL {
            if let tag = known.entityTag { headers.append(HTTPHeader("If-None-Match", tag)) }
            if let date = known.lastModified { headers.append(HTTPHeader("If-Modified-Since", date)) }
        }
        return HTTPRequest(method, outcome.finalURL, headers: headers, limits: limits)
    }

    mutating func proceed(with reply: Reply) -> Step {
        outcome.attempts += reply.attempts
        outcome.checkedAt = reply.moment
        outcome.note = reply.note ?? ""
        switch reply.result {
        case .failure(let failure): return take(failure, of: reply)
        case .success(let answer): return take(answer, of: reply)
        }
    }

    private mutating func take(_ failure: HTTPFailure, of reply: Reply) -> Step {
        outcome.httpStatus = failure.status == 0 ? nil : failure.status
        // Some servers stumble over HEAD alone.
        if reply.request.method == .head, reply.attempts > 0, [.malformed, .headTooLarge].contains(failure.kind) {
            return .ask(request(.get))
        }
        return finish(LinkStatus(failure.kind), failure.message)
    }

    private mutating func take(_ answer: HTTPAnswer, of reply: Reply) -> Step {
        outcome.httpStatus = answer.status
        if answer.status == 304 { return takeUnchanged(answer) }
        if [301, 302, 303, 307, 308].contains(answer.status) { return follow(answer) }
        // No page is called missing because of HEAD alone: many servers do not know it, or refuse it.
        if reply.request.method == .head, answer.status >= 400, answer.status != 429, reply.note == nil {
            return .ask(request(.get))
        }
        outcome.entityTag = answer.validator("ETag")
        outcome.lastModified = answer.validator("Last-Modified")
        let status = LinkStatus(httpStatus: answer.status)
        return finish(status == .ok ? reached : status, status == .badResponse ? "no such status is known" : "")
    }

    /// The page is the one that was seen before.
    private mutating func takeUnchanged(_ answer: HTTPAnswer) -> Step {
        guard let known, known.finalURL == outcome.finalURL, known.entityTag ?? known.lastModified != nil else {
            return finish(.badResponse, "the server says that nothing has changed, and nobody had asked that")
        }
        outcome.entityTag = answer.validator("ETag") ?? known.entityTag
        outcome.lastModified = answer.validator("Last-Modified") ?? known.lastModified
        return finish(reached, "not changed since the last check")
    }

    private mutating func follow(_ answer: HTTPAnswer) -> Step {
        let location = answer.value(of: "Location")
        if answer.value(of: "Set-Cookie") != nil { setsCookies = true }
        guard let target = answer.redirectTarget else {
            outcome.hops.append(LinkOutcome.Hop(status: answer.status, target: ""))
            return finish(
                .badRedirect,
                location.map { "the redirect leads to '\($0)', which is no address" } ?? "the redirect names no target"
            )
        }
        outcome.hops.append(LinkOutcome.Hop(status: answer.status, target: target))
        guard let address = WebAddress(target), address.isWeb else {
            return finish(.badRedirect, "the redirect leads to something other than a web page")
        }
        outcome.finalURL = target
        guard visited.insert(WebAddress.withoutFragment(target)).inserted else {
            return finish(setsCookies ? .needsCookies : .redirectLoop, "")
        }
        guard outcome.hops.count <= Self.longestChain else {
            return finish(.tooManyRedirects, "more than \(Self.longestChain) redirects")
        }
        return .ask(request(.head))
    }

    /// How the page was reached, where it was.
    private var reached: LinkStatus {
        guard !outcome.hops.isEmpty else { return .ok }
        return outcome.hops.contains { [301, 308].contains($0.status) } ? .moved : .redirected
    }

    private mutating func finish(_ status: LinkStatus, _ note: String) -> Step {
        outcome.status = status
        var notes = [note, outcome.note]
        if status.verdict == .alive, !outcome.hops.isEmpty, WebAddress(outcome.finalURL)?.isFrontPage == true,
            WebAddress(outcome.url)?.isFrontPage == false
        {
            // A "soft 404": the server knows the page no longer and does not say so.
            notes.append("it ends at a front page: the page itself may be gone")
        }
        outcome.note = notes.filter { !$0.isEmpty }.joined(separator: "; ")
        return .done(.link(outcome))
    }
}

extension HTTPAnswer {
    /// What may be sent back as it is; nil for what is no text of one line.
    fileprivate func validator(_ name: String) -> String? {
        value(of: name).flatMap { text in text.isEmpty || text.utf8.contains { $0 < 0x20 } ? nil : text }
    }
}
