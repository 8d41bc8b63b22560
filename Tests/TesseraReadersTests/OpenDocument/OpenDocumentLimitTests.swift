import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Hostile documents in OpenDocument are refused at once, and the limit is named.
@Suite struct OpenDocumentLimitTests {
    private func failure(on text: String, _ limits: ReadingLimits = .standard) throws -> Diagnostic {
        let diagnostic = try TesseraReadersTests.failure(
            of: FlatOpenDocumentReader(limits: limits),
            on: MadeOpenDocument(text).flat
        )
        #expect(diagnostic.id == "limit-exceeded")
        return diagnostic
    }

    private static func table(_ row: String) -> String { "<table:table>\(row)</table:table>" }

    private static func row(_ attributes: String, _ cells: String) -> String {
        "<table:table-row \(attributes)>\(cells)</table:table-row>"
    }

    @Test(
        arguments: [
            "number-columns-spanned", "number-rows-spanned", "number-columns-repeated",
        ],
        ["1000000000", "99999999999999999999999999"]
    )
    func cells(attribute: String, value: String) throws {
        let cell = "<table:table-cell table:\(attribute)='\(value)'><text:p>a</text:p></table:table-cell>"
        let diagnostic = try failure(on: Self.table(Self.row("", cell)))
        #expect(diagnostic.message.contains("the limit 'span' is 10000"))
    }

    @Test func rows() throws {
        let row = Self.row("table:number-rows-repeated='1000000000'", "<table:table-cell/>")
        #expect(try failure(on: Self.table(row)).message.contains("'span'"))
    }

    @Test func coveredCells() throws {
        let row = Self.row("", "<table:covered-table-cell table:number-columns-repeated='1000000000'/>")
        #expect(try failure(on: Self.table(row)).message.contains("'span'"))
    }

    /// Each repeat is within its limit, all of them together are not; and they stop before they are made.
    @Test(arguments: ["table:number-columns-repeated", "table:number-columns-spanned"])
    func cellsInAll(attribute: String) throws {
        let limits = limits(.cells, 25_000)
        let cells = String(repeating: "<table:table-cell \(attribute)='10000'/>", count: 100)
        #expect(try failure(on: Self.table(Self.row("", cells)), limits).message.contains("'cells' is 25000"))
        let covered = String(
            repeating: "<table:covered-table-cell table:number-columns-repeated='10000'/>",
            count: 100
        )
        #expect(try failure(on: Self.table(Self.row("", covered)), limits).message.contains("'cells'"))
    }

    @Test func whatIsInARepeatedRowCounts() throws {
        let paragraphs = String(repeating: "<text:p>a</text:p>", count: 200)
        let row = Self.row("table:number-rows-repeated='10000'", "<table:table-cell>\(paragraphs)</table:table-cell>")
        #expect(try failure(on: Self.table(row)).message.contains("'cells'"))
    }

    @Test func repeatsWithinTheLimitAreRead() throws {
        let cells = "<table:table-cell table:number-columns-repeated='30'><text:p>a</text:p></table:table-cell>"
        let rows = try openDocumentRows(
            Self.table(Self.row("table:number-rows-repeated='20'", cells)),
            limits: limits(.cells, 600)
        )
        #expect(rows.count == 20)
        #expect(
            try failure(on: Self.table(Self.row("table:number-rows-repeated='20'", cells)), limits(.cells, 599)).id
                != ""
        )
    }

    @Test func limitsMayBeRaisedToAnything() throws {
        var limits = ReadingLimits.standard
        limits[.span] = .max
        let cell =
            "<table:table-cell table:number-columns-spanned='\(Int.max)' table:number-rows-spanned='\(Int.max)'/>"
        let row = Self.row("table:number-rows-repeated='\(Int.max)'", cell + cell)
        #expect(try failure(on: Self.table(row), limits).message.contains("'cells'"))
    }

    @Test func blanks() throws {
        #expect(try failure(on: "<text:p>a<text:s text:c='1000000000'/>b</text:p>").message.contains("'span'"))
        let runs = String(repeating: "<text:s text:c='10000'/>", count: 3)
        let diagnostic = try failure(on: "<text:p>a\(runs)b</text:p>", limits(.lineLength, 25_000))
        #expect(diagnostic.message.contains("'line-length'"))
    }

    @Test func depth() throws {
        let nested = String(repeating: "<table:table><table:table-row><table:table-cell>", count: 200_000)
        let reader = FlatOpenDocumentReader()
        // Cut off, so that the limit must be found before the end.
        let bytes = Array(MadeOpenDocument(nested).flat.dropLast(60))
        let diagnostic = try TesseraReadersTests.failure(of: reader, on: bytes)
        #expect(diagnostic.id == "limit-exceeded")
        #expect(diagnostic.message.contains("'depth' is 256"))
    }

    @Test(
        arguments: [
            "<!DOCTYPE x [<!ENTITY a 'aaaa'>]>", "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
            "<!DOCTYPE x [<!ATTLIST x a CDATA 'b'>]>",
        ]
    )
    func declarations(doctype: String) throws {
        let text = String(decoding: MadeOpenDocument("<text:p>b</text:p>").flat, as: UTF8.self)
        let bytes = Array(text.replacing("?>\n", with: "?>\(doctype)").utf8)
        let diagnostic = try TesseraReadersTests.failure(of: FlatOpenDocumentReader(), on: bytes)
        #expect(diagnostic.id == "forbidden-declaration")
    }
}
