/// A CSV file as people leave it: RFC 4180 in any of the dialects that spreadsheets and editors write.
///
/// The dialect is found in the bytes. Nothing is refused: what breaks the rules is in ``faults``.
public struct CSVFile: Sendable {
    public struct Record: Sendable, Equatable {
        public var fields: [String]
        /// The line in which the record begins, from 1.
        public var line: Int

        public init(fields: [String], line: Int) {
            self.fields = fields
            self.line = line
        }
    }

    /// What breaks the rules.
    public enum Fault: Sendable, Equatable {
        /// A quote that opens here has no end: the rest of the file is taken for one field.
        case openQuote(line: Int)
        /// A quote stands inside a field that does not begin with one, or text behind a closing quote.
        case strayQuote(line: Int)
        /// A byte is no UTF-8, as the others are; U+FFFD stands in its place.
        case badByte(UInt8, line: Int)
    }

    public private(set) var dialect: CSVDialect
    /// All records, the header first; without rows that hold nothing.
    public private(set) var records: [Record] = []
    public private(set) var faults: [Fault] = []

    /// Reads a file.
    /// - Parameter bytes: in UTF-8, UTF-16 or Windows-1252.
    public init(_ bytes: [UInt8]) {
        dialect = CSVDialect()
        let text = TextDecoding.utf8(bytes, &dialect)
        var reading = CSVReading(text, &dialect)
        reading.read()
        records = reading.records
        // With a byte order mark, offsets begin behind it, in whose line nothing ends.
        let offset = dialect.hasByteOrderMark ? 3 : 0
        faults = reading.faults
        faults += dialect.badBytes.map { place in
            let line = bytes.prefix(place + offset).count { $0 == UInt8(ascii: "\n") } + 1
            return .badByte(bytes[place + offset], line: line)
        }
        dialect = reading.dialect
        removeEmptyRows()
        removeEmptyColumns()
    }

    /// The fields of all records, the header first.
    public var fields: [[String]] { records.map(\.fields) }

    /// Spreadsheets write separators alone where somebody has touched the rows behind the last record.
    private mutating func removeEmptyRows() {
        // A table of one column may hold an empty field.
        let isSingle = (records.first?.fields.count ?? 0) < 2
        let all = records.count
        let last = records.last?.line
        records.removeAll { $0.fields.allSatisfy(\.isEmpty) && (!isSingle || $0.line == last) }
        dialect.emptyRows += all - records.count
    }

    /// The same for columns: only where all records have them.
    private mutating func removeEmptyColumns() {
        guard let header = records.first else { return }
        let named = header.fields.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0
        let surplus = header.fields.count - named
        guard named > 0, surplus > 0,
            records.allSatisfy({ $0.fields.count == header.fields.count && $0.fields[named...].allSatisfy(\.isEmpty) })
        else { return }
        dialect.emptyColumns = surplus
        for index in records.indices { records[index].fields.removeLast(surplus) }
    }
}

/// One way through the bytes of a file.
private struct CSVReading {
    private let bytes: [UInt8]
    private let separator: UInt8
    private(set) var dialect: CSVDialect
    private(set) var records: [CSVFile.Record] = []
    private(set) var faults: [CSVFile.Fault] = []

    private var index = 0
    private var line = 1
    private var record: [String] = []
    private var recordLine = 1
    private var field: [UInt8] = []
    private var unquotedFields = 0
    private var lineEnds: Set<CSVDialect.LineEnd> = []

    init(_ bytes: [UInt8], _ dialect: inout CSVDialect) {
        self.bytes = bytes
        if let named = CSVReading.separatorLine(bytes) {
            dialect.hasSeparatorLine = true
            separator = named
        } else {
            separator = CSVReading.likelySeparator(bytes)
        }
        dialect.separator = Character(Unicode.Scalar(separator))
        self.dialect = dialect
    }

