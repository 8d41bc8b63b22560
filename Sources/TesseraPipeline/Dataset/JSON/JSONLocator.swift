/// Finds values in a JSON text by their paths. The text is read once, when the first value is looked for.
package final class JSONLocator {
    /// Where a value begins, with what it holds: names of members and numbers of items from 0.
    private final class Place {
        let start: Int
        var inner: [String: Place] = [:]

        init(_ start: Int) { self.start = start }
    }

    private let bytes: [UInt8]
    private lazy var root: Place? = {
        var scanner = JSONScanner(bytes)
        do {
            return try JSONLocator.place(&scanner, depth: 0)
        } catch {
            // The text is no JSON, so nothing can be found in it; whoever parses it says so.
            return nil
        }
    }()
    /// Offsets of the line ends.
    private lazy var lineEnds = bytes.indices.filter { bytes[$0] == UInt8(ascii: "\n") }

    /// - Parameter bytes: the text, in UTF-8.
    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The line from 1 in which a value begins; nil where there is no such value.
    /// - Parameter path: names of members and numbers of items from 0.
    package func line(of path: [String]) -> Int? {
        guard let start = start(of: path) else { return nil }
        var low = 0
        var high = lineEnds.count
        while low < high {
            let middle = (low + high) / 2
            if lineEnds[middle] < start { low = middle + 1 } else { high = middle }
        }
        return low + 1
    }

    /// A number, or another word, as the text has it; nil where there is no such value.
    package func word(at path: [String]) -> String? {
        guard let start = start(of: path) else { return nil }
        let word = bytes[start...].prefix { byte in
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), 0...0x20: false
            default: true
            }
        }
        return String(decoding: word, as: UTF8.self)
    }

    private func start(of path: [String]) -> Int? {
        var place = root
        for step in path { place = place?.inner[step] }
        return place?.start
    }

    private static func place(_ scanner: inout JSONScanner, depth: Int) throws(JSONFailure) -> Place {
        guard depth <= JSONParser.depthLimit else { throw scanner.failure("it is nested too deep") }
        let first = scanner.next()
        let place = Place(scanner.index)
        if first == UInt8(ascii: "{") {
            scanner.skip()
            if scanner.take("}") { return place }
            repeat {
                let name = try scanner.name().name
                let value = try JSONLocator.place(&scanner, depth: depth + 1)
                if place.inner[name] == nil { place.inner[name] = value }
            } while scanner.take(",")
            guard scanner.take("}") else { throw scanner.failure("a comma or '}' is missing") }
        } else if first == UInt8(ascii: "[") {
            scanner.skip()
            if scanner.take("]") { return place }
            var count = 0
            repeat {
                place.inner[String(count)] = try JSONLocator.place(&scanner, depth: depth + 1)
                count += 1
            } while scanner.take(",")
            guard scanner.take("]") else { throw scanner.failure("a comma or ']' is missing") }
        } else {
            try scanner.skipPlainValue()
        }
        return place
    }
}
