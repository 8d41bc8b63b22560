/// What happens in a run, as it happens; documents are named by their number in the order of the run, from 0.
public enum RunEvent: Sendable {
    /// Work on a document has begun.
    case began(Int, SourcePath)
    /// A document is converted, or has failed; what becomes of it is told once those before it are done.
    case ended(Int)
    /// What became of a document: once for each, in the order of the run.
    case finished(Int, RunOutcome)
    /// Nothing: time to look at the clock. Comes several times a second while documents are under way in other processes.
    case tick
}
