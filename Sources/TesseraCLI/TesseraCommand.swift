import ArgumentParser
import FileSystem
import TesseraPipeline

@main
struct TesseraCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tessera",
        abstract: "Turns matrix reports into datasets.",
        discussion: """
            Example:
              tessera convert Input/ --output Output/

            Exit codes: 0 clean; 1 a document failed, a check differs; 2 usage or pipeline-file error;
            130 interrupted, what was finished is kept.
            """,
        version: Tessera.version,
        // One line a command.
        subcommands: [
            ConvertCommand.self,
            CheckCommand.self,
            DiffCommand.self,
            HistoryCommand.self,
            ReviewCommand.self,
            InspectCommand.self,
            ExplainCommand.self,
            TablesCommand.self,
            AcronymsCommand.self,
            LintCommand.self,
            ValidateCommand.self,
            LinksCommand.self,
            ReportCommand.self,
            RunReportCommand.self,
            CacheCommand.self,
            WorkerCommand.self,
            ErrandsCommand.self,
            FormatsCommand.self,
            SchemaCommand.self,
        ]
    )

    @MainActor static func main() async {
        FileSystem.ignoreBrokenPipes()
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            exit(with: error)
        }
    }

    /// Prints what a thrown error says and ends with the documented exit code.
    private static func exit(with error: any Error) -> Never {
        if let code = error as? ExitCode { Self.exit(withError: code) }
        // The parser's own code for wrong usage is 64; here it is 2.
        let status = exitCode(for: error)
        let message = fullMessage(for: error)
        guard status != .success else { Self.exit(withError: error) }
        Terminal.error.write(message + "\n")
        Self.exit(withError: ExitCode(2))
    }
}

extension ExitCode {
    /// A document failed, or a check differs.
    static let documentFailed = ExitCode(1)
    /// Usage or pipeline-file error.
    static let setUpFailed = ExitCode(2)
    /// Interrupted with Ctrl-C; what was finished is kept.
    static let interrupted = ExitCode(130)
}
