import ArgumentParser
import TesseraModel
import TesseraPipeline
import TesseraStages

struct AcronymsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "acronyms",
        abstract: "List the acronyms of any text: definitions and mentions.",
        discussion: """
            Needs no pipeline file. Offsets are UTF-8 bytes: of a document, from the beginning of the paragraph that
            'paragraph' names (from 0, as in 'tessera inspect FILE --after read'); of a line of JSON, from the
            beginning of its text. 'start' and 'end' of a definition hold both the acronym and its expansion.

            Examples:
              tessera acronyms report.docx --format csv
              tessera acronyms --jsonl-in texts.jsonl > acronyms.jsonl
              tessera acronyms report.txt --gazetteer un.csv
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, jsonl, csv
    }

    @Argument(help: ArgumentHelp("Documents.", valueName: "file"))
    var files: [String] = []

    @Option(
        help: ArgumentHelp("Texts as JSON Lines, {\"id\", \"text\"} a line; - for standard input.", valueName: "file")
    )
    var jsonlIn: String?

    @Option(help: "Print json, jsonl or csv. (default: json; jsonl with --jsonl-in)")
    var format: Format?

    @Option(
        name: .customLong("gazetteer"),
        help: ArgumentHelp(
            "A CSV of acronyms: acronym, expansion, scope, source. Can be given several times.",
            valueName: "file"
        )
    )
    var gazetteers: [String] = []

    @Option(help: ArgumentHelp("Folder of pipeline files, for XML of your own.", valueName: "folder"))
    var pipelines = "Pipelines"

    @OptionGroup var limits: LimitOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard files.isEmpty == (jsonlIn != nil) else {
            throw ValidationError(
                files.isEmpty ? "name a document, or give --jsonl-in" : "--jsonl-in takes no documents"
            )
        }
    }

    func run() throws {
        let finder = try reportingSetUp(common) { () throws(SetUpFailure) in
            var loading = GazetteerLoading()
            let sources = gazetteers.map { GazetteerSource(file: $0) }
            return AcronymFinder(gazetteers: try loading.gazetteers(sources))
        }
        let (lists, hasFailed) = try jsonlIn.map { try self.lists(texts: $0, finder) } ?? self.lists(documents: finder)
        if !lists.isEmpty || !hasFailed { write(lists) }
        if hasFailed { throw ExitCode.documentFailed }
    }

    private func lists(documents finder: AcronymFinder) throws -> (lists: [AcronymList], hasFailed: Bool) {
        // Only pipeline files can tell what the elements of some kinds of XML are.
        let mappings = try reportingSetUp(common) { () throws(SetUpFailure) in
            try PipelineSet.present(in: pipelines).mappings
        }
        let loader = DocumentLoader(limits: limits.values, mappings: mappings)
        var lists: [AcronymList] = []
        var hasFailed = false
        for file in files {
            var log = DiagnosticLog()
            do {
                let document = try loader.load(SourcePath(file: file, name: file), log: &log)
                common.print(log.diagnostics, path: file)
                lists.append(AcronymList(file: file, document, finder))
            } catch {
                common.print(log.diagnostics + [error.diagnostic], path: file)
                hasFailed = true
            }
        }
        return (lists, hasFailed)
    }

    private func lists(texts path: String, _ finder: AcronymFinder) throws -> (lists: [AcronymList], hasFailed: Bool) {
        let lines = try reportingSetUp(common) { () throws(SetUpFailure) in try TextLines.lines(of: path) }
        var lists: [AcronymList] = []
        var hasFailed = false
        for line in lines {
            switch line {
            case .text(let id, let text): lists.append(AcronymList(id: id, text: text, finder))
            case .mistake(let diagnostic):
                common.print([diagnostic], path: path)
                hasFailed = true
            }
        }
        return (lists, hasFailed)
    }

    private func write(_ lists: [AcronymList]) {
        switch format ?? (jsonlIn == nil ? .json : .jsonl) {
        case .json: Terminal.output.write(JSONValue.array(lists.map(\.json)).serialised())
        case .jsonl: Terminal.output.write(lists.flatMap { $0.json.line() })
        case .csv: Terminal.output.write(AcronymList.csv(lists))
        }
    }
}
