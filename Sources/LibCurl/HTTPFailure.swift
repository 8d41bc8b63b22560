import CCurl

/// Why there is no whole answer.
public struct HTTPFailure: Error, Sendable, Equatable {
    /// What went wrong.
    public enum Kind: String, Sendable, CaseIterable {
        /// The address is none that can be asked.
        case invalidAddress
        /// No machine has that name.
        case hostNotFound
        /// The machine is there, and nobody listens.
        case refused
        /// No way leads to the machine.
        case unreachable
        /// The proxy of this machine cannot be used.
        case proxy
        /// The encryption could not be agreed upon, or the certificate is not trusted.
        case tls
        /// Nothing came in time.
        case timeout
        /// Something came, and the rest not in time.
        case tooSlow
        /// The server closed the connection without a word.
        case emptyAnswer
        /// The connection broke.
        case connectionLost
        /// What came is no HTTP.
        case malformed
        /// The body ended before its announced end.
        case truncated
        /// The head is larger than the limit.
        case headTooLarge
        /// Something in this machine: no memory, no free descriptor.
        case local
    }

    /// What went wrong.
    public var kind: Kind
    /// In the words of libcurl.
    public var message: String
    /// The number in the status line; 0 where none came.
    public var status: Int

    /// Makes a failure from its parts.
    ///
    /// - Parameters:
    ///   - kind: What went wrong.
    ///   - message: In words.
    ///   - status: The number in the status line.
    public init(_ kind: Kind, _ message: String, status: Int = 0) {
        self.kind = kind
        self.message = message
        self.status = status
    }
}

extension HTTPFailure.Kind {
    /// What a code of libcurl (libcurl-errors(3)) means.
    ///
    /// - Parameters:
    ///   - code: The code.
    ///   - isConnectionRefused: Whether the operating system said `ECONNREFUSED`.
    ///   - hasBegun: Whether any byte of an answer came.
    init(_ code: CURLcode, isConnectionRefused: Bool, hasBegun: Bool) {
        switch code {
        case CURLE_URL_MALFORMAT: self = .invalidAddress
        case CURLE_COULDNT_RESOLVE_HOST: self = .hostNotFound
        case CURLE_COULDNT_RESOLVE_PROXY, CURLE_PROXY: self = .proxy
        case CURLE_COULDNT_CONNECT: self = isConnectionRefused ? .refused : .unreachable
        case CURLE_OPERATION_TIMEDOUT: self = hasBegun ? .tooSlow : .timeout
        case CURLE_GOT_NOTHING: self = .emptyAnswer
        case CURLE_SEND_ERROR, CURLE_RECV_ERROR: self = .connectionLost
        case CURLE_PARTIAL_FILE: self = .truncated
        // The former: an answer without a status line, which would be HTTP 0.9. Other schemes never come this far.
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_WEIRD_SERVER_REPLY, CURLE_HTTP2, CURLE_HTTP2_STREAM,
            CURLE_BAD_CONTENT_ENCODING:
            self = .malformed
        case CURLE_SSL_CONNECT_ERROR, CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ENGINE_NOTFOUND,
            CURLE_SSL_ENGINE_SETFAILED, CURLE_SSL_CERTPROBLEM, CURLE_SSL_CIPHER, CURLE_USE_SSL_FAILED,
            CURLE_SSL_ENGINE_INITFAILED, CURLE_SSL_CACERT_BADFILE, CURLE_SSL_SHUTDOWN_FAILED, CURLE_SSL_CRL_BADFILE,
            CURLE_SSL_ISSUER_ERROR, CURLE_SSL_PINNEDPUBKEYNOTMATCH, CURLE_SSL_INVALIDCERTSTATUS,
            CURLE_SSL_CLIENTCERT:
            self = .tls
        default: self = .local
        }
    }
}
