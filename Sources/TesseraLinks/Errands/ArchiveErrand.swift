import LibCurl
import TesseraModel

/// Finds the archived copy of a page that is nearest to a date, by the Memento protocol (RFC 7089).
///
/// The archive's TimeGate is asked for the page as of the date, and redirects are followed to the copy, which says of when
/// it is (`Memento-Datetime`). An archive that answers with the copy at once (section 4.1.2) is understood as well.
struct ArchiveErrand: Errand {
    private static let longestChain = 10

    private let original: String
    private let date: Moment?
    private let limits: HTTPLimits
    private var current: String
    private var visited: Set<String> = []
    /// What the TimeGate's `Link` header says of the address that it redirects to.
    private var promised: (url: String, moment: Moment)?

    /// - Parameters:
    ///   - url: the page.
    ///   - archive: what stands before the page's address to make that of its TimeGate.
    ///   - date: which copy is wanted; nil for the newest.
    ///   - limits: what each answer may use up.
    init(_ url: String, archive: String, date: Moment?, limits: HTTPLimits) {
        original = url
        self.date = date
        self.limits = limits
        current = archive + url
    }

    mutating func begin() -> HTTPRequest {
        visited.insert(current)
        return request(.head)
    }

    private func request(_ method: HTTPRequest.Method) -> HTTPRequest {
        let headers = date.map { [HTTPHeader("Accept-Datetime", HTTPDate.format($0))] } ?? []
        return HTTPRequest(method, current, headers: headers, limits: limits)
    }

    mutating func proceed(with reply: Reply) -> Step {
        switch reply.result {
        case .failure(let failure): return fail("\(LinkStatus(failure.kind).rawValue): \(failure.message)", reply)
        case .success(let answer): return take(answer, of: reply)
        }
    }

    private mutating func take(_ answer: HTTPAnswer, of reply: Reply) -> Step {
        // A copy of a redirect is a redirect that has a date (section 4.5.3): so this is looked for first.
        if let text = answer.value(of: "Memento-Datetime") {
            guard let moment = HTTPDate.parse(text, now: reply.moment) else {
                return fail("'\(text)' is no date", reply)
            }
            return .done(.copy(copy(answer, of: moment, reply)))
        }
        switch answer.status {
        case 300..<400: return follow(answer, reply)
        case 404: return finish(.none, "", reply)
        case 200..<300: return fail("the answer does not say of when the copy is", reply)
        case 400... where reply.request.method == .head && reply.note == nil && answer.status != 429:
            return .ask(request(.get))
        default: return fail("HTTP status \(answer.status)", reply)
        }
    }

    private func copy(_ answer: HTTPAnswer, of moment: Moment, _ reply: Reply) -> ArchivedCopy {
        // Where the TimeGate itself answers, this is the address of the copy.
        let location = answer.value(of: "Content-Location").flatMap { WebAddress($0)?.isWeb == true ? $0 : nil }
        var copy = ArchivedCopy(.found, url: location ?? current, archivedAt: moment, checkedAt: reply.moment)
        if let page = links(of: answer).first("original")?.target, !isOriginal(page) {
            copy.note = "the copy is of \(page)"
        }
        return copy
    }

    private mutating func follow(_ answer: HTTPAnswer, _ reply: Reply) -> Step {
        guard let target = answer.redirectTarget, WebAddress(target)?.isWeb == true else {
            return fail("the redirect leads nowhere", reply)
        }
        let entry = links(of: answer).values.first { $0.target == target && $0.relations.contains("memento") }
        if let moment = entry?["datetime"].flatMap({ HTTPDate.parse($0, now: reply.moment) }) {
            promised = (target, moment)
        }
        guard visited.insert(target).inserted, visited.count <= Self.longestChain else {
            return fail("the redirects do not end", reply)
        }
        current = target
        return .ask(request(.head))
    }

    private func links(of answer: HTTPAnswer) -> LinkHeader {
        LinkHeader(answer.values(of: "Link").joined(separator: ", "))
    }

    /// Whether an address is that of the page, apart from what archives change: the scheme, `www.`, the case of the host,
    /// the standard port and a slash at the end.
    private func isOriginal(_ page: String) -> Bool {
        func key(_ url: String) -> String? {
            guard let address = WebAddress(url) else { return nil }
            let host = address.host.hasPrefix("www.") ? String(address.host.dropFirst(4)) : address.host
            let port = ["80", "443"].contains(address.port) ? "" : address.port
            let path = address.pathAndQuery
            return "\(host):\(port)\(path.hasSuffix("/") ? String(path.dropLast()) : path)"
        }
        return key(page) == key(original)
    }

    private func fail(_ note: String, _ reply: Reply) -> Step {
        let note = [note, reply.note ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
        // The archive has told which copy it is, and cannot show it just now.
        if let promised, promised.url == current {
            return .done(
                .copy(
                    ArchivedCopy(
                        .found,
                        url: promised.url,
                        archivedAt: promised.moment,
                        checkedAt: reply.moment,
                        note: "the archive names the copy and did not show it: \(note)"
                    )
                )
            )
        }
        return finish(.failed, note, reply)
    }

    private func finish(_ status: ArchivedCopy.Status, _ note: String, _ reply: Reply) -> Step {
        .done(.copy(ArchivedCopy(status, checkedAt: reply.moment, note: note)))
    }
}
