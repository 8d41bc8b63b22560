/// How long the stages of a conversion took, in microseconds of the clock.
public struct StageTimings: Sendable, Equatable {
    /// Reading the file and extracting its text, with finding the pipeline.
    public var read = 0
    public var segment = 0
    public var normalise = 0
    public var resolve = 0
    public var check = 0
    /// Making the files of the dataset.
    public var write = 0
    /// Putting them on the disk.
    public var store = 0

    public init() {}

    /// All stages together.
    public var total: Int { StageTimings.stages.reduce(0) { $0 + self[keyPath: $1.path] } }

    /// The stages in their order, by the names that `run.json` has for them.
    static var stages: [(name: String, path: any WritableKeyPath<StageTimings, Int> & Sendable)] {
        [
            ("read", \.read), ("segment", \.segment), ("normalise", \.normalise), ("resolve", \.resolve),
            ("check", \.check), ("write", \.write), ("store", \.store),
        ]
    }

    /// Carries out a step, and adds what it took.
    mutating func measure<Result, Failure: Error>(
        _ stage: WritableKeyPath<StageTimings, Int>,
        _ step: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let start = ContinuousClock.now
        defer { self[keyPath: stage] += Int((ContinuousClock.now - start) / .microseconds(1)) }
        return try step()
    }
}
