import FileSystem
import TesseraModel
import TesseraPipeline
import TestSupport
import Testing

/// A report that was cut into files gives the dataset of the whole.
@Suite struct PartJoiningTests {
    /// Converts texts as the parts of one report.
    private func converted(
        _ texts: [String],
        names: [String]? = nil,
        with pipelines: PipelineSet? = nil,
        numbers: [Int]? = nil
    ) throws -> (conversion: Conversion, document: SourceDocument?) {
        try withTemporaryFolder { folder in
            var source = SourcePath(file: "\(folder)/report.txt", name: "Input/report.txt")
            for (index, text) in texts.enumerated() {
                let name = names?[index] ?? "report_p\(index + 1).txt"
                let file = "\(folder)/\(name)"
                let above = file.split(separator: "/").dropLast().map { "/\($0)" }.joined()
                try FileSystem.createDirectory(above, withParents: true)
                try FileSystem.write(Array(text.utf8), to: file)
                source.parts.append(.init(file: file, name: "Input/\(name)", number: numbers?[index] ?? index + 1))
            }
            let conversion = Converter(try pipelines ?? Made.pipelines()).convert(source)
            var log = DiagnosticLog()
            do {
                return (conversion, try DocumentLoader().load(source, log: &log))
            } catch {
                return (conversion, nil)
            }
        }
    }

    /// Tables that do not say where in the source anything stands.
    private static let tables = ["rows.csv", "cells.csv", "references.csv", "acronyms.csv", "links.csv", "matrix.csv"]

    private func expectSameTables(_ one: Conversion, _ other: Conversion, _ comment: String = "") {
        #expect(one.isSound(), "\(comment): \(one.diagnostics)")
        for name in Self.tables {
            let files = [one, other].map { $0.files.first { $0.name == name }?.bytes }
            #expect(files[0] == files[1], "\(comment): \(name)")
        }
    }

    @Test func aCutAtAnyLineLeavesNoTrace() throws {
        let text = Made.document(revised: "June 2006", rows: 2, cell: "Dealers are\n\nlicensed (ATF).") + "Annex\n"
        let whole = try converted([text]).conversion
        try #require(whole.isSound(), "\(whole.diagnostics)")
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // Behind the last filled line there is nothing to put into a part.
        for cut in 1..<lines.count - 1 {
            let parts = [lines[..<cut], lines[cut...]].map { $0.joined(separator: "\n") }
            expectSameTables(try converted(parts).conversion, whole, "cut at line \(cut + 1)")
        }
    }

    @Test(arguments: [[1], [12, 30], [31, 300], [17, 18, 446], [500], [3, 101, 104, 106, 613]])
    func theRealReportComesBack(cuts: [Int]) throws {
        let lines = try Project.text().split(separator: "\n", omittingEmptySubsequences: false)
        let borders = [0] + cuts + [lines.count]
        let parts = zip(borders, borders.dropFirst()).map { start, end in
            lines[start..<end].map { $0 + (start + 1 == lines.count ? "" : "\n") }.joined()
        }
        let pipelines = PipelineSet([Pipeline(try Project.definition())])
        expectSameTables(try converted(parts, with: pipelines).conversion, try Project.conversion())
    }

