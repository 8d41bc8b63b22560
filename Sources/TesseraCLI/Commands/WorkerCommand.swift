import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

struct WorkerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "worker",
        abstract: "Convert documents on request, for another program.",
        discussion: """
            Reads a JSON request a line from standard input, and prints a JSON result a line, in
            the order of the requests, each as soon as it is there. A wrong request has a result
            like any other. Ends with its input. 'tessera schema worker-request' and 'tessera
            schema worker-result' print what the messages look like.

            Example:
              echo '{"protocol": 1, "id": "1", "path": "Input/report.docx"}' | tessera worker
            """
    )

    @Option(help: ArgumentHelp("Folder of pipeline files.", valueName: "folder"))
    var pipelines = "Pipelines"

    @OptionGroup var limits: LimitOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let set = try reportingSetUp(common) { () throws(SetUpFailure) in try PipelineSet.present(in: pipelines) }
        let worker = Worker(set, pipelineFolder: pipelines, limits: limits.values)
        var lines = StandardInputLines(limit: worker.longestRequest)
        while let line = try next(&lines) {
            switch line {
            case .tooLong: Terminal.output.write(worker.resultOfLongRequest.json.line())
            case .whole(let bytes):
                // A blank line asks for nothing.
                if bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { continue }
                Terminal.output.write(worker.result(of: bytes).json.line())
            }
        }
    }

    private func next(_ lines: inout StandardInputLines) throws -> StandardInputLines.Line? {
        do throws(FileFailure) {
            return try lines.next()
        } catch {
            Terminal.error.write("standard input: error: \(error)\n")
            throw ExitCode.setUpFailed
        }
    }
}
