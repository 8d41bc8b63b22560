import TesseraModel
import TesseraPipeline
import TesseraWriters
import TestSupport
import Testing

@Suite struct CSVFileTests {
    private static let records = [
        ["id", "text", "words"], ["a/1", "Ümlaut, “quoted”; \"twice\"", "2"], ["a/2", "two\n\nparagraphs", "2"],
        ["a/3", "", "0"],
    ]

    /// What a spreadsheet writes: any separator, line end and encoding.
    private static func written(
        _ separator: String = ",",
        end: String = "\n",
        quotesAll: Bool = false,
        records: [[String]] = records
    ) -> String {
        records.map { record in
            record.map { field in
                let needsQuotes = quotesAll || field.contains { $0 == "\"" || $0.isNewline || separator.contains($0) }
                return needsQuotes
                    ? "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
                        + "\"" : field
            }.joined(separator: separator) + end
        }.joined()
    }

    @Test func readsWhatThisProgramWrites() {
        let file = CSVFile(CSVWriter.serialise(Self.records))
        #expect(file.fields == Self.records)
        #expect(file.dialect == .standard)
        #expect(file.faults == [])
        #expect(file.records.map(\.line) == [1, 2, 3, 6])
    }

    @Test(
        "reads a dialect",
        arguments: [
            (written(";"), ["semicolons instead of commas"]), (written("\t"), ["tabs instead of commas"]),
            (written("|"), ["'|' instead of commas"]), (written(end: "\r\n"), ["CRLF line ends"]),
            (written(end: "\r"), ["CR line ends"]), ("\u{FEFF}" + written(), ["a byte order mark"]),
            (written(quotesAll: true), ["quotes around all fields"]),
            (String(written().dropLast()), ["no line end behind the last record"]),
            (
                "sep=;\r\n" + written(";", end: "\r\n"),
                ["a line 'sep=;' in front", "semicolons instead of commas", "CRLF line ends"]
            ),
            (written(records: records.map { $0 + ["", ""] }), ["2 empty columns"]),
            (written() + ",,\n,,\n", ["2 empty rows"]), (written() + "\n\n", ["2 empty rows"]),
            (
                "\u{FEFF}" + written(";", end: "\r\n"),
                ["semicolons instead of commas", "a byte order mark", "CRLF line ends"]
            ),
        ]
    )
    func dialect(text: String, differences: [String]) {
        let file = CSVFile(Array(text.utf8))
        #expect(file.fields == Self.records)
        #expect(file.dialect.differences == differences)
        #expect(file.faults == [])
    }

    @Test(arguments: [true, false], [true, false])
    func readsUTF16(isLittleEndian: Bool, isMarked: Bool) {
        let text = (isMarked ? "\u{FEFF}" : "") + Self.written("\t")
        let bytes = text.utf16.flatMap { unit in
            isLittleEndian ? [UInt8(unit & 0xFF), UInt8(unit >> 8)] : [UInt8(unit >> 8), UInt8(unit & 0xFF)]
        }
        let file = CSVFile(bytes)
        #expect(file.fields == Self.records)
        #expect(file.dialect.encoding == (isLittleEndian ? .utf16LittleEndian : .utf16BigEndian))
        #expect(file.dialect.hasByteOrderMark == isMarked)
    }

    @Test func readsWindows1252() {
        let bytes = Self.written(";").unicodeScalars.map { scalar -> UInt8 in
            switch scalar {
            case "“": 0x93
            case "”": 0x94
            default: UInt8(scalar.value)
            }
        }
        let file = CSVFile(bytes)
        #expect(file.fields == Self.records)
        #expect(file.dialect.encoding == .windows1252)
    }

    @Test func takesLineEndsInFieldsForLF() {
        let file = CSVFile(Array("id,text\r\na,\"two\r\n\r\nparagraphs\"\r\nb,c\r\n".utf8))
        #expect(file.fields == [["id", "text"], ["a", "two\n\nparagraphs"], ["b", "c"]])
        #expect(file.records.map(\.line) == [1, 2, 5])
        #expect(file.dialect.hasOtherLineEndsInFields)
    }

    @Test(
        "finds what breaks the rules",
        arguments: [
            ("id,text\na,\"open\nb,c\n", [["id", "text"], ["a", "open\nb,c\n"]], [.openQuote(line: 2)]),
            ("id,text\na,b \"c\" d\n", [["id", "text"], ["a", "b \"c\" d"]], [.strayQuote(line: 2)]),
            ("id,text\na,\"b\"c\nd,e\n", [["id", "text"], ["a", "bc"], ["d", "e"]], [.strayQuote(line: 2)]),
            ("id,text\na,b,c\nd\n", [["id", "text"], ["a", "b", "c"], ["d"]], []),
            ("", [], []), ("\n", [], []),
        ] as [(String, [[String]], [CSVFile.Fault])]
    )
    func faults(text: String, fields: [[String]], faults: [CSVFile.Fault]) {
        let file = CSVFile(Array(text.utf8))
        #expect(file.fields == fields)
        #expect(file.faults == faults)
    }

    /// Whatever bytes come, something comes out.
    @Test func survivesAnything() {
        var generator = SeededGenerator(spread: 7)
        let likely = Array("\"\"\",;\t\r\n a1\u{FEFF}sep=".utf8) + [0, 0xFF, 0xFE, 0x80]
        for _ in 0..<2_000 {
            let count = Int.random(in: 0...40, using: &generator)
            let bytes = (0..<count).map { _ in likely.randomElement(using: &generator) ?? 0 }
            let file = CSVFile(bytes)
            #expect(file.records.allSatisfy { !$0.fields.isEmpty && $0.line >= 1 })
        }
    }
}
