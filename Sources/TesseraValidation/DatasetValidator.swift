public import TesseraModel
public import TesseraPipeline
public import TesseraWriters

/// Says whether a dataset is whole: as the program wrote it, or as somebody has left it since.
///
/// One broken thing is told once: what follows from it is left out.
public struct DatasetValidator: Sendable {
    /// Path of the document that the dataset was made from; nil for the one that it names.
    public var source: String?
    /// Pipelines that say how the source is read; nil for none.
    public var pipelines: PipelineSet?
    /// Tables that other commands add to a dataset, without rows.
    public var addedTables: [DataTable]

    public init(source: String? = nil, pipelines: PipelineSet? = nil, addedTables: [DataTable] = []) {
        self.source = source
        self.pipelines = pipelines
        self.addedTables = addedTables
    }

    /// Validates a dataset.
    /// - Parameter folder: the dataset's folder.
    /// - Returns: what is wrong with it, file by file; nothing above a warning where it is valid.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it is no dataset.
    public func findings(of folder: String) throws(DocumentFailure) -> [DatasetFinding] {
        var validation = Validation(try DatasetFolder(folder), self)
        validation.run()
        return validation.log.findings
    }
}

/// One way through a dataset.
struct Validation {
    let folder: DatasetFolder
    let options: DatasetValidator
    var log = FindingLog()
    /// Files whose bytes are those that the report gives, and files in which something else explains another checksum.
    var sound: Set<String> = []
    var explained: Set<String> = []
    /// Whether the report is what was changed: it is not the one that was described, or stands alone against others.
    var isReportOdd = false
    var isReportAlone = false

    init(_ folder: DatasetFolder, _ options: DatasetValidator) {
        self.folder = folder
        self.options = options
    }

    mutating func run() {
        log.add(folder.findings)
        var descriptor = folder.files[DescriptorCheck.file].map { DescriptorCheck($0) }
        let reportCheck = folder.files[ReportCheck.file].map { ReportCheck($0) }
        let report = reportCheck?.report
        let tables = DataTable.all(of: report?.report ?? Validation.noReport)
        var made: MadeAgain?
        if let report, let found = descriptor {
            made = descriptionsMadeAgain(report, found)
            isReportAlone = isAloneAgainst(report, tables, found, made)
            isReportOdd = isOdd(descriptor) || isReportAlone
            let isSound = reportCheck?.findings.contains(where: \.isError) == false && !isReportOdd
            if let made {
                let expectation = DescriptorCheck.Expectation(
                    descriptor: made.descriptor,
                    tables: Set(tables.map(\.name)),
                    hasPipeline: made.hasPipeline,
                    isReportSound: isSound
                )
                descriptor?.compare(with: expectation, files: Set(folder.files.keys))
            }
        }
        descriptor?.checkLayout()
        if let descriptor { log.add(descriptor.findings) } else { tellMissing(DescriptorCheck.file) }
        if let reportCheck {
            log.add(reportCheck.findings)
        } else if descriptor?.resources.contains(where: { $0.path == ReportCheck.file }) != true,
            !folder.unreadable.contains(ReportCheck.file)
        {
            log.add(.noReport)
        }
        tellMissingFiles(descriptor?.resources ?? [], tables)
        checkTables(tables, report, descriptor)
        if report == nil { checkTablesAlone() } else { blameReportAlone() }
        if let report { checkOtherFiles(report, descriptor?.resources ?? []) }
        if report != nil, let descriptor { checkDescriptions(made, descriptor) }
        checkAddedTables(tables)
        tellUnknownFiles(descriptor, tables)
        // What was changed in the report by hand is not in its source either; and what is not in its source explains
        // another checksum.
        if let report, !log.hasErrors(in: ReportCheck.file) {
            var check = SourceCheck(report: report.report, pipelines: options.pipelines)
            check.kept = KeptParts(report.diagnostics)
            log.add(check.findings(source: options.source))
        }
        if let descriptor { checkChecksums(descriptor) }
    }

    /// Stands for a report that cannot be read: its tables have their columns all the same.
    private static let noReport = Report(
        identity: Report.Identity(id: "", title: "", language: nil, scheme: ""),
        source: Origin(path: "", mediaType: "", sha256: "", bytes: 0)
    )

