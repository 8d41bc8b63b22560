import FileSystem
public import TesseraModel

/// What tells the time and lets it pass. Tests have one by which nobody sleeps.
public protocol LinkClock: AnyObject {
    /// The present moment; it never goes back.
    var now: Moment { get }

    /// Waits.
    ///
    /// - Parameters:
    ///   - moment: Until when.
    ///   - isInterrupted: Asked now and then: whether to wait no longer.
    func sleep(until moment: Moment, unless isInterrupted: () -> Bool)
}

/// The clock of this machine.
public final class SystemClock: LinkClock {
    /// The date comes from the machine once; from then on only the time that passes counts, so that nobody who sets
    /// the date makes a pause longer or shorter.
    private let start = FileSystem.timeOfDay - FileSystem.steadyTime
    /// In milliseconds: how long Ctrl-C may go unnoticed.
    static let slice = 200

    /// Makes a clock that goes by the machine's.
    public init() {}

    public var now: Moment { Moment(milliseconds: start + FileSystem.steadyTime) }

    public func sleep(until moment: Moment, unless isInterrupted: () -> Bool) {
        while !isInterrupted() {
            let rest = min(moment - now, Self.slice)
            guard rest > 0 else { return }
            FileSystem.pause(milliseconds: rest)
        }
    }
}
