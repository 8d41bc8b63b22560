/// What came of a request that was begun.
public struct HTTPCompletion: Sendable, Equatable {
    /// The number that the request was given.
    public var ticket: Int
    /// The answer, or why there is none.
    public var result: Result<HTTPAnswer, HTTPFailure>

    /// Makes a completion from its parts.
    ///
    /// - Parameters:
    ///   - ticket: The number that the request was given.
    ///   - result: The answer, or why there is none.
    public init(ticket: Int, result: Result<HTTPAnswer, HTTPFailure>) {
        self.ticket = ticket
        self.result = result
    }
}
