import TestSupport
import Testing

@testable import TesseraReaders

/// Lines and rectangles on a page of 200 by 100 points.
@Suite struct PDFRuleTests {
    private func rules(_ content: String, page entries: String = "") throws -> [[Double]] {
        try page(content, page: entries).rules.map(\.summary)
    }

    private func fills(_ content: String) throws -> [[Double]] { try page(content).fills.map(\.box.summary) }

    @Test func aStrokeIsALine() throws {
        #expect(try rules("2 w 10 20 m 110 20 l S") == [[10, 80, 110, 80, 2]])
        #expect(try rules("0 w 10 20 m 10 90 l s") == [[10, 10, 10, 80, 0]])
    }

    @Test func aStrokedRectangleIsFourLines() throws {
        let sides: [[Double]] = [
            [10, 90, 40, 90, 1], [40, 70, 40, 90, 1], [10, 70, 40, 70, 1], [10, 70, 10, 90, 1],
        ]
        #expect(try rules("10 10 30 20 re S") == sides)
        #expect(try rules("10 10 m 40 10 l 40 30 l 10 30 l h S") == sides)
        #expect(try rules("10 10 m 40 10 l 40 30 l 10 30 l s") == sides)
        #expect(try rules("40 30 -30 -20 re S").count == 4)
    }

    @Test func aThinFilledRectangleIsALine() throws {
        #expect(try rules("10 20 100 0.5 re f") == [[10, 79.8, 110, 79.8, 0.5]])
        #expect(try rules("10 20 1 60 re f*") == [[10.5, 20, 10.5, 80, 1]])
        #expect(try page("10 20 100 0.5 re f").fills.isEmpty)
    }

    @Test func aThickFilledRectangleIsAnArea() throws {
        let page = try page("0.8 g 10 20 100 30 re f 1 g 0 0 5 5 re f 1 0 0 rg 0 0 5 5 re f 0 0 0 0.25 k 0 0 5 5 re f")
        #expect(page.rules.isEmpty)
        #expect(page.fills.first?.box.summary == [10, 50, 110, 80])
        #expect(page.fills.map { ($0.grey * 100).rounded() } == [80, 100, 30, 75])
    }

    @Test func fillingAndStrokingDoesBoth() throws {
        for operators in ["B", "B*", "b", "b*"] {
            let page = try page("10 10 30 20 re \(operators)")
            #expect(page.rules.count == 4)
            #expect(page.fills.count == 1)
        }
    }

    @Test(arguments: [
        "1 G 10 20 m 110 20 l S", "1 1 1 RG 10 20 m 110 20 l S", "0 0 0 0 K 10 20 m 110 20 l S", "1 g 10 20 100 1 re f",
        "/DeviceGray cs 1 sc 10 20 100 1 re f", "10 20 100 1 re n", "10 20 100 1 re W n", "10 20 m 110 20 l",
        "10 -20 m 110 -20 l S", "10 20 m 110 60 l S", "10 20 m 20 40 90 40 110 20 c S",
    ])
    func linesThatCannotBeSeenAreNone(content: String) throws {
        #expect(try rules(content).isEmpty)
    }

    @Test func coloursOfInkAreTheOtherWayRound() throws {
        let resources = courier + "/ColorSpace<</Ink[/Separation/Black/DeviceGray 9 0 R]>>"
        #expect(try page("/Ink cs 1 scn 10 20 100 1 re f", resources: resources).rules.map(\.grey) == [0])
        #expect(try page("/Ink cs 0 scn 10 20 100 1 re f", resources: resources).rules.isEmpty)
        #expect(try page("/Pattern cs /P1 scn 10 20 100 9 re f").fills.map(\.grey) == [0.5])
    }

    @Test func dashesAreOneLine() throws {
        #expect(try rules("[3 2] 0 d 10 20 m 110 20 l S") == [[10, 80, 110, 80, 1]])
    }

