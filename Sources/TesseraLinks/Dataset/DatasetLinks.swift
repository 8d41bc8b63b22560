import FileSystem
public import TesseraModel
import TesseraPipeline

/// The links of a dataset, as its folder holds them.
public struct DatasetLinks: Sendable {
    /// An address with the place where it stands first.
    public struct Entry: Sendable, Equatable {
        /// The address.
        public var url: String
        /// The first cell that it stands in, or the place outside the cells.
        public var place: String
    }

    /// The dataset's folder, as the user names it.
    public let folder: String
    /// The report's own date; nil where it has none.
    public let date: PartialDate?
    /// Each address once, in the order of the links.
    public let entries: [Entry]
    /// What an earlier check found out, by address.
    let recorded: [String: RecordedStatus]

    /// Whether an earlier check has found something out.
    public var isRecorded: Bool { !recorded.isEmpty }

    /// Reads the links and the date of a dataset.
    ///
    /// - Parameter folder: The dataset's folder.
    /// - Throws: `DocumentFailure` where it is no dataset.
    public init(_ folder: String) throws(DocumentFailure) {
        var path = folder
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.folder = path
        let files: [String: [UInt8]]
        do {
            files = try Self.files(of: path)
        } catch {
            throw DocumentFailure(.notADataset(error.description))
        }
        guard let links = files["links.csv"] else {
            throw DocumentFailure(.notADataset("it holds no links.csv"))
        }
        entries = try Self.entries(of: links)
        date = try Self.date(files)
        recorded = files[LinkStatusTable.fileName].map(RecordedStatus.read) ?? [:]
    }

    private static func files(of folder: String) throws(FileFailure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for name in ["links.csv", "datapackage.json", LinkStatusTable.fileName] {
            let path = "\(folder)/\(name)"
            if try FileSystem.kind(of: path) == .file { files[name] = try FileSystem.contents(of: path) }
        }
        return files
    }

    private static func entries(of links: [UInt8]) throws(DocumentFailure) -> [Entry] {
        let records = CSVFile(links).fields
        guard let header = records.first, let url = header.firstIndex(of: "url"),
            let cell = header.firstIndex(of: "cell_id"), let place = header.firstIndex(of: "place"),
            records.allSatisfy({ $0.count == header.count })
        else { throw DocumentFailure(.notADataset("links.csv is not as 'tessera convert' writes it")) }
        var seen: Set<String> = []
        return records.dropFirst().compactMap { record in
            guard seen.insert(record[url]).inserted else { return nil }
            return Entry(url: record[url], place: record[cell].isEmpty ? record[place] : record[cell])
        }
    }

    /// The version of the data package is the report's date.
    private static func date(_ files: [String: [UInt8]]) throws(DocumentFailure) -> PartialDate? {
        guard let descriptor = files["datapackage.json"] else { return nil }
        do {
            guard case .object(let members) = try JSONParser.parse(descriptor) else { return nil }
            guard case .string(let version)? = members["version"] else { return nil }
            return PartialDate(version)
        } catch {
            throw DocumentFailure(.notADataset("datapackage.json is no JSON"))
        }
    }
}

extension PartialDate {
    /// The middle of the day, the month or the year, at noon UTC: what is nearest to it is nearest to all of it.
    var middle: Moment? {
        // The second of July is the middle of a year.
        Moment(year: year, month: month ?? 7, day: day ?? (month == nil ? 2 : 15), hour: 12)
    }
}

extension Diagnostic {
    fileprivate static func notADataset(_ reason: String) -> Diagnostic {
        Diagnostic(
            "not-a-dataset",
            .error,
            "this is no dataset: \(reason)",
            suggestion: "name a folder that 'tessera convert' has made"
        )
    }
}
