import TesseraModel

/// Follows the cross-references of a file from the newest to the oldest (ISO 32000-1, 7.5).
struct PDFCrossReferenceReading {
    private let file: PDFFile
    private(set) var references = PDFCrossReferences()
    /// Sections that were read: a chain may lead back to one of them.
    private var visited: Set<Int> = []

    init(file: PDFFile) { self.file = file }

    /// - Returns: false where one of the sections is not what it should be.
    mutating func read() throws(DocumentFailure) -> Bool {
        guard var offset = start else { return false }
        while visited.insert(offset).inserted {
            guard let trailer = try section(at: offset) else { return false }
            references.add(trailer: trailer)
            // A hybrid file has a stream for those who know it (7.5.8.4); it is newer than the table's predecessors.
            if let hybrid = trailer["XRefStm"].integer, visited.insert(hybrid).inserted {
                _ = try section(at: hybrid)
            }
            guard let previous = trailer["Prev"].integer ?? trailer["Prev"].reference?.number else { break }
            offset = previous
        }
        return references.count > 0
    }

    /// The offset that stands behind the last `startxref`.
    private var start: Int? {
        let mark = Array("startxref".utf8)
        let bytes = file.bytes
        var place = bytes.count - mark.count
        let first = max(0, bytes.count - (64 << 10))
        while place >= first {
            if bytes[place] == mark[0], bytes[place..<(place + mark.count)].elementsEqual(mark) {
                var scanner = PDFScanner(bytes, (place + mark.count)..<bytes.count)
                guard case .integer(let offset) = scanner.next() else { return nil }
                return offset
            }
            place -= 1
        }
        return nil
    }

    /// - Returns: the trailer of the section; nil where there is none.
    private mutating func section(at offset: Int) throws(DocumentFailure) -> PDFDictionary? {
        for place in Set([offset, offset &+ file.headerOffset]).sorted() where place >= 0 && place < file.bytes.count {
            var scanner = PDFScanner(file.bytes, place..<file.bytes.count)
            if case .keyword(.crossReferences) = scanner.next() {
                return try table(&scanner)
            }
            if let stream = try file.parseObject(at: place, nil)?.stream, stream.dictionary["Type"].name == "XRef" {
                return try self.stream(stream) ? stream.dictionary : nil
            }
        }
        return nil
    }

    /// A cross-reference table and the trailer behind it (7.5.4).
    private mutating func table(_ scanner: inout PDFScanner) throws(DocumentFailure) -> PDFDictionary? {
        let start = scanner.position
        defer { scanner.move(to: scanner.position) }
        while true {
            switch scanner.next() {
            case .integer(var number):
                guard case .integer(let count) = scanner.next(), number >= 0, count >= 0 else { return nil }
                for _ in 0..<count {
                    let before = scanner.position
                    guard case .integer(let offset) = scanner.next(), case .integer(let generation) = scanner.next(),
                        case .keyword(let kind) = scanner.next()
                    else {
                        // A count that is too large ends where the trailer begins.
                        scanner.move(to: before)
                        break
                    }
                    // Tables that count from 1 though their first entry is that of object 0 are common.
                    if number == 1, offset == 0, generation == 65_535, references[0] == nil { number = 0 }
                    if kind == PDFCrossReferenceReading.used {
                        references.add(number, .offset(offset, generation: generation))
                    } else if kind == PDFCrossReferenceReading.free {
                        references.add(number, .free)
                    } else {
                        return nil
                    }
                    try check(references.count)
                    number += 1
                }
            case .keyword(.trailer):
                var parser = PDFObjectParser(scanner, limits: file.limits)
                let item = try parser.next()
                try file.countParsed(parser.scanner.position - start)
                guard case .object(.dictionary(let trailer)) = item else { return nil }
                return trailer
            default: return nil
            }
        }
    }

    private static let used = PDFKeyword("n")
    private static let free = PDFKeyword("f")

    /// A cross-reference stream (7.5.8).
    /// - Returns: false where its dictionary makes no sense.
    private mutating func stream(_ stream: PDFStream) throws(DocumentFailure) -> Bool {
        let dictionary = stream.dictionary
        let widths = dictionary["W"].array?.map { $0.integer ?? 0 } ?? []
        guard widths.count >= 3, widths.allSatisfy({ (0...8).contains($0) }) else { return false }
        let width = widths[0] + widths[1] + widths[2]
        guard width > 0 else { return false }
        var index = dictionary["Index"].array?.map { $0.integer ?? 0 } ?? []
        if index.isEmpty { index = [0, dictionary["Size"].integer ?? 0] }
        let bytes = try file.contents(of: stream).bytes
        var place = 0
        func field(_ width: Int) -> Int {
            var value: UInt64 = 0
            for byte in bytes[place..<(place + width)] { value = value << 8 | UInt64(byte) }
            place += width
            return Int(clamping: value)
        }
        for section in stride(from: 0, to: index.count - 1, by: 2) {
            let first = index[section]
            guard first >= 0, index[section + 1] >= 0, first <= Int.max - index[section + 1] else { return false }
            for number in first..<(first + index[section + 1]) {
                // There are only as many as there are bytes for them.
                guard place + width <= bytes.count else { return true }
                let kind = widths[0] == 0 ? 1 : field(widths[0])
                let second = field(widths[1])
                let third = field(widths[2])
                switch kind {
                case 0: references.add(number, .free)
                case 1: references.add(number, .offset(second, generation: third))
                case 2: references.add(number, .compressed(stream: second, index: third))
                default: break
                }
                try check(references.count)
            }
        }
        return true
    }

    private func check(_ count: Int) throws(DocumentFailure) {
        guard count <= file.limits[.objects] else {
            throw DocumentFailure(.limitExceeded(.objects, "the file has more objects", limits: file.limits))
        }
    }
}