    @Test func statesComeBack() throws {
        #expect(try rules("q 3 w 1 G Q 10 20 m 110 20 l S") == [[10, 80, 110, 80, 1]])
        #expect(try rules("Q Q 3 w Q 10 20 m 110 20 l S") == [[10, 80, 110, 80, 3]])
    }

    @Test func transformationsMoveAndScale() throws {
        #expect(try rules("2 0 0 2 10 10 cm 5 5 m 25 5 l S") == [[20, 80, 60, 80, 2]])
        // A quarter turn: what runs to the right goes up.
        #expect(try rules("0 1 -1 0 100 0 cm 10 20 m 60 20 l S") == [[80, 40, 80, 90, 1]])
        // First the second one.
        #expect(try rules("1 0 0 1 10 0 cm 2 0 0 2 0 0 cm 5 5 m 25 5 l S") == [[20, 90, 60, 90, 2]])
    }

    @Test(
        arguments: [
            (0, [10, 80, 110, 80]), (90, [20, 10, 20, 110]), (180, [90, 20, 190, 20]), (270, [80, 90, 80, 190]),
            (-90, [80, 90, 80, 190]), (450, [20, 10, 20, 110]),
        ] as [(Int, [Double])]
    )
    func pagesMayBeTurned(rotation: Int, line: [Double]) throws {
        let page = try page("10 20 m 110 20 l S", page: "/Rotate \(rotation)")
        #expect(page.rules.map { Array($0.summary.prefix(4)) } == [line])
        #expect(page.width == (rotation % 180 == 0 ? 200 : 100))
        #expect(page.height == (rotation % 180 == 0 ? 100 : 200))
    }

    @Test(arguments: ["[100 50 300 150]", "[300 150 100 50]"])
    func pagesMayBeginElsewhere(box: String) throws {
        let page = try page("110 70 m 210 70 l S", page: "/MediaBox\(box)")
        #expect(page.rules.map(\.summary) == [[10, 80, 110, 80, 1]])
        #expect([page.width, page.height] == [200, 100])
    }

    @Test func formsHaveTheirOwnState() throws {
        var writer = PDFWriter(
            pages: ["q 1 0 0 1 10 0 cm /X Do Q 0 20 m 50 20 l S"],
            resources: "/XObject<</X 40 0 R>>"
        )
        writer.set(40, stream: "5 w q 0 10 m 50 10 l S q q", "/Subtype/Form/Matrix[1 0 0 1 0 5]")
        let page = try PDFDocument(writer.file()).page(0)
        #expect(page.rules.map(\.summary) == [[10, 85, 60, 85, 5], [0, 80, 50, 80, 1]])
    }

    @Test func imagesCoverThePage() throws {
        var writer = PDFWriter(pages: ["q 100 0 0 100 0 0 cm /X Do Q", "q 100 0 0 -100 0 0 cm /X Do Q"])
        writer.set(3, "<</XObject<</X 40 0 R>>>>")
        writer.set(40, stream: "data", "/Subtype/Image/Width 1/Height 1")
        let document = try PDFDocument(writer.file())
        #expect(try document.page(0).imageCoverage == 0.5)
        #expect(try document.page(1).imageCoverage == 0, "it lies below the page")
    }

    @Test(arguments: [
        "BI /W 4 /H 1 /BPC 8 /CS /G ID Q EI EI", "BI /W 1 /H 1 /F /AHx ID 00> EI", "BI /F /Fl ID \u{1} EI \u{1} EI",
        "BI /W 9 /H 9 /IM true ID x EI",
    ])
    func imagesInTheContentArePassedOver(image: String) throws {
        let page = try page("q 100 0 0 50 0 0 cm \(image) Q 10 20 m 110 20 l S")
        #expect(page.rules.map(\.summary) == [[10, 80, 110, 80, 1]])
        #expect(page.imageCoverage == 0.25)
    }
}