    /// The separator that a first line `sep=;` names.
    private static func separatorLine(_ bytes: [UInt8]) -> UInt8? {
        guard bytes.count > 5, String(decoding: bytes.prefix(4), as: UTF8.self).lowercased() == "sep=",
            bytes[5] == UInt8(ascii: "\n") || bytes[5] == UInt8(ascii: "\r")
        else { return nil }
        return bytes[4]
    }

    /// What stands most often in the first line, outside quotes.
    private static func likelySeparator(_ bytes: [UInt8]) -> UInt8 {
        let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        for byte in bytes {
            if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { break }
            if candidates.contains(byte) { counts[byte, default: 0] += 1 }
        }
        var best = candidates[0]
        for candidate in candidates where counts[candidate, default: 0] > counts[best, default: 0] { best = candidate }
        return best
    }

    mutating func read() {
        if dialect.hasSeparatorLine {
            index = 5
            takeLineEnd()
            recordLine = line
        }
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: "\"") where field.isEmpty: readQuoted()
            case separator:
                unquotedFields += field.isEmpty ? 0 : 1
                endField()
                index += 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                unquotedFields += field.isEmpty ? 0 : 1
                endRecord()
                takeLineEnd()
                recordLine = line
            case UInt8(ascii: "\""):
                addStrayQuote()
                fallthrough
            default:
                field.append(bytes[index])
                index += 1
            }
        }
        if !field.isEmpty || !record.isEmpty {
            unquotedFields += field.isEmpty ? 0 : 1
            endRecord()
            dialect.lacksFinalLineEnd = true
        }
        if lineEnds.count > 1 { dialect.lineEnd = .mixed } else if let only = lineEnds.first { dialect.lineEnd = only }
        dialect.quotesEverything = unquotedFields == 0 && records.contains { $0.fields.contains { !$0.isEmpty } }
    }

    /// A field between quotes, with the separator or line end behind it.
    private mutating func readQuoted() {
        let start = line
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") {
                index += 1
                guard index < bytes.count, bytes[index] == byte else { return endQuoted(from: start) }
                field.append(byte)
                index += 1
            } else if byte == UInt8(ascii: "\r") {
                // Whatever ends the lines of a field, the field has LF.
                dialect.hasOtherLineEndsInFields = true
                index += index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n") ? 2 : 1
                field.append(UInt8(ascii: "\n"))
                line += 1
            } else {
                if byte == UInt8(ascii: "\n") { line += 1 }
                field.append(byte)
                index += 1
            }
        }
        faults.append(.openQuote(line: start))
        endRecord()
        recordLine = line
    }

    private mutating func endQuoted(from start: Int) {
        while index < bytes.count, bytes[index] != separator, bytes[index] != UInt8(ascii: "\n"),
            bytes[index] != UInt8(ascii: "\r")
        {
            addStrayQuote()
            field.append(bytes[index])
            index += 1
        }
        if index < bytes.count, bytes[index] == separator {
            index += 1
            endField()
            // A separator at the very end opens one more field.
            if index == bytes.count { record.append("") }
        } else {
            if index == bytes.count { dialect.lacksFinalLineEnd = true }
            endRecord()
            takeLineEnd()
            recordLine = line
        }
    }

    private mutating func addStrayQuote() {
        // Once a line is enough.
        if faults.last != .strayQuote(line: line) { faults.append(.strayQuote(line: line)) }
    }

    private mutating func endField() {
        record.append(String(decoding: field, as: UTF8.self))
        field.removeAll(keepingCapacity: true)
    }

    private mutating func endRecord() {
        endField()
        // A line with nothing on it is a row of one empty field.
        records.append(CSVFile.Record(fields: record, line: recordLine))
        record.removeAll(keepingCapacity: true)
    }

    private mutating func takeLineEnd() {
        guard index < bytes.count else { return }
        if bytes[index] == UInt8(ascii: "\n") {
            lineEnds.insert(.lf)
        } else if index + 1 < bytes.count, bytes[index + 1] == UInt8(ascii: "\n") {
            lineEnds.insert(.crlf)
            index += 1
        } else {
            lineEnds.insert(.cr)
        }
        index += 1
        line += 1
    }
}
