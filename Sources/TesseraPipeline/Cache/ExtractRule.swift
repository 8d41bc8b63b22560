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

    private static let paying: Set<String> = []
}
