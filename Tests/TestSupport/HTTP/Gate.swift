import Foundation

/// Where a server holds a request until the test lets it go on.
public final class Gate: Sendable {
    private let arrivals = DispatchSemaphore(value: 0)
    private let passes = DispatchSemaphore(value: 0)

    public init() {}

    /// Waits until a request stands at the gate.
    public func waitForArrival() { arrivals.wait() }

    /// Lets all requests pass, those to come as well.
    public func open() { passes.signal() }

    func arrive() {
        arrivals.signal()
        passes.wait()
        // For the next one.
        passes.signal()
    }
}