    // MARK: Files

    private mutating func tellMissingFiles(_ resources: [DescriptorCheck.Resource], _ tables: [DataTable]) {
        for resource in resources where folder.files[resource.path] == nil {
            tellMissing(resource.path)
        }
    }

    /// A file that is there and cannot be read was told.
    private mutating func tellMissing(_ name: String) {
        guard !folder.unreadable.contains(name) else { return }
        log.add(.missingFile(name, isOther: folder.others.contains(name)))
    }

    /// Files that a dataset may hold though its descriptor does not list them: those of all writers, and the list of
    /// changes that the output folder keeps.
    static let known = Writers.fileNames.union(["CHANGES.md"])

    private mutating func tellUnknownFiles(_ descriptor: DescriptorCheck?, _ tables: [DataTable]) {
        let described = Set((descriptor?.resources ?? []).map(\.path))
        let own = Set((tables + options.addedTables).map { "\($0.name).csv" }).union(Validation.known)
        for name in (Array(folder.files.keys) + folder.others).sorted() where !described.contains(name) {
            // Whatever its name, a folder or a link is none of a dataset's files.
            let isOther = folder.others.contains(name)
            guard isOther || !own.contains(name) else { continue }
            log.add(.unknownFile(name, isOther: isOther))
        }
    }

    private mutating func checkChecksums(_ descriptor: DescriptorCheck) {
        for resource in descriptor.resources {
            guard let bytes = folder.files[resource.path], let checksum = folder.checksum(of: resource.path) else {
                continue
            }
            let isSame = resource.checksum.map { $0 == checksum } ?? true
            let isAsLong = resource.bytes.map { $0 == bytes.count } ?? true
            if isSame, isAsLong { continue }
            if explained.contains(resource.path) || log.isExplained(resource.path) { continue }
            let member = isSame ? "bytes" : "hash"
            if sound.contains(resource.path) || isSame {
                log.add(descriptor.finding(.wrongChecksum(resource.path, member), resource, member))
            } else {
                log.add(DatasetFinding(.otherBytes(resource, bytes.count), in: resource.path))
            }
        }
    }
}

extension DatasetFinding {
    static func missingFile(_ name: String, isOther: Bool = false) -> DatasetFinding {
        DatasetFinding(
            Diagnostic(
                "missing-file",
                .error,
                isOther ? "the file is a folder or a link, which is not followed" : "the file is missing",
                suggestion: .convertAgain
            ),
            in: name
        )
    }

    static let noReport = DatasetFinding(
        Diagnostic(
            "missing-report",
            .warning,
            "the dataset holds no report.json, so its tables are compared with each other alone: texts with the "
                + "matrix, and numbers of words, offsets and numbers of mentions with the texts",
            suggestion: "convert it with --write json,csv"
        ),
        in: ReportCheck.file
    )

    static func unknownFile(_ name: String, isOther: Bool) -> DatasetFinding {
        DatasetFinding(
            Diagnostic(
                "unknown-file",
                .warning,
                isOther
                    ? "this is no plain file, and not looked at: no part of the dataset"
                    : "the file is no part of the dataset",
                suggestion: "move it elsewhere before you publish the dataset"
            ),
            in: name
        )
    }
}

extension Diagnostic {
    fileprivate static func wrongChecksum(_ file: String, _ member: String) -> Diagnostic {
        Diagnostic(
            "wrong-checksum",
            .error,
            "\(file) is as the report gives it, and '\(member)' is that of other bytes",
            suggestion: .convertAgain
        )
    }

    fileprivate static func otherBytes(_ resource: DescriptorCheck.Resource, _ count: Int) -> Diagnostic {
        let size = resource.bytes.map { $0 == count ? "" : ": it has \(count) bytes instead of \($0)" } ?? ""
        return Diagnostic(
            "wrong-checksum",
            .error,
            "the file is not the one that datapackage.json describes\(size.isEmpty ? ": its SHA-256 is another one" : size)",
            suggestion: .convertAgain
        )
    }
}
