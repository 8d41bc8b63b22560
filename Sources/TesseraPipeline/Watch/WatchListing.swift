public import FileSystem

/// What one look at the inputs and at the pipeline files shows, without reading them.
public struct WatchListing: Sendable, Equatable {
    /// The documents in the order of a run.
    public var sources: [SourcePath]
    /// The stamps of each document's files; nil for a file that is gone.
    public var stamps: [SourcePath: [FileStamp?]]
    /// Of the files in the folder of pipeline files and of gazetteers, by their paths.
    public var settings: [String: FileStamp]

    /// Makes a listing.
    ///
    /// - Parameters:
    ///   - sources: The documents.
    ///   - stamps: Those of each document's files.
    ///   - settings: Those of the files on which conversions depend.
    public init(sources: [SourcePath], stamps: [SourcePath: [FileStamp?]], settings: [String: FileStamp] = [:]) {
        self.sources = sources
        self.stamps = stamps
        self.settings = settings
    }

    /// Looks at the documents of a discovery, and at the files of pipelines.
    ///
    /// - Parameters:
    ///   - discovery: What the inputs hold.
    ///   - folder: The folder of pipeline files.
    ///   - pipelines: Those that are in use.
    /// - Throws: ``SetUpFailure`` where something cannot be looked at.
    public init(
        _ discovery: SourceDiscovery,
        pipelineFolder folder: String,
        _ pipelines: PipelineSet
    ) throws(SetUpFailure) {
        sources = discovery.sources
        stamps = [:]
        settings = [:]
        for source in sources {
            var found: [FileStamp?] = []
            for (_, file) in source.files { found.append(try WatchListing.stamp(of: file)) }
            stamps[source] = found
        }
        let project = SourceDiscovery.project(of: folder)
        var files = pipelines.pipelines.flatMap(\.definition.gazetteers).map {
            GazetteerLoading.path(of: $0, in: project)
        }
        do {
            files += try FileSystem.files(below: folder).map { "\(folder)/\($0)" }
        } catch {
            throw SetUpFailure(folder, .unreadable(error))
        }
        for file in files { settings[file] = try WatchListing.stamp(of: file) }
    }

    private static func stamp(of file: String) throws(SetUpFailure) -> FileStamp? {
        do {
            return try FileSystem.stamp(of: file)
        } catch {
            throw SetUpFailure(file, .unreadable(error))
        }
    }
}
