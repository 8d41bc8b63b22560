import ArgumentParser
import FileSystem
import LibCurl
import TesseraLinks
import TesseraModel

struct LinksCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Find out what became of the links of datasets.",
        discussion: """
            Asks for each address of links.csv once, looks for the archived copy that is
            nearest to the report's own date, and writes link_status.csv into the folder of
            the dataset. This is the only command that touches the network. What was found
            out is kept: a check that was interrupted goes on where it stopped.

            Examples:
              tessera links check Output/us-poa-matrix-2007-07-17
              tessera links check Output/* --archive none --format json
              tessera links check Output/us-poa-matrix-2007-07-17 --offline

            Exit codes: 0 no link is dead; 1 one is, or with --strict one is uncertain;
            2 usage; 130 interrupted.
            """
    )

    @Argument(help: ArgumentHelp("Folders of datasets, or a folder that holds them.", valueName: "dataset"))
    var datasets: [String]

    @OptionGroup var options: LinkCheckOptions

    @Option(help: "Print the dead and uncertain links as text, or all links as json.")
    var format = FindingFormat.text

    @Flag(help: "Let uncertain links count as dead ones.")
    var strict = false

    @OptionGroup var common: CommonOptions

    func run() throws {
        let check = try options.check()
        let folders = try openDatasets()
        var log = DiagnosticLog()
        var state = check.begin(folders, log: &log)
        FileSystem.noteInterrupts()
        if state.pendingCount > 0 {
            let isComplete = try ask(check, &state, &log)
            common.print(log.diagnostics, path: check.cacheFolder)
            guard isComplete else {
                common.say("interrupted; \(state.pendingCount) of the answers are missing, the others are kept")
                throw ExitCode.interrupted
            }
        } else {
            common.print(log.diagnostics, path: check.cacheFolder)
        }
        try report(state.checked)
    }

    private func openDatasets() throws -> [DatasetLinks] {
        var folders: [DatasetLinks] = []
        var hasFailed = false
        let arguments = DatasetArguments(datasets, marks: ["links.csv"])
        for (path, diagnostic) in arguments.passedOver { common.print([diagnostic], path: path) }
        for dataset in arguments.folders {
            do {
                folders.append(try DatasetLinks(dataset))
            } catch {
                common.print([error.diagnostic], path: dataset)
                hasFailed = true
            }
        }
        if hasFailed { throw ExitCode.setUpFailed }
        return folders
    }

    private func ask(_ check: LinkCheck, _ state: inout LinkCheckState, _ log: inout DiagnosticLog) throws -> Bool {
        let transfers: CurlTransfers
        do {
            transfers = try CurlTransfers(CurlTransfers.Settings(userAgent: options.userAgent))
        } catch {
            common.print([.noHTTPClient(error)], path: "tessera")
            throw ExitCode.setUpFailed
        }
        let progress = ProgressLine(total: state.pendingCount, isShown: !common.quiet)
        defer { progress.clear() }
        return check.ask(
            &state,
            over: transfers,
            log: &log,
            isInterrupted: { FileSystem.isInterrupted },
            advance: { progress.advance() }
        )
    }

    private func report(_ checked: [LinkCheck.Checked]) throws {
        let report = LinkCheckReport(checked)
        var hasFailed = false
        // What was found out once is worth more than that nothing can be found out today.
        for dataset in checked where !(report.isCutOff && dataset.dataset.isRecorded) {
            do {
                try dataset.write()
            } catch {
                common.print([error.diagnostic], path: dataset.dataset.folder)
                hasFailed = true
            }
        }
        switch format {
        case .text:
            let text = report.text(isColoured: common.isColoured(.output), isVerbose: common.verbose)
            if !common.quiet { Terminal.output.write(text) }
        case .json: Terminal.output.write(report.json.serialised())
        }
        for line in report.summary { common.say(line) }
        if hasFailed || report.count(.dead) > 0 || (strict && report.count(.uncertain) > 0) {
            throw ExitCode.documentFailed
        }
    }
}

extension Diagnostic {
    fileprivate static func noHTTPClient(_ failure: CurlUnavailable) -> Diagnostic {
        Diagnostic(
            "no-http-client",
            .error,
            failure.description,
            suggestion: "install it with 'apt-get install libcurl4', or check with --offline"
        )
    }
}
