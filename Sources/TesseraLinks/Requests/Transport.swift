public import LibCurl

/// What carries requests to web servers, several at once, on the thread that calls it.
public protocol Transport: AnyObject {
    /// Begins a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - ticket: A number that its completion will bear.
    func begin(_ request: HTTPRequest, ticket: Int)

    /// Works on the requests until one is done, or the time is over, or a signal arrives.
    ///
    /// - Parameter milliseconds: How long to wait.
    /// - Returns: The requests that are done; none where the time was over first.
    func wait(milliseconds: Int) -> [HTTPCompletion]

    /// Gives up all requests that are under way; they have no completion.
    func cancelAll()
}

extension CurlTransfers: Transport {}
