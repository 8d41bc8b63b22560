/// Why there is no workbook.
public enum XLSXFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// The library cannot be loaded; what the loader of libraries said.
    case missingLibrary(String)
    /// A sheet is too large, or has a name that none may have; what is wrong with which.
    case unfit(String)
    /// The library or the system failed; what they said.
    case failed(String)

    /// One line of text for a person.
    public var description: String {
        switch self {
        case .missingLibrary(let reason): "libxlsxwriter cannot be loaded: \(reason)"
        case .unfit(let reason): reason
        case .failed(let reason): "libxlsxwriter: \(reason)"
        }
    }
}
