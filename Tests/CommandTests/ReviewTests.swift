import FileSystem
import Glibc
import TestSupport
import Testing

/// `review` in a terminal, as a person uses it.
@Suite("Review in a terminal", .timeLimit(.minutes(10)))
struct ReviewTests {
    private func document(rows: Int, _ word: String) -> [UInt8] {
        var text = "Revised and updated 3 May 2007\n\(MadeMatrix.headings)"
        for row in 1...rows {
            let laws =
                "Dealers of kind \(row) are \(word) by law, and keep books for as long as the law requires them to do "
            text += MadeMatrix.row("\(row)", laws + "so in each of the states.", "Help \(row) is \(word).")
        }
        return Array(text.utf8)
    }

    /// A project whose golden has other words in every cell than its document.
    private func project(rows: Int) throws -> Project {
        let project = try Project()
        try FileSystem.removeTree("\(project.path)/Input")
        try FileSystem.removeTree("\(project.path)/Pipelines")
        try project.write(Array(MadeMatrix.pipeline.utf8), to: "Pipelines/made.yaml")
        try project.write(document(rows: rows, "licensed"), to: "Input/made.txt")
        try #require(try project.run("tessera convert --quiet").status == 0)
        try project.write(document(rows: rows, "registered"), to: "Input/made.txt")
        return project
    }

    private func cells(_ project: Project) throws -> String {
        String(
            decoding: try FileSystem.contents(of: "\(project.path)/Output/made-2007-05-03/cells.csv"),
            as: UTF8.self
        )
    }

    private func ledger(_ project: Project) throws -> [Substring] {
        String(decoding: try FileSystem.contents(of: "\(project.path)/Output/ledger.csv"), as: UTF8.self)
            .split(separator: "\n").dropFirst().map(\.self)
    }

    @Test func acceptsRejectsAndQuits() throws {
        let project = try project(rows: 2)
        let terminal = try PseudoTerminal(project, ["review"], environment: ["NO_COLOR": "1"])
        try terminal.wait(for: "made-2007-05-03: 4 differences")
        try terminal.wait(for: "1 of 4  cells/II.1/laws")
        let page = try terminal.wait(for: "(q)uit")
        #expect(page.contains("[-licensed-]{+registered+}"))
        #expect(page.contains("why: Input/made.txt:7:1 to "))
        #expect(!page.contains("\u{1B}"))
        try terminal.type("r")
        try terminal.wait(for: "2 of 4  cells/II.1/help")
        try terminal.wait(for: "(q)uit")
        try terminal.type("w")
        try terminal.wait(for: "confidence: 1")
        try terminal.wait(for: "(q)uit")
        try terminal.type("x")
        try terminal.wait(for: "no such answer")
        try terminal.wait(for: "(q)uit")
        try terminal.type("a")
        try terminal.wait(for: "3 of 4")
        try terminal.wait(for: "(q)uit")
        try terminal.type("q")
        let (status, rest) = terminal.end()
        #expect(status == 1)
        #expect(rest.contains("1 of 4 differences accepted, 1 rejected, 2 open"))
        let text = try cells(project)
        #expect(text.contains("Dealers of kind 1 are licensed") && text.contains("Help 1 is registered"))
        #expect(text.contains("Help 2 is licensed"))
        #expect(try ledger(project).count == 3)
        #expect(try ledger(project).allSatisfy { $0.contains(",Ann,made-2007-05-03,") })
        // What was rejected is not asked about again.
        let again = try PseudoTerminal(project, ["review"])
        try again.wait(for: "1 of 2")
        try again.wait(for: "(q)uit")
        try again.type("A")
        try again.wait(for: "accept 2 differences?")
        try again.type("y")
        let ended = again.end()
        #expect(ended.rest.contains("1 rejected before; --again asks about them"))
        #expect(try project.run("tessera validate Output").status == 0)
    }

