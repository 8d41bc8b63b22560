/// One request to a web server. Redirects are not followed: each is a request of its own.
public struct HTTPRequest: Sendable, Equatable {
    /// What is asked for.
    public enum Method: String, Sendable {
        /// The head of the answer alone.
        case head = "HEAD"
        /// The answer, of which a limited part is read.
        case get = "GET"
    }

    /// What is asked for.
    public var method: Method
    /// The address; only `http` and `https` are spoken.
    public var url: String
    /// Lines of the request beside those that every request has.
    public var headers: [HTTPHeader]
    /// What the answer may use up.
    public var limits: HTTPLimits

    /// Makes a request from its parts.
    ///
    /// - Parameters:
    ///   - method: What is asked for.
    ///   - url: The address.
    ///   - headers: Lines beside those that every request has.
    ///   - limits: What the answer may use up.
    public init(_ method: Method, _ url: String, headers: [HTTPHeader] = [], limits: HTTPLimits = HTTPLimits()) {
        self.method = method
        self.url = url
        self.headers = headers
        self.limits = limits
    }
}

/// A line in the head of a request or an answer.
public struct HTTPHeader: Sendable, Equatable {
    /// The name; upper and lower case mean the same.
    public var name: String
    /// The value, without white space around it.
    public var value: String

    /// Makes a line from its parts.
    ///
    /// - Parameters:
    ///   - name: The name.
    ///   - value: The value.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What one answer may use up.
public struct HTTPLimits: Sendable, Equatable {
    /// Milliseconds until a connection stands, the look-up of the name included.
    public var connect: Int
    /// Milliseconds for the whole of it.
    public var whole: Int
    /// Bytes of the head; more is a failure.
    public var head: Int
    /// Bytes of the body that are read; the rest is left.
    public var body: Int

    /// Makes limits; the defaults suit a web server that works.
    ///
    /// - Parameters:
    ///   - connect: Milliseconds until a connection stands.
    ///   - whole: Milliseconds for the whole of it.
    ///   - head: Bytes of the head.
    ///   - body: Bytes of the body.
    public init(connect: Int = 10_000, whole: Int = 30_000, head: Int = 64 << 10, body: Int = 64 << 10) {
        self.connect = connect
        self.whole = whole
        self.head = head
        self.body = body
    }
}
