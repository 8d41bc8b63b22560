import FileSystem
import Foundation
import Testing

/// The program watching a folder, step by step: each step waits for the line that tells of the one before.
@Suite("Watching", .timeLimit(.minutes(5))) struct WatchCommandTests {
    /// A program at work, of which one can read line by line.
    private final class Running {
        private let process = Process()
        private let pipe = Pipe()
        private var rest: [UInt8] = []
        private(set) var lines: [String] = []

        init(_ project: Project, _ arguments: [String]) throws {
            process.executableURL = URL(fileURLWithPath: Project.tessera)
            process.arguments = arguments
            process.currentDirectoryURL = URL(fileURLWithPath: project.path)
            process.standardError = pipe
            process.standardOutput = FileHandle.nullDevice
            process.standardInput = FileHandle.nullDevice
            try process.run()
        }

        deinit { if process.isRunning { process.terminate() } }

        /// Reads until a line has that text.
        func wait(for text: String) throws {
            while let line = next() {
                lines.append(line)
                if line.contains(text) { return }
            }
            Issue.record("'\(text)' did not come; there were \(lines)")
            throw CancellationError()
        }

        private func next() -> String? {
            while true {
                if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    let line = String(decoding: rest[..<end], as: UTF8.self)
                    rest.removeSubrange(...end)
                    return line
                }
                let data = pipe.fileHandleForReading.availableData
                guard !data.isEmpty else { return nil }
                rest += data
            }
        }

        func interrupt() -> Int32 {
            process.interrupt()
            while let line = next() { lines.append(line) }
            process.waitUntilExit()
            return process.terminationStatus
        }
    }

    private static let letter = Array("a letter\n".utf8)

    @Test func convertsWhatChangesUntilItIsInterrupted() throws {
        let project = try Project()
        let pipeline = "Pipelines/us-poa-matrix.yaml"
        let whole = try FileSystem.contents(of: "\(project.path)/\(pipeline)")
        let report = try FileSystem.contents(of: "\(project.path)/Input/us-poa-matrix-2007-07-17.txt")
        let running = try Running(project, ["convert", "--watch", "--name-by", "source", "Input"])
        try running.wait(for: "1 document converted")
        try running.wait(for: "watching Input; end with Ctrl-C")

        try project.write(report, to: "Input/b/copy.txt")
        try running.wait(for: "Output/b/")
        #expect(try sources(of: project) == ["Input/us-poa-matrix-2007-07-17.txt", "Input/b/copy.txt"])

        try project.write(Self.letter, to: "Input/b/copy.txt")
        try running.wait(for: "0 documents converted, 1 failed")

        try FileSystem.removeTree("\(project.path)/Input/b")
        try running.wait(for: "Input/b/copy.txt is gone; its dataset stays")

        try project.write(whole + Array("unknown: 1\n".utf8), to: pipeline)
        try running.wait(for: "unknown-key")
        try running.wait(for: "waiting until the pipeline files are in order")
        try project.write(whole + Array("# mended\n".utf8), to: pipeline)
        try running.wait(for: "the pipeline files have changed")
        try running.wait(for: "1 document converted")

        #expect(running.interrupt() == 130)
        #expect(running.lines.last == "interrupted after 4 runs: 3 documents converted, 1 failed")
        #expect(try FileSystem.kind(of: "\(project.path)/Output/b") == .directory)
        #expect(try project.run("tessera validate Output").status == 0)
    }

    private func sources(of project: Project) throws -> [String] {
        let text = try project.run("tessera run-report --format html").output
        return text.matches(of: /<tr data-status="[a-z]*"><th scope="row">([^<]*)/).map { String($0.1) }
    }

    @Test func beginsWithAnEmptyFolder() throws {
        let project = try Project()
        let report = try FileSystem.contents(of: "\(project.path)/Input/us-poa-matrix-2007-07-17.txt")
        try FileSystem.createDirectory("\(project.path)/New")
        let running = try Running(project, ["convert", "--watch", "New"])
        try running.wait(for: "watching New")
        try project.write(report, to: "New/report.txt")
        try running.wait(for: "1 document converted")
        #expect(running.interrupt() == 130)
    }

    @Test func excludesWhatMakesNoSense() throws {
        let project = try Project()
        for option in ["--dry-run", "--fail-fast"] {
            let (output, status) = try project.run("tessera convert --watch \(option)")
            #expect(status == 2)
            #expect(output.contains("--watch and \(option) exclude each other"))
        }
    }
}
