import FileSystem
import Logging
import TesseraModel
import Testing

@testable import TesseraCLI

@Suite("What people see of a run that is over") struct RunReportTests {
    /// A project with documents of which some fail, after a run.
    private func project() throws -> Project {
        let project = try Project()
        for (name, text) in [("one", "a letter\n"), ("two", "another <b>letter\n")] {
            try project.write(Array(text.utf8), to: "Input/\(name).txt")
        }
        try project.write(Array("no archive".utf8), to: "Input/three.docx")
        let (output, status) = try project.run("tessera convert --quiet")
        try #require(status == 1, "\(output)")
        return project
    }

    @Test func theTextSaysWhatFailedAndWhy() throws {
        let project = try project()
        let (output, status) = try project.run("tessera run-report")
        #expect(status == 0)
        let lines = output.split(separator: "\n").map(String.init)
        #expect(lines.first == "4 documents: 1 converted, 3 failed")
        let failure = try #require(lines.firstIndex { $0.hasPrefix("failed: no-matching-pipeline, ") })
        let reasons = lines[(failure + 1)...].prefix(3).map { $0.split(separator: ":").map(String.init) }
        #expect(reasons.map(\.first) == ["  Input/one.txt", "  Input/three.docx", "  Input/two.txt"])
        #expect(reasons.allSatisfy { $0.dropFirst().first == " no pipeline fits the document" })
        #expect(lines.contains { $0.hasPrefix("read ") && $0.contains(" % ") })
        #expect(lines.contains("pipeline us-poa-matrix: Pipelines/us-poa-matrix.yaml"))
    }

    @Test func thePageIsWellFormedAndStandsAlone() throws {
        let project = try project()
        let (page, status) = try project.run("tessera run-report Output/run.json --format html")
        #expect(status == 0)
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("<tr data-status=\"failed\"><th scope=\"row\">Input/two.txt"))
        for address in ["src=", "href=", "@import", "url("] { #expect(!page.contains(address), "\(address)") }
        for name in ["table", "tr", "td", "details", "ul", "div", "section"] {
            let opening = page.matches(of: try Regex("<\(name)[ >]")).count
            #expect(opening > 0)
            #expect(opening == page.matches(of: try Regex("</\(name)>")).count, "\(name)")
        }
    }

    @Test func whereThereIsNoReportItSaysSo() throws {
        let project = try Project()
        let commands = "tessera run-report Nowhere; echo '{}' > x.json; tessera run-report x.json"
        let (output, status) = try project.run(commands)
        #expect(status == 2)
        #expect(output.contains("Nowhere: error: cannot read it: No such file or directory"))
        #expect(output.contains("x.json: error: this is no report of a run"))
        #expect(output.contains("[bad-run-report]"))
    }

    @Test func logLinesEscapeAndQuote() {
        var log = LogLines(label: "x", logLevel: .debug)
        log[metadataKey: "run"] = "7"
        let event = LogEvent(
            level: .debug,
            message: "read",
            metadata: ["source": "a b\u{1B}[2J", "quote": "\"", "layout": ""],
            source: "",
            file: "",
            function: "",
            line: 1
        )
        let line = log.line(event, at: Moment(milliseconds: 0))
        #expect(
            line == #"1970-01-01T00:00:00Z debug x: read layout="" quote="\"" run=7 source="a b\u{1B}[2J""#
        )
    }

    @Test func logsAreWrittenWhereTheyAreAskedFor() throws {
        let project = try Project()
        let silent = try project.run("tessera convert")
        #expect(!silent.output.contains("document read"))
        let told = try project.run("tessera convert --no-cache --log-level debug").output
        #expect(told.contains(" info tessera: run begun documents=1 jobs="))
        #expect(told.contains(" debug tessera: document read format=text/plain layout=tabs pipeline=us-poa-matrix "))
        let quiet = try project.run("tessera convert --no-cache --quiet --log-level debug")
        #expect(quiet.output == "")
        #expect(try project.run("tessera convert --log-level debug --progress json").status == 2)
    }
}
