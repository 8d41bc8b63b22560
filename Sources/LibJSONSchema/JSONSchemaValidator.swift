import CValijson

/// A compiled JSON Schema (draft-07), and the texts that are checked against it.
///
/// Of `format`, `date` and `date-time` are looked at. A `$ref` leads to a place in the same schema: nothing is
/// ever loaded.
@safe
public struct JSONSchemaValidator: ~Copyable {
    /// How long a text may be at which a `pattern` looks, in bytes.
    public static let patternLimit = 4_096

    private let handle: OpaquePointer

    /// Compiles a schema.
    /// - Parameter bytes: the schema as JSON in UTF-8.
    /// - Throws: ``JSONSchemaFailure`` where it is no JSON, or no schema.
    public init(_ bytes: [UInt8]) throws(JSONSchemaFailure) {
        var failure = tessera_json_failure()
        // An empty array has no address, and an empty text is no schema.
        let schema = unsafe bytes.withUnsafeBytes { bytes -> OpaquePointer? in
            guard let start = bytes.baseAddress else { return nil }
            return unsafe tessera_json_schema_compile(
                start.assumingMemoryBound(to: CChar.self),
                bytes.count,
                &failure
            )
        }
        guard let schema = unsafe schema else { throw JSONSchemaFailure(failure) }
        unsafe handle = schema
    }

    deinit {
        unsafe tessera_json_schema_free(handle)
    }

    /// Checks a text against the schema.
    /// - Parameters:
    ///   - bytes: JSON in UTF-8.
    ///   - limit: how many violations are wanted at most.
    /// - Returns: what is wrong with it, in the order in which it was found; empty for nothing.
    /// - Throws: ``JSONSchemaFailure`` where it is no JSON.
    public func violations(
        of bytes: [UInt8],
        limit: Int = 1_000
    ) throws(JSONSchemaFailure) -> [JSONSchemaViolation] {
        var failure = tessera_json_failure()
        var found = Found(limit: limit)
        let status = unsafe bytes.withUnsafeBytes { bytes -> tessera_json_status in
            guard let start = bytes.baseAddress else { return TESSERA_JSON_NO_JSON }
            // The address of `found` is used during the call only.
            return unsafe withUnsafeMutablePointer(to: &found) { found in
                unsafe tessera_json_schema_validate(
                    handle,
                    start.assumingMemoryBound(to: CChar.self),
                    bytes.count,
                    found,
                    { context, pointer, pointerLength, message, messageLength in
                        guard let found = unsafe context?.assumingMemoryBound(to: Found.self) else { return 0 }
                        let isWanted = unsafe found.pointee.add(
                            JSONSchemaViolation(
                                pointer: text(pointer, pointerLength),
                                message: text(message, messageLength)
                            )
                        )
                        return isWanted ? 1 : 0
                    },
                    &failure
                )
            }
        }
        guard status == TESSERA_JSON_DONE else { throw JSONSchemaFailure(failure) }
        return found.own
    }

    private struct Found {
        let limit: Int
        private var all: [JSONSchemaViolation] = []

        init(limit: Int) { self.limit = limit }

        /// Whether more are wanted.
        mutating func add(_ violation: JSONSchemaViolation) -> Bool {
            all.append(violation)
            return all.count < limit
        }

        /// Without those that only say that there is another one inside; all of them where there is none.
        var own: [JSONSchemaViolation] {
            let own = all.filter { $0.rule != .consequence }
            return own.isEmpty ? all : own
        }
    }
}

/// The bytes of a C text that need not end with a NUL.
private func text(_ start: UnsafePointer<CChar>, _ length: Int) -> String {
    unsafe String(decoding: UnsafeRawBufferPointer(start: start, count: length), as: UTF8.self)
}
