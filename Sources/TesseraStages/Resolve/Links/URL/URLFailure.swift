/// Why a text is no URL, in words that complete "the address …".
struct URLFailure: Error, Equatable {
    var reason: String

    init(_ reason: String) { self.reason = reason }
}
