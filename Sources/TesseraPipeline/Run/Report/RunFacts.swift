public import TesseraModel
import TesseraWriters

/// When a run began and ended, and on what.
public struct RunFacts: Sendable, Equatable {
    /// A pipeline that was at hand.
    public struct UsedPipeline: Sendable, Equatable {
        public var id: String
        /// Path of its file, from the project's folder.
        public var path: String
        /// SHA-256 of its file in lower-case hexadecimal digits.
        public var sha256: String
    }

    public var started: Moment
    public var ended: Moment
    /// Documents under way at once, at most.
    public var jobs: Int
    /// Processors that the program could use.
    public var processors: Int
    public var pipelines: [UsedPipeline]

    public init(started: Moment, ended: Moment, jobs: Int, processors: Int, pipelines: PipelineSet) {
        self.started = started
        self.ended = ended
        self.jobs = jobs
        self.processors = processors
        self.pipelines = pipelines.pipelines.compactMap { pipeline in
            pipeline.derivation.pipeline.map {
                UsedPipeline(id: pipeline.definition.id, path: $0.path, sha256: $0.sha256)
            }
        }
    }

    /// Seconds that the run took, to the millisecond.
    public var seconds: Double { Double(ended.milliseconds - started.milliseconds) / 1_000 }

    static let shape = JSONShape<RunFacts>([
        .member("started", .string(), "When it began, UTC (ISO 8601)") { .string($0.started.description) },
        .member("ended", .string(), "When it ended, UTC (ISO 8601)") { .string($0.ended.description) },
        .member("seconds", .number(from: 0), "How long it took") { .number($0.seconds) },
        .member("jobs", .integer(from: 1), "Documents under way at once, at most") { .number($0.jobs) },
        .member("processors", .integer(from: 1), "Processors that the program could use") { .number($0.processors) },
        .member("pipelines", .array(of: pipeline.schema), "The pipelines that were at hand") {
            pipeline.json($0.pipelines)
        },
    ])

    private static let pipeline = JSONShape<UsedPipeline>([
        .member("id", .string(pattern: ValuePattern.slug), "Its id") { .string($0.id) },
        .member("path", .text, "Its file, from the project's folder") { .string($0.path) },
        .member("sha256", .string(pattern: ValuePattern.sha256), "SHA-256 of its file") { .string($0.sha256) },
    ])
}
