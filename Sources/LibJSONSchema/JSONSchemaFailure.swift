import CValijson

/// Why a schema could not be compiled, or a text not be checked.
public struct JSONSchemaFailure: Error, Sendable, Equatable, CustomStringConvertible {
    public enum Kind: Sendable, Equatable {
        case noJSON
        case tooDeep
        case noSchema
        case noMemory
    }

    public var kind: Kind
    /// What the library says.
    public var message: String
    /// Where it is, in UTF-8 bytes from the beginning of the text.
    public var offset: Int

    init(_ failure: tessera_json_failure) {
        kind =
            switch failure.status {
            case TESSERA_JSON_TOO_DEEP: .tooDeep
            case TESSERA_JSON_NO_SCHEMA: .noSchema
            case TESSERA_JSON_NO_MEMORY: .noMemory
            default: .noJSON
            }
        var failure = failure
        // The field is a tuple in Swift; it ends with a NUL in any case.
        message = unsafe withUnsafeBytes(of: &failure.message) { bytes in
            unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        }
        offset = failure.offset
        if message.isEmpty { message = "The text is empty." }
    }

    public var description: String { message }
}
