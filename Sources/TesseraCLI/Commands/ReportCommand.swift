import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPages
import TesseraPipeline
import TesseraVersions

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Make a page of a report, to look at in a browser.",
        discussion: """
            The page is one file that fetches nothing: the matrix as a map and as text, a search, filters, acronyms
            with their meanings, links with their state, and where each cell stands in the source. Of several reports,
            a folder of pages comes out, with an index and a timeline. With --diff, two versions stand side by side.

            Examples:
              tessera report Output/us-poa-matrix-2007-07-17 --output report.html
              tessera report Output --output Pages
              tessera report --diff Output/rivers-2022 Output/rivers-2024 --output diff.html
              tessera report Input/report.docx > report.html

            Exit codes: 0 clean; 2 usage, or a report cannot be read, or a page not be written.
            """
    )

    @Argument(help: ArgumentHelp("Datasets, folders of datasets, or documents.", valueName: "report"))
    var inputs: [String]

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "The file to write, or a folder for the pages of several reports. Default: standard output.",
            valueName: "path"
        )
    )
    var output: String?

    @Flag(help: "Compare two reports: the older one comes first.")
    var diff = false

    @OptionGroup var versions: VersionOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if diff, inputs.count != 2 { throw ValidationError("--diff takes two reports, the older one first") }
    }

    func run() throws {
        if diff {
            let reports = try versions.reports(at: inputs, common)
            let difference = ReportDifference(old: reports[0], new: reports[1])
            return try write(DiffPage(difference, old: reports[0], new: reports[1]).html)
        }
        let arguments = DatasetArguments(inputs, marks: [DatasetReader.reportFile])
        for (path, diagnostic) in arguments.passedOver { common.print([diagnostic], path: path) }
        // A folder of datasets gives a folder of pages, however many there are.
        let isSingle = arguments.folders.count == 1 && inputs.contains(arguments.folders[0])
        if isSingle, try !isFolder(output) {
            return try write(try Shown(arguments.folders[0], versions, common).page)
        }
        guard let output else {
            let count = arguments.folders.count
            throw ValidationError("these are \(count) reports: name a folder for their pages with --output")
        }
        try write(arguments.folders, into: output)
    }

    /// A report, with what is known of its links.
    private struct Shown {
        let report: CheckedReport
        let states: LinkStates

        init(_ path: String, _ versions: VersionOptions, _ common: CommonOptions) throws {
            report = try versions.checkedReport(at: path, common)
            // The dataset is named by its folder, or by the report in it.
            let isReport = path.hasSuffix(DatasetReader.reportFile)
            let folder = isReport ? String(path.dropLast(DatasetReader.reportFile.count)) : "\(path)/"
            let table = "\(folder)link_status.csv"
            do throws(FileFailure) {
                let isThere = try FileSystem.kind(of: table) == .file
                states = isThere ? LinkStates(csv: try FileSystem.contents(of: table)) : LinkStates()
            } catch {
                common.print([.unreadableLinkStatus(error)], path: table)
                throw ExitCode.setUpFailed
            }
        }

        var page: [UInt8] {
            ReportPage(report.report, diagnostics: report.diagnostics, states: states).html
        }
    }

    // MARK: Writing

    private func isFolder(_ path: String?) throws -> Bool {
        guard let path else { return false }
        return try reportingFailure(path) { () throws(FileFailure) in try FileSystem.kind(of: path) == .directory }
    }

    private func write(_ page: [UInt8]) throws {
        guard let output, output != "-" else { return Terminal.output.write(page) }
        try checkIsFree(output)
        try reportingFailure(output) { () throws(FileFailure) in try FileSystem.writeAtomically(page, to: output) }
        common.say("written: \(output)")
    }

    /// Refuses to write where something else would be lost: an input, a file of a dataset, a device.
    private func checkIsFree(_ path: String) throws {
        let kind = try reportingFailure(path) { () throws(FileFailure) in try FileSystem.kind(of: path) }
        guard kind == .file || kind == .missing, !inputs.contains(path) else {
            throw ValidationError("'\(path)' is no file for a page; name another with --output")
        }
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        if try isDataset(folder) {
            throw ValidationError("'\(path)' is in the folder of a dataset, which holds its own files alone")
        }
    }

    private func isDataset(_ folder: String) throws -> Bool {
        let report = "\(folder)/\(DatasetReader.reportFile)"
        return try reportingFailure(report) { () throws(FileFailure) in try FileSystem.kind(of: report) == .file }
    }

    /// Pages beside each other, and the index that leads to them, last: it never leads to a page that is not there yet.
    private func write(_ paths: [String], into folder: String) throws {
        func write(_ page: [UInt8], _ name: String) throws {
            let path = "\(folder)/\(name)"
            try reportingFailure(path) { () throws(FileFailure) in try FileSystem.writeAtomically(page, to: path) }
        }
        if try isDataset(folder) {
            throw ValidationError("'\(folder)' is the folder of a dataset, which holds its own files alone")
        }
        try reportingFailure(folder) { () throws(FileFailure) in
            try FileSystem.createDirectory(folder, withParents: true)
        }
        var names = PageNames()
        var entries: [IndexPage.Entry] = []
        for path in paths {
            let shown = try Shown(path, versions, common)
            let name = names.name(for: shown.report.report.identity.id)
            try write(shown.page, name)
            entries.append(IndexPage.Entry(shown.report.report, file: name))
        }
        try write(IndexPage(entries).html, PageNames.index)
        common.say("written: \(folder)/\(PageNames.index), with \(entries.count.counting("page"))")
    }

    private func reportingFailure<Result>(_ path: String, _ body: () throws(FileFailure) -> Result) throws -> Result {
        do {
            return try body()
        } catch {
            common.print([.pageNotWritten(error)], path: path)
            throw ExitCode.setUpFailed
        }
    }
}

extension Diagnostic {
    fileprivate static func pageNotWritten(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "page-not-written",
            .error,
            "the page cannot be written: \(failure.reason)",
            suggestion: "name another file or folder with --output"
        )
    }

    fileprivate static func unreadableLinkStatus(_ failure: FileFailure) -> Diagnostic {
        Diagnostic(
            "unreadable-link-status",
            .error,
            "what became of the links cannot be read: \(failure.reason)",
            suggestion: "make the file readable, or remove it and run 'tessera links check' again"
        )
    }
}