    /// A key for each of 500 differences, in colour.
    @Test func fiveHundredDifferences() throws {
        let project = try project(rows: 250)
        let terminal = try PseudoTerminal(project, ["review"])
        for number in 1...500 {
            try terminal.wait(for: "\(number) of 500")
            let page = try terminal.wait(for: "(q)uit")
            if number == 1 { #expect(page.contains("\u{1B}[31mlicensed")) }
            try terminal.type(number == 500 ? "r" : "a")
        }
        let (status, rest) = terminal.end()
        #expect(status == 1)
        #expect(rest.contains("499 of 500 differences accepted, 1 rejected"))
        #expect(try ledger(project).count == 501)
        let check = try project.run("tessera check")
        #expect(check.output.contains("1 cell differs"))
    }

    /// Ctrl-C, a signal and a lost connection keep what was accepted.
    @Test(arguments: ["\u{3}", "\u{4}", "TERM"]) func endsEarly(_ ending: String) throws {
        let project = try project(rows: 2)
        let terminal = try PseudoTerminal(project, ["review"])
        try terminal.wait(for: "1 of 4")
        try terminal.wait(for: "(q)uit")
        try terminal.type("a")
        try terminal.wait(for: "2 of 4")
        try terminal.wait(for: "(q)uit")
        if ending == "TERM" { terminal.signal(SIGTERM) } else { try terminal.type(ending) }
        let (status, rest) = terminal.end()
        #expect(status == (ending == "\u{4}" ? 1 : 130))
        #expect(rest.contains("1 of 4 differences accepted, 3 open"))
        let text = try cells(project)
        #expect(text.contains("Dealers of kind 1 are registered") && text.contains("Help 1 is licensed"))
        #expect(try ledger(project).count == 2)
    }

    @Test func aLostConnection() throws {
        let project = try project(rows: 2)
        let terminal = try PseudoTerminal(project, ["review"])
        try terminal.wait(for: "1 of 4")
        try terminal.wait(for: "(q)uit")
        try terminal.type("a")
        try terminal.wait(for: "2 of 4")
        terminal.hangUp()
        #expect(try cells(project).contains("Dealers of kind 1 are registered"))
        #expect(try ledger(project).count == 2)
    }

    /// Lines are as wide as the window is when they are written.
    @Test func theWindowChanges() throws {
        let project = try project(rows: 2)
        let terminal = try PseudoTerminal(project, ["review"], columns: 40, environment: ["TERM": "dumb"])
        try terminal.wait(for: "1 of 4")
        try terminal.wait(for: "(q)uit")
        try terminal.type("f")
        let narrow = try terminal.wait(for: "why: ")
        #expect(narrow.split(whereSeparator: \.isNewline).map(String.init).dropFirst().allSatisfy { $0.count <= 40 })
        try terminal.wait(for: "(q)uit")
        terminal.resize(to: 200)
        try terminal.type("f")
        let wide = try terminal.wait(for: "why: ")
        #expect(wide.split(whereSeparator: \.isNewline).map(String.init).contains { $0.count > 60 })
        try terminal.wait(for: "(q)uit")
        try terminal.type("q")
        #expect(terminal.end().status == 1)
    }

    /// Without a terminal, a line is an answer: scripts and screen readers can use it.
    @Test func linesOfAFile() throws {
        let project = try project(rows: 1)
        let (output, status) = try project.run(
            "printf 'help\\nreject\\naccept\\n' | CI= TESSERA_REVIEWER=Ann tessera review"
        )
        #expect(status == 1)
        #expect(output.contains("2 of 2  cells/II.1/help"))
        #expect(output.contains("1 of 2 differences accepted, 1 rejected"))
        #expect(try cells(project).contains("Help 1 is registered"))
    }

    /// Answers that end too early are as good as `quit`.
    @Test func aFileWithoutEnd() throws {
        let project = try project(rows: 1)
        let (output, status) = try project.run("printf 'a' | CI= TESSERA_REVIEWER=Ann tessera review")
        #expect(status == 1)
        #expect(output.contains("1 of 2 differences accepted, 1 open"))
    }

    @Test func nothingUnderCI() throws {
        let project = try project(rows: 1)
        let before = try cells(project)
        for options in ["", "--accept-all", "--accept source", "--remove-orphans"] {
            let (output, status) = try project.run("CI=true tessera review \(options)")
            #expect(status == 2)
            #expect(output.contains("[review-under-ci]"))
        }
        #expect(try cells(project) == before)
        #expect(try FileSystem.kind(of: "\(project.path)/Output/ledger.csv") == .missing)
    }
}
