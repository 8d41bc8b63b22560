import FoundationEssentials
package import TesseraModel

/// Reads JSON files of datasets.
package enum JSONParser {
    /// - Throws: the decoder's error for bytes that are no JSON.
    package static func parse(_ bytes: [UInt8]) throws -> JSONValue {
        try JSONDecoder().decode(DecodedJSON.self, from: Data(bytes)).value
    }

    /// Takes whatever type a JSON value has.
    private struct DecodedJSON: Decodable {
        var value: JSONValue

        init(from decoder: any Decoder) throws {
            if let object = Self.attempt({ try [String: DecodedJSON](from: decoder) }) {
                value = .object(JSONObject(object.map { (key: $0.key, value: $0.value.value) }))
            } else if let array = Self.attempt({ try [DecodedJSON](from: decoder) }) {
                value = .array(array.map(\.value))
            } else {
                let container = try decoder.singleValueContainer()
                if container.decodeNil() {
                    value = .null
                } else if let text = Self.attempt({ try container.decode(String.self) }) {
                    value = .string(text)
                } else if let flag = Self.attempt({ try container.decode(Bool.self) }) {
                    value = .bool(flag)
                } else {
                    value = .number(try container.decode(Double.self))
                }
            }
        }

        /// Nil where the value has another type: the next type is tried then.
        private static func attempt<Value>(_ decode: () throws -> Value) -> Value? {
            do { return try decode() } catch { return nil }
        }
    }
}
