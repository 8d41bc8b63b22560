import FileSystem
import LibNettle
import TesseraLinks
import TesseraModel
import TesseraPipeline
import TesseraStages
import TesseraValidation
import TesseraWriters
import TestSupport
import Testing

/// The project's own report and datasets.
enum Project {
    /// The folder that holds `Package.swift`.
    static let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()

    static let source = SourcePath(
        file: "\(root)/Input/us-poa-matrix-2007-07-17.txt",
        name: "Input/us-poa-matrix-2007-07-17.txt"
    )

    static func pipelines() throws -> PipelineSet { try opened.get() }

    private static let opened = Result { try PipelineSet(folder: "\(root)/Pipelines", naming: .revision) }

    /// The dataset of the real report, converted once for all tests.
    static func dataset() throws -> Dataset { try converted.get() }

    /// Whether the descriptor has the checksum of the report, so that it shows when the report was changed.
    static let describesReport: Bool = {
        guard case .success(let dataset) = converted else { return false }
        return dataset["datapackage.json"].contains("\"path\": \"report.json\"")
    }()

    private static let converted = Result { () throws -> Dataset in
        let conversion = Converter(try pipelines()).convert(source)
        try #require(conversion.isSound(), "\(conversion.diagnostics)")
        return Dataset(conversion.files)
    }
}

/// The files of a dataset, to be broken in one way or another.
struct Dataset: Sendable {
    var files: [String: [UInt8]]

    init(_ files: [OutputFile]) {
        self.files = Dictionary(files.map { ($0.name, $0.bytes) }) { first, _ in first }
    }

    subscript(_ name: String) -> String {
        get { String(decoding: files[name] ?? [], as: UTF8.self) }
        set { files[name] = Array(newValue.utf8) }
    }

    /// Puts one text in the place of another, which must be there.
    mutating func replace(_ old: String, _ new: String, in name: String) throws {
        let text = self[name]
        let range = try #require(text.firstRange(of: old), "\(name) holds no '\(old)'")
        self[name] = text[..<range.lowerBound] + new + text[range.upperBound...]
    }

    /// Changes the records of a table, the header first, and writes them as the program does.
    mutating func change(_ name: String, _ body: (inout [[String]]) throws -> Void) throws {
        var records = CSVFile(try #require(files[name])).fields
        try body(&records)
        files[name] = CSVWriting.standard.bytes(records)
    }

    /// Corrects size and checksum in the descriptor.
    mutating func describe(_ name: String) throws {
        let descriptor = self["datapackage.json"]
        let path = try #require(descriptor.firstRange(of: "\"path\": \"\(name)\""), "\(name) is not described")
        // `bytes` and `hash` stand in front of the path, in the order of their names.
        var head = String(descriptor[..<path.lowerBound])
        let bytes = files[name] ?? []
        for (member, value) in [("bytes", "\(bytes.count)"), ("hash", "\"sha256:\(SHA256.hexDigest(of: bytes))\"")] {
            let mark = "\"\(member)\": "
            let start = try #require(head.ranges(of: mark).last).upperBound
            let end = try #require(head[start...].firstIndex { $0 == "," || $0 == "\n" })
            head = head[..<start] + value + head[end...]
        }
        self["datapackage.json"] = head + descriptor[path.lowerBound...]
    }

    /// Adds the formats that are not written where nobody chooses.
    mutating func addOtherFormats() throws {
        let report = try ReportDecoder.report(try JSONParser.parse(try #require(files["report.json"])))
        for writer in Writers.formats where !["json", "csv", "xlsx"].contains(writer.name) {
            for file in try writer.write(report, after: []) { files[file.name] = file.bytes }
        }
    }

    func write(into folder: String) throws {
        for (name, bytes) in files { try FileSystem.write(bytes, to: "\(folder)/\(name)") }
    }

    /// What the validator says of the dataset.
    /// - Parameter source: the source's path; nil for none at hand.
    func findings(source: String? = nil) throws -> [DatasetFinding] {
        try withTemporaryFolder { folder in
            try write(into: folder)
            return try validate(folder, source: source)
        }
    }
}

func validate(_ folder: String, source: String? = nil) throws -> [DatasetFinding] {
    let validator = DatasetValidator(
        source: source,
        pipelines: try Project.pipelines(),
        addedTables: [LinkStatusTable.table(of: [])]
    )
    return try validator.findings(of: folder)
}

/// How a spreadsheet writes CSV.
struct CSVWriting: Sendable {
    static let standard = CSVWriting()

    var separator = ","
    var lineEnd = "\n"
    var quotesAll = false
    var start = ""
    /// Nil for a byte in the place of a character that the encoding does not have.
    var encode: @Sendable (String) -> [UInt8] = { Array($0.utf8) }

    func bytes(_ records: [[String]]) -> [UInt8] {
        encode(
            start
                + records.map { record in
                    record.map { field in
                        let needsQuotes =
                            quotesAll || field.contains { $0 == "\"" || $0.isNewline || separator.contains($0) }
                        guard needsQuotes else { return field }
                        let pieces = field.split(separator: "\"", omittingEmptySubsequences: false)
                        return "\"" + pieces.joined(separator: "\"\"") + "\""
                    }.joined(separator: separator) + lineEnd
                }.joined()
        )
    }

    static let german = CSVWriting(separator: ";", lineEnd: "\r\n", start: "\u{FEFF}")
    static let windows = CSVWriting(separator: ";", lineEnd: "\r\n", encode: windows1252)
    /// Without quotation marks and dashes of print.
    static let latin1 = CSVWriting(separator: ";", lineEnd: "\r\n") { text in
        text.unicodeScalars.map { $0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?") }
    }
    static let unicodeText = CSVWriting(separator: "\t", lineEnd: "\r\n", encode: utf16)

    @Sendable static func windows1252(_ text: String) -> [UInt8] {
        let special: [Unicode.Scalar: UInt8] = [
            "€": 0x80, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
        ]
        return text.unicodeScalars.map { special[$0] ?? ($0.value < 0x100 ? UInt8($0.value) : UInt8(ascii: "?")) }
    }

    @Sendable static func utf16(_ text: String) -> [UInt8] {
        [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
}

extension DatasetFinding {
    /// Rule and place: `changed-value cells.csv:12 II.4/laws text`.
    var place: String { place(line: line.map(String.init)) }

    func place(line: String?) -> String {
        [diagnostic.id, file + (line.map { ":\($0)" } ?? ""), record, column].filter { !$0.isEmpty }
            .joined(separator: " ")
    }
}
