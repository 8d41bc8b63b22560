import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Printed lines become paragraphs: what goes on, what ends, and what the page does not tell.
struct PDFParagraphTests {
    /// The paragraphs of a cell that is 41 characters wide.
    private func paragraphs(_ lines: String...) throws -> [Paragraph] {
        let width = 41
        let border = "+------+" + String(repeating: "-", count: width) + "+"
        func row(_ label: String, _ text: String) -> String {
            let room = String(repeating: " ", count: max(0, width - 1 - text.count))
            return "| \(label) | \(text)\(room)|"
        }
        let rows = lines.enumerated().map { row($0 == 0 ? "II.2" : "    ", $1) }
        let page = DrawnPage(([border, row("Para", "Text"), border] + rows + [border]).joined(separator: "\n"))
        guard case .table(let table) = DocumentLayout([page.surface]).blocks.first,
            case .grid(let found) = table.content
        else { return [] }
        return try #require(found.last?.cells.last).paragraphs
    }

    @Test func `A line goes on where the next word had no room`() throws {
        let found = try paragraphs("The United States requires that anyone", "who makes firearms is licensed.")
        #expect(found.map(\.text) == ["The United States requires that anyone who makes firearms is licensed."])
        #expect(found.first?.uncertainty == nil)
    }

    @Test func `A line ends where the next word had room`() throws {
        let found = try paragraphs("Section II, para 3", "Laws to control production")
        #expect(found.map(\.text) == ["Section II, para 3", "Laws to control production"])
        #expect(found.allSatisfy { $0.uncertainty == nil })
    }

    @Test func `A sentence that ends with a full line may end a paragraph`() throws {
        let found = try paragraphs("Brokers must report what they do, too.", "Manufacturers as well, every year.")
        #expect(found.map(\.text) == ["Brokers must report what they do, too. Manufacturers as well, every year."])
        #expect(found.first?.uncertainty == Uncertainty(.paragraphs, confidence: 0.9))
    }

    @Test func `More space between lines ends a paragraph`() throws {
        let found = try paragraphs(
            "The first one is as long as a line may",
            "be and goes on here until it comes to an",
            "",
            "end, and the second one begins here now."
        )
        #expect(found.count == 2)
    }

    @Test func `A word is joined behind its hyphen, and what remains open is said`() throws {
        let known = try paragraphs("This is about man-portable air and man-", "portable systems.")
        #expect(known.map(\.text) == ["This is about man-portable air and man-portable systems."])
        #expect(known.first?.uncertainty == nil)

        let hyphenated = try paragraphs("Those who manufacture what is manufac-", "ture are many.")
        #expect(hyphenated.map(\.text) == ["Those who manufacture what is manufacture are many."])
        #expect(hyphenated.first?.uncertainty == nil)

        let unknown = try paragraphs("These are the systems which are truck-", "mounted.")
        #expect(unknown.map(\.text) == ["These are the systems which are truck-mounted."])
        #expect(unknown.first?.uncertainty == Uncertainty(.joinedWord, confidence: 0.9))
    }

    @Test func `An address is joined without a blank`() throws {
        let found = try paragraphs("It is at http://www.example.org/a/long/", "path/file.htm now.")
        #expect(found.map(\.text) == ["It is at http://www.example.org/a/long/path/file.htm now."])
    }

    @Test func `A slash joins as well`() throws {
        let found = try paragraphs("Assistance and coordination/cooperation/", "training.")
        #expect(found.map(\.text) == ["Assistance and coordination/cooperation/training."])
    }

    @Test func `Items of a list are paragraphs`() throws {
        let found = try paragraphs("• one that is nearly as long as a line", "• two")
        #expect(found.map(\.text) == ["• one that is nearly as long as a line", "• two"])
    }

    @Test func `The page is the place`() throws {
        let found = try paragraphs("Text")
        #expect(found.first?.place.start == .page(1, x: 45, y: 37))
        #expect(found.first?.place.end == .page(1, x: 65, y: 47))
    }
}