    @Test func namesThePartsInEveryPlace() throws {
        let text = Made.document(revised: nil, rows: 1, cell: "One.")
        let cut = try #require(text.firstRange(of: "One."))
        let parts = [String(text[..<cut.lowerBound]) + "Half a\n", "sentence.\n" + text[cut.upperBound...]]
        let result = try converted(parts)
        let places = try lines("provenance.csv", of: result.conversion.files)
        #expect(
            places == [
                "cell_id,part,start,end",
                "II.1/laws,report_p1.txt,6:1,6:15",
                "II.1/laws,report_p2.txt,1:1,1:10",
                "II.1/help,report_p2.txt,3:1,3:5",
            ]
        )
        // The paragraph that was cut stays two.
        let cells = try lines("cells.csv", of: result.conversion.files)
        #expect(cells.contains { $0.hasPrefix("II.1/laws,II.1,laws,text,\"Row 1: Half a") })
        #expect(result.document?.paragraphs.allSatisfy { !$0.place.part.isEmpty } == true)
    }

    @Test func statesEachFileAndTheWhole() throws {
        let text = Made.document(revised: nil, rows: 1)
        let middle = text.index(text.startIndex, offsetBy: 60)
        let origin = try #require(
            try converted([String(text[..<middle]), String(text[middle...])]).document?.origin
        )
        let whole = try #require(try converted([text]).document?.origin)
        #expect(origin.sha256 == whole.sha256 && origin.bytes == whole.bytes && origin.mediaType == "text/plain")
        #expect(origin.parts.map(\.path) == ["Input/report_p1.txt", "Input/report_p2.txt"])
        #expect(origin.parts.map(\.bytes).reduce(0, +) == origin.bytes && origin.path == "Input/report.txt")
        let page = "<html><body><p>An annex</p></body></html>"
        let mixed = try converted([text, page], names: ["x.txt", "x.html"]).document
        #expect(mixed?.origin.mediaType == "multipart/mixed")
        // Two parts with one name are told apart by their folders.
        let twins = try converted([text, "An annex"], names: ["a/x.txt", "b/x.txt"]).document
        #expect(twins?.paragraphs.last?.place.part == "Input/b/x.txt")
    }

    @Test func saysWhichPartIsMissing() throws {
        let text = Made.document(revised: nil)
        func ids(_ numbers: [Int]) throws -> [String] {
            try converted(numbers.map { _ in text }, numbers: numbers).conversion.diagnostics.map {
                "\($0.id): \($0.message.prefix { $0 != ";" })"
            }
        }
        #expect(try ids([1, 3]) == ["missing-part: the report is cut into parts, and part 2 is missing"])
        #expect(try ids([4]) == ["missing-part: the report is cut into parts, and part 1, 2, 3 is missing"])
        #expect(
            try ids([0, 1, 9])
                == ["missing-part: the report is cut into parts, and part 2, 3, 4, … is missing"]
        )
        #expect(try ids([1, 1]).map { $0.hasPrefix("part-twice:") } == [true])
    }

    @Test func saysInWhichPartReadingFails() throws {
        let failure = try converted([Made.document(revised: nil), "a\u{0}\u{1}\u{2}\u{3}"]).conversion.diagnostics
        #expect(failure.map(\.id) == ["unsupported-format"])
        #expect(failure.first?.message.hasPrefix("in the part 'report_p2.txt', ") == true)
    }

    @Test func linesAcrossColumnsGoOn() throws {
        func part(_ kind: String, _ rows: String, before: String = "") -> String {
            "<document xmlns=\"urn:tessera:document:1\" version=\"1\">\(before)<table kind=\"\(kind)\">\(rows)</table></document>"
        }
        func row(_ cells: String...) -> String {
            "<row>" + cells.map { "<cell><paragraph>\($0)</paragraph></cell>" }.joined() + "</row>"
        }
        func shape(_ parts: [String]) throws -> [String] {
            try #require(try converted(parts, names: ["a.xml", "b.xml"]).document).blocks.map { block in
                guard case .table(let table) = block else { return "text" }
                switch table.content {
                case .lines(let lines): return "lines \(lines.count)"
                case .grid(let rows): return "grid \(rows.count)"
                case .stream(let cells): return "stream \(cells.count)"
                }
            }
        }
        let two = part("lines", row("a", "b"))
        #expect(try shape([two, part("lines", row("c", "d") + row("e", "f"))]) == ["lines 3"])
        #expect(try shape([two, part("lines", row("c", "d", "e"))]) == ["lines 1", "lines 1"])
        #expect(
            try shape([two, part("lines", row("c", "d"), before: "<paragraph>x</paragraph>")])
                == ["lines 1", "text", "lines 1"]
        )
        #expect(try shape([two, part("grid", row("c", "d"))]) == ["lines 1", "grid 1"])
    }
}
