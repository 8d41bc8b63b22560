import LibCurl

extension LinkStatus {
    /// What the number in a status line (RFC 9110, section 15) says of a page that is no redirect.
    init(httpStatus: Int) {
        switch httpStatus {
        case 200..<300, 300: self = .ok
        case 401, 407: self = .unauthorised
        case 403, 451: self = .forbidden
        case 404: self = .notFound
        case 410: self = .gone
        case 429: self = .rateLimited
        case 400..<500: self = .clientError
        case 500..<600: self = .serverError
        default: self = .badResponse
        }
    }

    init(_ failure: HTTPFailure.Kind) {
        switch failure {
        case .invalidAddress: self = .invalid
        case .hostNotFound: self = .dnsFailure
        case .refused: self = .refused
        case .unreachable: self = .unreachable
        case .proxy, .local: self = .localFailure
        case .tls: self = .tlsFailure
        case .timeout: self = .timeout
        case .tooSlow: self = .tooSlow
        case .emptyAnswer: self = .emptyAnswer
        case .connectionLost: self = .connectionLost
        case .malformed: self = .badResponse
        case .truncated: self = .truncated
        case .headTooLarge: self = .headTooLarge
        }
    }
}
