/// The links in a `Link` header (RFC 8288, section 3, read as its appendix B.2 advises).
struct LinkHeader: Equatable {
    /// One link.
    struct Value: Equatable {
        /// As it stands in the angle brackets; it may be relative.
        var target: String
        /// Names in lower case; the first of each name counts.
        var parameters: [(name: String, value: String)]

        /// The kinds of relation, in lower case.
        var relations: [String] {
            (self["rel"] ?? "").split { $0 == " " || $0 == "\t" }.map { $0.lowercased() }
        }

        subscript(name: String) -> String? { parameters.first { $0.name == name }?.value }

        static func == (one: Value, other: Value) -> Bool {
            one.target == other.target
                && one.parameters.elementsEqual(other.parameters) { $0.name == $1.name && $0.value == $1.value }
        }
    }

    private(set) var values: [Value] = []

    /// Reads the header; what is no link ends the reading, and what came before it counts.
    init(_ header: String) {
        var scanner = Scanner(header)
        while let value = scanner.nextValue() { values.append(value) }
    }

    /// The first link with a relation, which may be one of several of that link.
    func first(_ relation: String) -> Value? { values.first { $0.relations.contains(relation) } }
}

extension LinkHeader {
    /// Goes through the header once.
    private struct Scanner {
        private let bytes: [UInt8]
        private var position = 0

        init(_ header: String) { bytes = Array(header.utf8) }

        private var current: UInt8? { position < bytes.count ? bytes[position] : nil }

        mutating func nextValue() -> Value? {
            skip { [0x20, 0x09, UInt8(ascii: ",")].contains($0) }
            guard current == UInt8(ascii: "<") else { return nil }
            position += 1
            let target = take { $0 != UInt8(ascii: ">") }
            // Without its bracket, nobody can tell where the target ends.
            guard current != nil else { return nil }
            position += 1
            var value = Value(target: target, parameters: [])
            while let parameter = nextParameter() {
                if value[parameter.name] == nil { value.parameters.append(parameter) }
            }
            // To the next comma: what stands here is no parameter.
            skip { $0 != UInt8(ascii: ",") }
            return value
        }

        private mutating func nextParameter() -> (name: String, value: String)? {
            skipBlanks()
            guard current == UInt8(ascii: ";") else { return nil }
            while current == UInt8(ascii: ";") {
                position += 1
                skipBlanks()
            }
            let name = take { ![0x20, 0x09].contains($0) && !"=;,".utf8.contains($0) }.lowercased()
            skipBlanks()
            guard current == UInt8(ascii: "=") else { return name.isEmpty ? nil : (name, "") }
            position += 1
            skipBlanks()
            guard current != UInt8(ascii: "\"") else { return (name, takeQuoted()) }
            return (name, take { ![0x20, 0x09].contains($0) && !";,".utf8.contains($0) })
        }

        /// A text in quotation marks, in which a backslash takes the next character as it is (RFC 9110, section 5.6.4).
        private mutating func takeQuoted() -> String {
            position += 1
            var text: [UInt8] = []
            while let byte = current, byte != UInt8(ascii: "\"") {
                position += 1
                if byte == UInt8(ascii: "\\"), let escaped = current {
                    text.append(escaped)
                    position += 1
                } else {
                    text.append(byte)
                }
            }
            position += 1
            return String(decoding: text, as: UTF8.self)
        }

        private mutating func take(while isPart: (UInt8) -> Bool) -> String {
            let start = position
            skip(while: isPart)
            return String(decoding: bytes[start..<position], as: UTF8.self)
        }

        private mutating func skipBlanks() { skip { $0 == 0x20 || $0 == 0x09 } }

        private mutating func skip(while isPart: (UInt8) -> Bool) {
            while let byte = current, isPart(byte) { position += 1 }
        }
    }
}
