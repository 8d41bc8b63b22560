import TesseraModel

/// Puts tokens together to objects, without recursion.
struct PDFObjectParser {
    /// What stands at a place.
    enum Item {
        case object(PDFObject)
        case keyword(PDFKeyword)
        case end
    }

    /// An array or dictionary that is not closed yet.
    private struct Container {
        var isDictionary: Bool
        var items: [PDFObject] = []
    }

    var scanner: PDFScanner
    private let limits: ReadingLimits
    private let depth: Int
    /// Whether `1 0 R` is a reference, as it is everywhere but in content streams.
    private let hasReferences: Bool
    private let decryption: PDFStringDecryption?
    private var open: [Container] = []

    /// - Parameter decryption: what is done to each string.
    init(
        _ scanner: PDFScanner,
        limits: ReadingLimits,
        hasReferences: Bool = true,
        decryption: PDFStringDecryption? = nil
    ) {
        self.scanner = scanner
        self.limits = limits
        // What is nested is freed by recursion.
        depth = min(limits[.depth], 1_000)
        self.hasReferences = hasReferences
        self.decryption = decryption
    }

    /// The next object or keyword.
    ///
    /// Where a keyword or the end comes in the middle of an array or dictionary, that is given first, as far as it goes.
    /// - Throws: ``TesseraModel/DocumentFailure`` for what is nested too deep.
    mutating func next() throws(DocumentFailure) -> Item {
        open.removeAll(keepingCapacity: true)
        while true {
            let start = scanner.position
            let object: PDFObject
            switch scanner.next() {
            case .integer(let value): object = hasReferences ? reference(value) : .integer(value)
            case .real(let value): object = .real(value)
            case .string(let value): object = .string(decryption?.decrypt(value) ?? value)
            case .name(let value): object = .name(value)
            case .arrayStart, .dictionaryStart:
                guard open.count < depth else {
                    throw DocumentFailure(.limitExceeded(.depth, "objects are nested too deep", limits: limits))
                }
                let isDictionary = scanner.bytes[scanner.position - 1] == UInt8(ascii: "<")
                open.append(Container(isDictionary: isDictionary))
                continue
            case .arrayEnd:
                guard let last = open.last, !last.isDictionary else { continue }
                object = close()
            case .dictionaryEnd:
                // An array that nobody closed ends with the dictionary that it stands in.
                while let last = open.last, !last.isDictionary, open.count > 1 { add(close()) }
                guard let last = open.last, last.isDictionary else { continue }
                object = close()
            case .keyword(let word):
                if word == .null {
                    object = .null
                } else if word == .yes {
                    object = .boolean(true)
                } else if word == .no {
                    object = .boolean(false)
                } else if open.isEmpty {
                    return .keyword(word)
                } else if word == .objectEnd || word == .object || word == .stream || !hasReferences {
                    scanner.move(to: start)
                    return .object(closeAll())
                } else {
                    continue
                }
            case .end: return open.isEmpty ? .end : .object(closeAll())
            }
            if open.isEmpty { return .object(object) }
            add(object)
        }
    }

    private mutating func add(_ object: PDFObject) { open[open.count - 1].items.append(object) }

    private mutating func closeAll() -> PDFObject {
        while open.count > 1 { add(close()) }
        return close()
    }

    private mutating func close() -> PDFObject {
        guard let container = open.popLast() else { return .null }
        guard container.isDictionary else { return .array(container.items) }
        var entries: [(key: String, value: PDFObject)] = []
        entries.reserveCapacity(container.items.count / 2)
        var key: String?
        for item in container.items {
            if let name = key {
                entries.append((name, item))
                key = nil
            } else if case .name(let name) = item {
                key = name
            }
        }
        return .dictionary(PDFDictionary(entries))
    }

    /// The number, or the reference that it begins.
    private mutating func reference(_ value: Int) -> PDFObject {
        guard value >= 0, let first = scanner.peek, PDFScanner.isBlank(first) else { return .integer(value) }
        let start = scanner.position
        scanner.skipBlanks()
        if let byte = scanner.peek, byte &- 0x30 < 10, case .integer(let generation) = scanner.next() {
            scanner.skipBlanks()
            if scanner.peek == UInt8(ascii: "R"), case .keyword(.reference) = scanner.next() {
                return .reference(PDFReference(number: value, generation: generation))
            }
        }
        scanner.move(to: start)
        return .integer(value)
    }
}
