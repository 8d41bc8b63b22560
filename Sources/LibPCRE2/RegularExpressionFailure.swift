/// Why a regular expression could not be compiled or matched.
public enum RegularExpressionFailure: Error, Sendable, Equatable {
    /// The pattern is not a regular expression; the offset is in UTF-8 bytes of the pattern, from 0.
    case invalidPattern(message: String, offset: Int)
    /// The search took more steps or memory than one search may take.
    case matchLimit
    /// The start of the search lies outside the text.
    case invalidOffset(Int)
    /// The library failed for another reason, such as a lack of memory.
    case engine(message: String)
}

extension RegularExpressionFailure: CustomStringConvertible {
    /// One line of text for a person.
    public var description: String {
        switch self {
        case .invalidPattern(let message, let offset):
            "\(message) at byte \(offset) of the pattern"
        case .matchLimit:
            "the pattern needs too many steps on this text"
        case .invalidOffset(let offset):
            "a search cannot start at byte \(offset), which lies outside the text"
        case .engine(let message):
            message
        }
    }
}
