import TesseraModel

/// Which formats' extracts are kept.
public enum ExtractRule: Sendable {
    /// Those where it pays.
    case whatPays
    /// All of them.
    case everything

    func takes(_ format: SourceFormat) -> Bool {
        switch self {
        case .everything: true
        case .whatPays: ExtractRule.paying.contains(format.name)
        }
    }

    /// By the names of formats: where keeping costs a run at most a tenth of reading, and taking what was kept at most half
    /// of it, for a report of this project's size and for a larger one. `make bench` measures it. Other readers are so fast
    /// that keeping costs a run about as much as the next one saves, if there is one.
    private static let paying: Set<String> = ["pdf"]
}
